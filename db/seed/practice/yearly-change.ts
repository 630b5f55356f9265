import { apportion } from '#lib/domain/apportion.ts';

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
	/** Dwellings to add at least, as far as the province grows enough; never above the room. */
	least: number;
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
	const growth = total - expected;
	const added = growth >= 0 ? grow(affordable(free, growth), growth) : shrink(free, -growth);
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

/** The same members; where all cannot have their least in this year, each has the same part of it. */
function affordable(members: readonly Standing[], total: number): Standing[] {
	const wanted = members.reduce((sum, { least }) => sum + least, 0);
	const part = wanted > total ? total / wanted : 1;
	return members.map((one) => ({ ...one, least: Math.floor(part * one.least) }));
}

/**
 * Divides new dwellings by weight; what rounding gave too little or too much counts in the next year. Who would get less
 * than its least gets that, then who would get more than its room gets that, and the others divide the rest.
 */
function grow(members: readonly Standing[], total: number): Changes {
	const ordered = members.toSorted((a, b) => (a.nis < b.nis ? -1 : 1));
	const weights = ordered.reduce((sum, { weight }) => sum + weight, 0);
	const wanted = ({ weight, owed }: Standing) => owed + (total * weight) / (weights || 1);
	const claims = ordered.map((one) => ({
		key: one.nis,
		weight: Math.max(0, wanted(one)),
		cap: one.room
	}));
	const parts = apportion(total, claims);
	const partOf = ({ nis }: Standing) => parts.get(nis) ?? 0;
	const short = ordered.filter((one) => partOf(one) < one.least);
	if (short.length > 0) return hold(ordered, total, short, ({ least }) => least);
	const full = ordered.filter((one) => wanted(one) > one.room);
	if (full.length > 0) return hold(ordered, total, full, ({ room }) => room);
	return new Map(
		ordered.map((one) => [one.nis, { dwellings: partOf(one), owed: wanted(one) - partOf(one) }])
	);
}

/** Gives some what a limit says, owing them nothing, and divides the rest over the others. */
function hold(
	members: readonly Standing[],
	total: number,
	held: readonly Standing[],
	limitOf: (one: Standing) => number
): Changes {
	const others = members.filter((one) => !held.includes(one));
	const rest = held.reduce((left, one) => left - limitOf(one), total);
	const limits = held.map((one) => [one.nis, { dwellings: limitOf(one), owed: 0 }] as const);
	return new Map([...grow(others, rest), ...limits]);
}

/** Takes away what published figures leave too little for, by stock. */
function shrink(members: readonly Standing[], total: number): Changes {
	const claims = members.map(({ nis, before }) => ({ key: nis, weight: before, cap: before }));
	const parts = apportion(total, claims);
	return new Map([...parts].map(([nis, lost]) => [nis, { dwellings: -lost, owed: 0 }]));
}
