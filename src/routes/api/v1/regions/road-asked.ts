import type { OWN_REGION, ROAD, SLUG } from '#lib/server/api/parameters.ts';
import { API_ROAD } from '#lib/server/standing/road-asked.ts';
import { roadStanding, type RoadStanding } from '#lib/server/standing/road.ts';
import { regionOf, type Question } from '../../answer.ts';

/** The road that a question is about. */
export function roadAsked({
	at: { slug },
	query,
	database,
	facts,
	moment
}: Question<typeof SLUG, typeof OWN_REGION & typeof ROAD>): Promise<RoadStanding> {
	const asked = {
		scenario: { goal: query.goal ?? null, by: query.by ?? null },
		social: query.q ?? null,
		newHomesPerYear: query.newHomes ?? null
	};
	return roadStanding(database, moment, regionOf(facts, slug, query), asked, API_ROAD);
}
