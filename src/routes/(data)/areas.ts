import type { Region } from '#lib/server/queries/regions.ts';
import type { Reference } from '#lib/server/reference/reference.ts';
import { membersOf } from '#lib/server/standing/regions.ts';
import { byName, byTown } from '#lib/text/format.ts';

/** The choice of province and region in the address of a list, and what can be chosen. */
export interface AreaChoice {
	province: string;
	region: string;
	/** The region chosen, if any has this slug. */
	chosen: Region | null;
	provinces: { slug: string; name: string }[];
	regions: Region[];
}

/** Reads the choice from an address. */
export function areaChoice(facts: Reference, { searchParams }: URL): AreaChoice {
	const [province, region] = ['provincie', 'regio'].map((name) => searchParams.get(name) ?? '');
	const regions = [...facts.regions.values()];
	return {
		province: province ?? '',
		region: region ?? '',
		chosen: facts.regions.get(region ?? '') ?? null,
		provinces: regions
			.filter((one) => one.kind === 'provincie')
			.map(({ slug, name }) => ({ slug, name: name.replace('Provincie ', '') }))
			.sort((a, b) => byName(a.name, b.name)),
		regions: regions.filter((one) => !['provincie', 'gewest'].includes(one.kind))
	};
}

/** Whether a municipality of a structure lies in everything that was chosen. */
export function inAreas(facts: Reference, choice: AreaChoice, structureOn: string) {
	const members = [choice.province, choice.region]
		.flatMap((slug) => facts.regions.get(slug) ?? [])
		.map((area) => {
			const { municipalities } = membersOf(facts, area, structureOn);
			return new Set(municipalities.map((one) => one.nis));
		});
	return (nis: string): boolean => members.every((codes) => codes.has(nis));
}

/** Orders rows by a quantity or by name; unknown values come last in either direction, equal ones by name. */
export function comparison<Row extends { municipality: { name: string } }>(
	pick: (row: Row) => string | number | null,
	descending: boolean
) {
	const direction = descending ? -1 : 1;
	return (a: Row, b: Row): number => {
		const [x, y] = [pick(a), pick(b)];
		const names = byTown(a, b);
		if (typeof x === 'string' || typeof y === 'string') return names * direction;
		if (x === null || y === null) return x === y ? names : x === null ? 1 : -1;
		return (x - y) * direction || names;
	};
}
