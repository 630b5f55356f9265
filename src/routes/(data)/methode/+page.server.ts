import { publishedDay } from '#lib/domain/known.ts';
import type { Places } from '#lib/domain/places.ts';
import { regionObjectives } from '#lib/server/queries/regions.ts';
import { flandersOf, type Reference } from '#lib/server/reference/reference.ts';
import { goalsOf } from '#lib/server/standing/goals.ts';
import { formulaScheme } from '#lib/server/standing/objective-basis.ts';
import { flandersStanding } from '#lib/server/standing/regions.ts';
import { roundsBy } from '#lib/server/standing/tests.ts';
import { totalsBesideSums } from '#lib/server/standing/totals.ts';
import { byName, day } from '#lib/text/format.ts';
import { question } from '../../question.ts';

export async function load({ url }) {
	const { database, facts, moment } = await question(url);
	const scheme = formulaScheme(facts);
	const ofRegion = async (slug: string) =>
		(await regionObjectives(database.read, slug, moment.known))
			.filter((one) => one.scheme === scheme.code && one.component === 'total')
			.sort((a, b) => (published(facts, a) < published(facts, b) ? -1 : 1));
	const areas = [...facts.regions.values()];
	const provinces = areas.filter((one) => one.kind === 'provincie');
	const [totals, whole, flanders, parts] = await Promise.all([
		totalsBesideSums(database, moment),
		flandersStanding(database, moment),
		ofRegion(flandersOf(facts).slug),
		Promise.all(provinces.map(async ({ slug, name }) => ({ name, set: (await ofRegion(slug))[0] })))
	]);
	const practice = [...facts.publications.values()].find((one) => one.kind === 'practice');
	return {
		schemes: facts.schemes,
		totals,
		objectives: whole.objective.target,
		fixed: { on: null },
		sheet: `Bekend op ${day(moment.known)}`,
		scheme,
		goals: areas.flatMap((region) => {
			const { goal } = goalsOf(facts, region, moment);
			return goal ? [{ region, goal }] : [];
		}),
		flanders: flanders[0] ?? null,
		provinces: parts.toSorted((a, b) => byName(a.name, b.name)),
		tested: roundsBy(facts, moment).findLast((round) => round.thresholds) ?? null,
		structures: structures(facts.places),
		now: facts.places.validOn(moment.today).length,
		practice: practice ?? null
	};
}

function published(facts: Reference, { publication }: { publication: number }): string {
	const issued = facts.publications.get(publication);
	return issued ? publishedDay(issued) : '';
}

/** How many municipalities there were until each day on which some ended, oldest first. */
function structures(places: Places) {
	const ends = [...places.byCode.values()].flatMap((one) => one.validTo ?? []);
	return [...new Set(ends)].sort().map((until) => ({ until, count: places.validOn(until).length }));
}
