import type { Reason } from './figure.ts';
import { BASIS_POINTS, gapToShare } from './share.ts';

/**
 * The road to a share with a moving denominator (domain.md R6 and K8 of 6.2). All of it is whole numbers: dwellings,
 * households, hundredths of a per cent. What is compared or rounded is compared or rounded as an integer fraction.
 */

/** Parts of a basis point in which a share is taken: a held share is no whole number of basis points. */
const PARTS = 1e9;
const inParts = (basisPoints: number): bigint => BigInt(Math.floor(basisPoints * PARTS));

/** Why a quantity of the road does not exist. */
type RoadReason = Extract<
	Reason,
	'goal_reached' | 'no_time' | 'no_households' | 'no_new_homes' | 'not_above_goal'
>;

/** A quantity, or why there is none. */
export type Quantity = { value: number; reason: null } | { value: null; reason: RoadReason };

const is = (value: number): Quantity => ({ value, reason: null });
const none = (reason: RoadReason): Quantity => ({ value: null, reason });

/** Dwellings and households of an area at one date. */
export interface Place {
	stock: number;
	households: number;
}

/** The ceiling of `a / b`, exact however large; `b` above zero. */
function ceilingOf(a: bigint, b: bigint): number {
	const whole = a / b;
	return Number(a > whole * b ? whole + 1n : whole);
}

/** Dwellings a year over a number of years; none when no year is left. */
export const perYear = (dwellings: number, years: number): Quantity =>
	years > 0 ? is(dwellings / years) : none('no_time');

/**
 * Dwellings that must come only to keep the share of now when the households change: `max(0, ceil(S/H*H' - S))`, the
 * closed form of «hold the share» (domain.md R6). None without households now.
 * @param later households on the later day
 */
export function toStandStill({ stock, households }: Place, later: number): Quantity {
	if (households <= 0) return none('no_households');
	const short = BigInt(stock) * BigInt(later - households);
	return is(Math.max(0, ceilingOf(short, BigInt(households))));
}

/**
 * New dwellings of all kinds until a share is reached, when a part of them is social and every one brings a household:
 * `n = (t*H - S)/(q - t)`, so that `n/H = (t - s)/(q - t)` for `q > t > s` (K8), rounded up to whole dwellings.
 * @param goal t, in basis points
 * @param social q, the part of the new dwellings that is social, in basis points
 */
export function newHomesNeeded(
	{ stock, households }: Place,
	goal: number,
	social: number
): Quantity {
	if (gapToShare(stock, households, goal) <= 0) return none('goal_reached');
	if (social <= goal) return none('not_above_goal');
	const short = inParts(goal) * BigInt(households) - inParts(BASIS_POINTS) * BigInt(stock);
	return is(ceilingOf(short, inParts(social) - inParts(goal)));
}

/**
 * The part of the new dwellings that must be social for a number of social ones among them, as a fraction: above 1 not
 * even all of them are enough. With the dwellings of `toStandStill` it is the break-even below which the share falls:
 * `s * dH / n`, the share itself when as many dwellings come as households.
 */
export const partOfNewHomes = (dwellings: number, newHomes: number): Quantity =>
	newHomes > 0 ? is(dwellings / newHomes) : none('no_new_homes');

/** A year-end of the road: the year, and the households of the 1 January after it. */
export interface YearEnd {
	year: number;
	households: number;
}

/** A stock that grows evenly: `stock + (per * households gained + steady * years) / over`, in whole numbers. */
export interface Growth {
	/** Dwellings that come every `over` years. */
	steady: number;
	/** Social dwellings for every `over` households that come. */
	perHouseholds: number;
	over: number;
}

/** When a share is reached on a road that is known until a last year. */
export type Arrival =
	| { kind: 'reached' }
	| { kind: 'in'; year: number }
	/** Not by the last year of the projection, though the shortfall shrinks until then. */
	| { kind: 'later'; until: number }
	/** Not by the last year, and the shortfall is no smaller then than now. */
	| { kind: 'never'; until: number };

/**
 * The first year-end on the projected path at which a growing stock reaches a share, from the first entry (now) on.
 * Null when the path holds no later year.
 * @param path by year, without gaps; its first entry is the day of the stock
 */
export function arrival(
	path: readonly YearEnd[],
	stock: number,
	growth: Growth,
	goal: number
): Arrival | null {
	const [now, last] = [path[0], path.at(-1)];
	if (!now || !last || path.length < 2) return null;
	const shortAt = (end: YearEnd) => shortInParts(now, end, stock, growth, goal);
	if (shortAt(now) <= 0n) return { kind: 'reached' };
	const found = path.find((end) => shortAt(end) <= 0n);
	if (found) return { kind: 'in', year: found.year };
	return { kind: shortAt(last) < shortAt(now) ? 'later' : 'never', until: last.year };
}

/** `t*H - S` at a year-end, in parts of a dwelling (`BASIS_POINTS * PARTS * over`): an exact integer. */
function shortInParts(
	now: YearEnd,
	end: YearEnd,
	stock: number,
	{ steady, perHouseholds, over }: Growth,
	goal: number
): bigint {
	const gained = perHouseholds * (end.households - now.households) + steady * (end.year - now.year);
	const held = BigInt(stock) * BigInt(over) + BigInt(gained);
	return inParts(goal) * BigInt(end.households) * BigInt(over) - held * inParts(BASIS_POINTS);
}

/** The four courses that a share can take, from least to most built. */
export const COURSES = ['nothing', 'pace', 'pipeline', 'goal'] as const;
export type Course = (typeof COURSES)[number];

/** What drives the courses; null: not known, and then the course is not there. */
export interface Drive {
	/** Year in which the goal is asked and by which the pipeline is taken to be delivered. */
	by: number;
	/** Dwellings a year at the pace of the last years. */
	pace: number | null;
	/** Dwellings in execution and planned. */
	pipeline: number | null;
	/** Dwellings short of the goal at `by`. */
	short: number | null;
}

/**
 * The stock of a course at a year-end, in dwellings with decimals: nothing is added; the pace goes on; the pipeline, or
 * what the goal asks, comes in equal steps until `by` and nothing after it. Null when the course is not known.
 */
export function stockOnCourse(
	course: Course,
	stock: number,
	{ by, pace, pipeline, short }: Drive,
	{ from, year }: { from: number; year: number }
): number | null {
	const passed = by > from ? Math.min(1, (year - from) / (by - from)) : 1;
	const part = (dwellings: number | null) =>
		dwellings === null ? null : stock + dwellings * passed;
	switch (course) {
		case 'nothing':
			return stock;
		case 'pace':
			return pace === null ? null : stock + pace * (year - from);
		case 'pipeline':
			return part(pipeline);
		case 'goal':
			return part(short);
		default:
			return course satisfies never;
	}
}
