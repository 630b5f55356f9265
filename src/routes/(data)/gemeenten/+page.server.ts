import { attainment } from '#lib/domain/measures.ts';
import { allBesideNow } from '#lib/server/standing/now.ts';
import { allStandings, type MunicipalityStanding } from '#lib/server/standing/municipalities.ts';
import { figuresBehind, sourcesOf } from '#lib/server/standing/sources.ts';
import { isEstimate } from '#lib/text/format.ts';
import { ATTAINMENT_WORDS, bySlug } from '#lib/text/words.ts';
import { projectIn, question } from '../../question.ts';
import { areaChoice, comparison, inAreas } from '../areas.ts';
import { hasPlaces, placesOf } from '../ranking.ts';

const SORTS = {
	naam: (row: MunicipalityStanding) => row.municipality.name,
	huishoudens: (row: MunicipalityStanding) => row.households.value,
	woningen: (row: MunicipalityStanding) => row.stock.value,
	aandeel: (row: MunicipalityStanding) => row.share.value,
	objectief: (row: MunicipalityStanding) => row.objective.target.value,
	gerealiseerd: (row: MunicipalityStanding) => row.objective.realised.value,
	voortgang: (row: MunicipalityStanding) => row.objective.realisedShare.value,
	tegaan: (row: MunicipalityStanding) => row.objective.toRealise.value
} as const;

type Sort = keyof typeof SORTS;

const isSort = (text: string): text is Sort => Object.hasOwn(SORTS, text);

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
		.sort(comparison(SORTS[filter.sort], filter.descending));

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
		sort: isSort(order) ? order : 'naam',
		descending: given('richting') === 'af'
	};
}
