import { householdsDate, type Day } from '#lib/domain/dates.ts';
import type { Lookup, Municipality } from '#lib/domain/places.ts';
import { isKnown } from '#lib/domain/known.ts';
import { STOCK_DEFINITIONS, sumArea, type AreaPart, type AreaSum } from '#lib/domain/region.ts';
import type { Database } from '../database/database.ts';
import { regionObservations, type Region, type RegionObservation } from '../queries/regions.ts';
import { reference, type Reference } from '../reference/reference.ts';
import { addressedArea, addressedMembers, addressing, regionAddressing } from './addressed.ts';
import { fittingParts } from './fitting.ts';
import { readLookup } from './lookup.ts';
import type { Moment } from './moment.ts';
import { holdingPart } from './municipalities.ts';
import { membersOf } from './regions.ts';

/** Stock, households and share of an area at one reference date. */
export interface TrendPoint extends AreaSum {
	date: Day;
	/** NIS codes of the municipalities counted at this date. */
	members: readonly string[];
	/** The figures of each of them. */
	parts: readonly AreaPart[];
	/** Whether they stand for other ground than those of the date before, as when a member joined or left. */
	otherGround: boolean;
}

/** Which municipalities a trend follows: the same ground all along, or whoever belonged at each date. */
export type Ground = 'constant' | 'of_the_time';

/** The year-ends, oldest first, for which a stock of municipalities was known by the moment. */
export const yearEnds = (facts: Reference, moment: Moment): Day[] =>
	[
		...new Set(
			facts.stockDates
				.filter(
					(one) => one.date <= moment.known && one.municipalities > 0 && isKnown(one, moment.known)
				)
				.map((one) => one.date)
		)
	].reverse();

/**
 * Stock, households and share over the years of a fixed set of municipalities, in the structure of the moment:
 * predecessors are added up, so that no merger makes the line jump.
 */
export async function trendOf(
	database: Database,
	moment: Moment,
	municipalities: readonly Municipality[]
): Promise<TrendPoint[]> {
	const facts = await reference(database, moment.known);
	const steps = sameGround(facts, moment, municipalities);
	const points = trend(facts, steps, await readHoldings(database, facts, moment, steps));
	const [only] = municipalities;
	return only && municipalities.length === 1 ? addressedTrend(moment, only, points) : points;
}

/** The same of several municipalities, each with a line of its own, from one reading; in the order given. */
export async function trendsOf(
	database: Database,
	moment: Moment,
	municipalities: readonly Municipality[]
): Promise<TrendPoint[][]> {
	const facts = await reference(database, moment.known);
	const lines = municipalities.map((one) => sameGround(facts, moment, [one]));
	const lookup = await readHoldings(database, facts, moment, lines.flat());
	return municipalities.map((one, index) =>
		addressedTrend(moment, one, trend(facts, lines[index] ?? [], lookup))
	);
}

const addressedTrend = (moment: Moment, { nis }: Municipality, points: readonly TrendPoint[]) =>
	points.map((point) => ({
		...point,
		...addressedArea(addressing(nis, { ...moment, on: point.date }), point)
	}));

/** The same for a region; `of_the_time` follows the dated membership instead of the same ground. */
export async function regionTrend(
	database: Database,
	moment: Moment,
	region: Region,
	ground: Ground
): Promise<TrendPoint[]> {
	const facts = await reference(database, moment.known);
	const structureAt = (date: Day) => (ground === 'constant' ? moment.structureOn : date);
	const steps = stepsAt(facts, moment, (date) => {
		const structureOn = structureAt(date);
		return { municipalities: membersOf(facts, region, structureOn).municipalities, structureOn };
	});
	const [lookup, totals] = await Promise.all([
		readHoldings(database, facts, moment, steps),
		regionObservations(database.read, region.slug, moment.known)
	]);
	const points = trend(facts, steps, lookup, totals);
	return points.map((point) => ({
		...point,
		...addressedMembers(
			regionAddressing(region, { ...moment, on: point.date, structureOn: structureAt(point.date) }),
			point
		)
	}));
}

/** Where a line stops because municipalities that it follows went into others, while there are figures of later dates. */
export interface LineEnd {
	on: Day;
	/** The municipalities that ended. */
	ended: readonly Municipality[];
}

/** Where the line of these municipalities over the same ground stops before the latest figures; null when it does not. */
export async function endOfLine(
	database: Database,
	moment: Moment,
	municipalities: readonly Municipality[]
): Promise<LineEnd | null> {
	const dates = yearEnds(await reference(database, moment.known), moment);
	const ended = municipalities.filter((one) => hasEnded(one, dates.at(-1) ?? moment.on));
	const last = dates.findLast((date) => !municipalities.some((one) => hasEnded(one, date)));
	return ended.length > 0 && last ? { on: last, ended } : null;
}

/** A municipality that merged since has no figures of its own any more: a line over its ground stops there. */
const hasEnded = ({ validTo }: Municipality, date: Day): boolean =>
	validTo !== null && validTo < date;

/** Whose figures are summed at a date, in which structure. */
interface Step {
	date: Day;
	municipalities: readonly Municipality[];
	structureOn: Day;
}

/** The year-ends of a line, up to where a municipality that it follows ended. */
const stepsAt = (facts: Reference, moment: Moment, at: (date: Day) => Omit<Step, 'date'>): Step[] =>
	yearEnds(facts, moment)
		.map((date) => ({ date, ...at(date) }))
		.filter(({ date, municipalities }) => municipalities.every((one) => !hasEnded(one, date)));

const sameGround = (facts: Reference, moment: Moment, municipalities: readonly Municipality[]) =>
	stepsAt(facts, moment, () => ({ municipalities, structureOn: moment.structureOn }));

function readHoldings(
	database: Database,
	{ places }: Reference,
	{ known }: Moment,
	steps: readonly Step[]
): Promise<Lookup> {
	const codes = new Set(steps.flatMap((step) => step.municipalities.map((one) => one.nis)));
	const dates = steps.flatMap(({ date }) => [date, householdsDate(date) ?? date]);
	return readLookup(database.read, places, {
		codes: [...codes],
		indicators: [...STOCK_DEFINITIONS, 'households'],
		dates: [...new Set(dates)],
		known
	});
}

/** @param totals that were published for the area as a whole: estimates that add up to more are left out */
function trend(
	facts: Reference,
	steps: readonly Step[],
	lookup: Lookup,
	totals: readonly RegionObservation[] = []
): TrendPoint[] {
	const grounds = steps.map(({ municipalities, structureOn }) =>
		facts.places.groundOf(
			municipalities.map((one) => one.nis),
			structureOn
		)
	);
	return steps.map(({ date, municipalities, structureOn }, index) => {
		const all = municipalities.map((one) =>
			holdingPart(facts, lookup, one.nis, { on: date, structureOn })
		);
		const parts = fittingParts(all, date, totals);
		const [before, ground] = [grounds[index - 1], grounds[index]];
		return {
			date,
			members: parts.map((part) => part.nis),
			parts,
			otherGround: before !== undefined && before.symmetricDifference(ground ?? new Set()).size > 0,
			...sumArea(parts, date)
		};
	});
}
