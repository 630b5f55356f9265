import type { SLUG } from '#lib/server/api/parameters.ts';
import { MalformedParameterError } from '#lib/server/asked/parameter.ts';
import type { DIVISION, OWN_REGION } from '#lib/server/asked/questions.ts';
import { divisionStanding, type DivisionStanding } from '#lib/server/standing/division.ts';
import { regionOf, type Question } from '../../answer.ts';

/** The division that a question is about. */
export async function divisionAsked({
	at: { slug },
	query,
	database,
	facts,
	moment
}: Question<typeof SLUG, typeof OWN_REGION & typeof DIVISION>): Promise<DivisionStanding> {
	const region = regionOf(facts, slug, query);
	const standing = await divisionStanding(database, moment, region, query, 'api');
	if (standing) return standing;
	const detail = 'none, and the region has none of its own';
	throw new MalformedParameterError({ name: 'goal', detail });
}
