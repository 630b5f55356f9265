import { attainment } from '#lib/domain/measures.ts';
import { allStandings, type MunicipalityStanding } from '#lib/server/standing/municipalities.ts';
import { membersOf } from '#lib/server/standing/regions.ts';
import { sourcesOf } from '#lib/server/standing/sources.ts';
import { byName, isEstimate } from '#lib/text/format.ts';
import { ATTAINMENT_WORDS, bySlug } from '#lib/text/words.ts';
import { question } from '../../question.ts';
import { figuresBehind } from '../charts.ts';

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
	const { rows: all } = await allStandings(database, moment);
	const filter = readFilter(url);

	const areas = [filter.province, filter.region].flatMap((slug) => facts.regions.get(slug) ?? []);
	const members = areas.map((area) => {
		const { municipalities } = membersOf(facts, area, moment.structureOn);
		return new Set(municipalities.map((one) => one.nis));
	});
	const rows = all
		.filter((row) => members.every((codes) => codes.has(row.municipality.nis)))
		.filter((row) => !filter.status || attainment(row.objective) === filter.status)
		.sort(comparison(filter.sort, filter.descending));

	const regions = [...facts.regions.values()];
	return {
		rows,
		filter,
		region: facts.regions.get(filter.region) ?? null,
		provinces: regions
			.filter((one) => one.kind === 'provincie')
			.map(({ slug, name }) => ({ slug, name: name.replace('Provincie ', '') }))
			.sort((a, b) => byName(a.name, b.name)),
		regions: regions.filter((one) => !['provincie', 'gewest'].includes(one.kind)),
		estimates: rows.filter((row) => isEstimate(row.stock)).length,
		sources: sourcesOf(facts, rows.flatMap(figuresBehind))
	};
}

function readFilter({ searchParams }: URL) {
	const given = (name: string) => searchParams.get(name) ?? '';
	const order = given('orde');
	return {
		province: given('provincie'),
		region: given('regio'),
		status: bySlug(ATTAINMENT_WORDS, given('status')),
		sort: isSort(order) ? order : 'naam',
		descending: given('richting') === 'af'
	};
}

/** Orders rows by a column; unknown values come last in either direction, equal ones by name. */
function comparison(sort: Sort, descending: boolean) {
	const pick = SORTS[sort];
	const direction = descending ? -1 : 1;
	return (a: MunicipalityStanding, b: MunicipalityStanding): number => {
		const [x, y] = [pick(a), pick(b)];
		const names = byName(a.municipality.name, b.municipality.name);
		if (typeof x === 'string' || typeof y === 'string') return names * direction;
		if (x === null || y === null) return x === y ? names : x === null ? 1 : -1;
		return (x - y) * direction || names;
	};
}
