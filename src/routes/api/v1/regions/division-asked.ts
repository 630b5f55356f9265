import { FACTORS, type DivisionRule } from '#lib/domain/division.ts';
import type { DIVISION, OWN_REGION, SLUG } from '#lib/server/api/parameters.ts';
import { divisionStanding, type DivisionStanding } from '#lib/server/standing/division.ts';
import { API_DIVISION, type DivisionAsked } from '#lib/server/standing/division-asked.ts';
import { MalformedParameterError } from '#lib/server/standing/moment.ts';
import { regionOf, type Question } from '../../answer.ts';

type Asked = Question<typeof SLUG, typeof OWN_REGION & typeof DIVISION>;

/** The division that a question is about. */
export async function divisionAsked({
	at: { slug },
	query,
	database,
	facts,
	moment
}: Asked): Promise<DivisionStanding> {
	const region = regionOf(facts, slug, query);
	const standing = await divisionStanding(database, moment, region, rulesIn(query), API_DIVISION);
	if (standing) return standing;
	throw new MalformedParameterError('goal', 'goal: none, and the region has none of its own');
}

const rulesIn = (query: Asked['query']): DivisionAsked => ({
	key: query.key,
	scenario: { goal: query.goal ?? null, by: query.by ?? null },
	cap: query.cap ?? null,
	weights: Object.fromEntries(
		FACTORS.map((factor) => [factor, query[`weight-${factor}`] ?? 1])
	) as DivisionRule['weights'],
	minimum: query.min ?? null,
	bounds: query.bounds,
	withoutMissing: query.without === 'missing'
});
