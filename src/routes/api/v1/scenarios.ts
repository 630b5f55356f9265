/** What v1 answers of scenarios of a region. */
import { divideByEveryRule, divideShortfall, roadToGoal } from '#lib/server/api/operations.ts';
import type { SLUG } from '#lib/server/api/parameters.ts';
import { MalformedParameterError } from '#lib/server/asked/parameter.ts';
import type { DIVISION, OWN_REGION } from '#lib/server/asked/questions.ts';
import { divisionJson, divisionsJson } from '#lib/server/formats/division.ts';
import { roadJson } from '#lib/server/formats/road.ts';
import { divisionStanding, type DivisionStanding } from '#lib/server/standing/division.ts';
import { roadStanding } from '#lib/server/standing/road.ts';
import { division, divisions } from '#lib/tables/division.ts';
import { road } from '#lib/tables/road.ts';
import { answering, named, regionOf, type Question } from '../answer.ts';

/** The division that a question is about. */
async function divisionAsked({
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

export const byOneRule = answering(divideShortfall, divisionAsked, {
	json: (standing, { facts, moment }) => divisionJson(standing, facts, moment),
	csv: (standing, { at: { slug }, moment }) =>
		named(
			`${slug}-scenario-${standing.chosen.key}-${standing.scenario.by}`,
			division,
			standing.chosen.parts,
			{ ...moment, standing }
		)
});

export const byEveryRule = answering(divideByEveryRule, divisionAsked, {
	json: (standing, { facts, moment }) => divisionsJson(standing, facts, moment),
	csv: (standing, { at: { slug }, moment }) =>
		named(`${slug}-scenario-${standing.scenario.by}`, divisions, standing.towns, {
			...moment,
			standing
		})
});

export const toGoal = answering(
	roadToGoal,
	({ at: { slug }, query, database, facts, moment }) =>
		roadStanding(database, moment, regionOf(facts, slug, query), query, 'api'),
	{
		json: (standing, { facts, moment }) => roadJson(standing, facts, moment),
		csv: (standing, { at: { slug }, moment }) =>
			named(`${slug}-road-${standing.scenario.by}`, road, standing.results.courses, {
				...moment,
				road: standing
			})
	}
);
