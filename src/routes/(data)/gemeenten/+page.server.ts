import { attainment, type Attainment } from '#lib/domain/measures.ts';
import { allStandings, type MunicipalityStanding } from '#lib/server/standing/municipalities.ts';
import { membersOf } from '#lib/server/standing/regions.ts';
import { sourcesOf } from '#lib/server/standing/sources.ts';
import { byName } from '#lib/text/format.ts';
import { question } from '../../question.ts';

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

export type Sort = keyof typeof SORTS;

const STATUSES: Record<string, Attainment> = {
	gehaald: 'reached',
	onderweg: 'on_the_way',
	'niet-begonnen': 'not_begun',
	'geen-objectief': 'no_objective',
	onbekend: 'unknown'
};

export async function load({ url }) {
	const { database, facts, moment } = await question(url);
	const { rows: all } = await allStandings(database, moment);
	const filter = readFilter(url);

	const region = facts.regions.get(filter.region);
	const members = region && membersOf(facts, region, moment.structureOn).municipalities;
	const inRegion = members && new Set(members.map((one) => one.nis));
	const rows = all
		.filter((row) => !filter.province || row.municipality.province === filter.province)
		.filter((row) => !inRegion || inRegion.has(row.municipality.nis))
		.filter((row) => !filter.status || attainment(row.objective) === STATUSES[filter.status])
		.sort(comparison(filter.sort, filter.descending));

	const regions = [...facts.regions.values()];
	return {
		rows,
		total: all.length,
		filter,
		region: region ?? null,
		provinces: regions
			.filter((one) => one.kind === 'provincie')
			.map((one) => ({
				nis: one.code.replace('prov:', ''),
				name: one.name.replace('Provincie ', '')
			}))
			.sort((a, b) => byName(a.name, b.name)),
		regions: regions.filter((one) => !['provincie', 'gewest'].includes(one.kind)),
		estimates: rows.filter((row) => row.stock.status === 'estimated').length,
		sources: sourcesOf(
			facts,
			rows.flatMap((row) => [
				row.stock,
				row.households,
				row.objective.target,
				row.objective.realised
			])
		)
	};
}

function readFilter(url: URL) {
	const given = (name: string) => url.searchParams.get(name) ?? '';
	const sort = given('orde') in SORTS ? (given('orde') as Sort) : 'naam';
	return {
		province: given('provincie'),
		region: given('regio'),
		status: given('status') in STATUSES ? given('status') : '',
		sort,
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
