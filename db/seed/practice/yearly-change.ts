import { apportion } from './apportion.ts';

/** A municipality in one year, before that year's growth is divided. */
export interface Standing {
	nis: string;
	province: string;
	/** Stock at the last year-end. */
	before: number;
	/** Change that is already settled: on the way to a published figure, or a decline; null: takes its part. */
	settled: number | null;
	/** Relative size of its growth. */
	weight: number;
	/** Part of a dwelling that rounding still owes it from earlier years, or minus what it got too early. */
	owed: number;
	/** Most dwellings that may be added. */
	room: number;
}

/** A municipality a year later. */
export interface Changed {
	nis: string;
	stock: number;
	owed: number;
}

/**
 * The stocks of the municipalities of one province a year later. They add up to its total, settled changes are kept, and
 * no other municipality loses dwellings unless the total leaves too few. The order of the members does not matter.
 * @param total whole number of dwellings, zero or more
 * @throws ApportionError when the total cannot be reached
 */
export function changeProvince(members: readonly Standing[], total: number): Changed[] {
	const expected = members.reduce((sum, one) => sum + one.before + (one.settled ?? 0), 0);
	const free = members.filter((one) => one.settled === null);
	const added = total >= expected ? grow(free, total - expected) : shrink(free, expected - total);
	return members.map(({ nis, before, settled }) => {
		const change = added.get(nis);
		return {
			nis,
			stock: before + (settled ?? change?.dwellings ?? 0),
			owed: change?.owed ?? 0
		};
	});
}

type Changes = Map<string, { dwellings: number; owed: number }>;

/** Divides new dwellings by weight; what rounding gave too little or too much counts in the next year. */
function grow(members: readonly Standing[], total: number): Changes {
	const ordered = members.toSorted((a, b) => (a.nis < b.nis ? -1 : 1));
	const weights = ordered.reduce((sum, { weight }) => sum + weight, 0);
	const wanted = new Map(
		ordered.map(({ nis, weight, owed }) => [nis, owed + (total * weight) / (weights || 1)])
	);
	const claims = ordered.map(({ nis, room }) => ({
		key: nis,
		weight: Math.max(0, wanted.get(nis) ?? 0),
		cap: room
	}));
	const parts = apportion(total, claims);
	return new Map(
		[...parts].map(([nis, dwellings]) => [
			nis,
			{ dwellings, owed: (wanted.get(nis) ?? 0) - dwellings }
		])
	);
}

/** Takes away what published figures leave too little for, by stock. */
function shrink(members: readonly Standing[], total: number): Changes {
	const claims = members.map(({ nis, before }) => ({ key: nis, weight: before, cap: before }));
	const parts = apportion(total, claims);
	return new Map([...parts].map(([nis, lost]) => [nis, { dwellings: -lost, owed: 0 }]));
}
