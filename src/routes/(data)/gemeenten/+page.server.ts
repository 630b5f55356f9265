import { fits, type ListFilter } from '#lib/domain/list-filter.ts';
import type { Category } from '#lib/domain/progress-test.ts';
import { testResults } from '#lib/server/queries/objectives.ts';
import { LIST, ORDER } from '#lib/server/asked/page-questions.ts';
import { namesIn } from '#lib/server/asked/parameter.ts';
import { SHARE } from '#lib/server/asked/notations.ts';
import { allBesideNow } from '#lib/server/standing/now.ts';
import { allKnownSorts } from '#lib/server/standing/published.ts';
import type { Database } from '#lib/server/database/database.ts';
import type { Reference } from '#lib/server/reference/reference.ts';
import type { Moment } from '#lib/server/standing/moment.ts';
import { allStandings } from '#lib/server/standing/municipalities.ts';
import type { MunicipalityStanding } from '#lib/server/standing/standing.ts';
import { figuresBehind, sourcesOf } from '#lib/server/standing/sources.ts';
import { ordersOf } from '#lib/tables/column.ts';
import { municipalities } from '#lib/tables/municipalities.ts';
import { isEstimate } from '#lib/text/format.ts';
import { askedIn, listFilterIn, projectIn, question } from '../../question.ts';
import { areaChoice, comparison, inAreas } from '../areas.ts';
import { hasPlaces, placesOf } from '../ranking.ts';

/** By what the list can be ordered: its columns, and the households. */
const ORDERS: Readonly<Record<string, (row: MunicipalityStanding) => string | number | null>> = {
	...ordersOf(municipalities),
	huishoudens: (row) => row.households.value
};
const BY_NAME = 'naam';
const NAMES = namesIn('page', LIST);
const nameOf = (row: MunicipalityStanding) => row.municipality.name;

export async function load({ url }) {
	const { database, facts, moment } = await question(url);
	const { rows: then } = await allStandings(database, moment);
	const all = await allBesideNow(database, moment, then);
	const filter = { ...listFilterIn(url), ...orderIn(url) };
	const [outcomes, known] = await Promise.all([
		lastOutcomes(database, facts, moment),
		allKnownSorts(database, moment)
	]);
	const toldOf = ({ municipality: { nis } }: MunicipalityStanding) => ({
		outcome: outcomes.get(nis) ?? null,
		known: known.get(nis) ?? new Map()
	});

	const areas = areaChoice(facts, url);
	const included = inAreas(facts, areas, moment.structureOn);
	const rows = all
		.filter((row) => included(row.municipality.nis))
		.filter((row) => fits(filter, row, toldOf(row)))
		.sort(comparison(ORDERS[filter.sort] ?? nameOf, filter.descending));

	const project = projectIn(url);
	return {
		rows,
		project,
		places: hasPlaces(filter.sort) ? placesOf(rows, filter.sort, project) : null,
		filter,
		names: NAMES,
		bounds: boundsOf(filter),
		areas,
		estimates: rows.filter((row) => isEstimate(row.stock)).length,
		sources: sourcesOf(facts, rows.flatMap(figuresBehind))
	};
}

/** The category of each municipality in the last progress test of which one is published. */
async function lastOutcomes(
	database: Database,
	{ testRounds }: Reference,
	{ known, on }: Moment
): Promise<Map<string, Category>> {
	const results = await testResults(database.read, 'all', known);
	const rounds = testRounds.filter(({ measuredOn }) => measuredOn <= on);
	const years = new Set(rounds.map(({ year }) => year));
	const measured = results.filter(({ year }) => years.has(year));
	return new Map(measured.map(({ nis, category }) => [nis, category]));
}

/** What stands in the fields of numbers. */
function boundsOf({ from, below, short }: ListFilter) {
	const share = (basisPoints: number | null) =>
		basisPoints === null ? '' : SHARE.page.write(basisPoints).replace('.', ',');
	return [
		{ label: 'Aandeel vanaf (%)', name: NAMES.from, value: share(from) },
		{ label: 'Aandeel minder dan (%)', name: NAMES.below, value: share(below) },
		{ label: 'Meer dan zoveel te kort', name: NAMES.short, value: `${short ?? ''}` }
	];
}

function orderIn(url: URL) {
	const { sort, descending } = askedIn(ORDER, url);
	const known = sort !== null && Object.hasOwn(ORDERS, sort) ? sort : BY_NAME;
	return { sort: known, descending: descending === 'af' };
}
