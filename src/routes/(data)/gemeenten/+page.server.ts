import { attainment } from '#lib/domain/measures.ts';
import { allBesideNow } from '#lib/server/standing/now.ts';
import { allStandings } from '#lib/server/standing/municipalities.ts';
import type { MunicipalityStanding } from '#lib/server/standing/standing.ts';
import { figuresBehind, sourcesOf } from '#lib/server/standing/sources.ts';
import { ordersOf } from '#lib/tables/column.ts';
import { municipalities } from '#lib/tables/municipalities.ts';
import { isEstimate } from '#lib/text/format.ts';
import { ATTAINMENT_WORDS, bySlug } from '#lib/text/words.ts';
import { projectIn, question } from '../../question.ts';
import { areaChoice, comparison, inAreas } from '../areas.ts';
import { hasPlaces, placesOf } from '../ranking.ts';

/** By what the list can be ordered: its columns, and the households. */
const ORDERS: Readonly<Record<string, (row: MunicipalityStanding) => string | number | null>> = {
	...ordersOf(municipalities),
	huishoudens: (row) => row.households.value
};
const BY_NAME = 'naam';
const nameOf = (row: MunicipalityStanding) => row.municipality.name;

export async function load({ url }) {
	const { database, facts, moment } = await question(url);
	const { rows: then } = await allStandings(database, moment);
	const all = await allBesideNow(database, moment, then);
	const filter = readFilter(url);

	const areas = areaChoice(facts, url);
	const included = inAreas(facts, areas, moment.structureOn);
	const rows = all
		.filter((row) => included(row.municipality.nis))
		.filter((row) => !filter.status || attainment(row.objective) === filter.status)
		.sort(comparison(ORDERS[filter.sort] ?? nameOf, filter.descending));

	const project = projectIn(url);
	return {
		rows,
		project,
		places: hasPlaces(filter.sort) ? placesOf(rows, filter.sort, project) : null,
		filter,
		areas,
		estimates: rows.filter((row) => isEstimate(row.stock)).length,
		sources: sourcesOf(facts, rows.flatMap(figuresBehind))
	};
}

function readFilter({ searchParams }: URL) {
	const given = (name: string) => searchParams.get(name) ?? '';
	const order = given('orde');
	return {
		status: bySlug(ATTAINMENT_WORDS, given('status')),
		sort: Object.hasOwn(ORDERS, order) ? order : BY_NAME,
		descending: given('richting') === 'af'
	};
}
