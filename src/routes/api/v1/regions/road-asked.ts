import type { SLUG } from '#lib/server/api/parameters.ts';
import type { OWN_REGION, ROAD } from '#lib/server/asked/questions.ts';
import { roadStanding, type RoadStanding } from '#lib/server/standing/road.ts';
import { regionOf, type Question } from '../../answer.ts';

/** The road that a question is about. */
export const roadAsked = ({
	at: { slug },
	query,
	database,
	facts,
	moment
}: Question<typeof SLUG, typeof OWN_REGION & typeof ROAD>): Promise<RoadStanding> =>
	roadStanding(database, moment, regionOf(facts, slug, query), query, 'api');
