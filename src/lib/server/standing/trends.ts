import { householdsDate, type Day } from '#lib/domain/dates.ts';
import type { Municipality } from '#lib/domain/places.ts';
import { sumArea, type AreaSum } from '#lib/domain/region.ts';
import type { Database } from '../database.ts';
import type { Region } from '../queries/regions.ts';
import { reference, type Reference } from '../reference.ts';
import { readLookup } from './lookup.ts';
import type { Moment } from './moment.ts';
import { holdingPart, membersOf } from './regions.ts';

/** Stock, households and share of an area at one reference date. */
export interface TrendPoint extends AreaSum {
	date: Day;
	/** NIS codes of the municipalities counted at this date. */
	members: readonly string[];
}

/** Which municipalities a trend follows: the same ground all along, or whoever belonged at each date. */
export type Ground = 'constant' | 'of_the_time';

/** The year-ends, oldest first, for which a stock was known by the moment. */
const yearEnds = (facts: Reference, moment: Moment): Day[] =>
	facts.stockDates
		.filter((one) => one.knownFrom <= moment.known && one.municipalities > 0)
		.map((one) => one.date)
		.reverse();

/**
 * Stock, households and share over the years of a fixed set of municipalities, in the structure of the moment:
 * predecessors are added up, so that no merger makes the line jump.
 */
export async function trendOf(
	database: Database,
	moment: Moment,
	municipalities: readonly Municipality[]
): Promise<TrendPoint[]> {
	return trend(database, moment, () => ({ municipalities, structureOn: moment.structureOn }));
}

/** The same for a region; `of_the_time` follows the dated membership instead of the same ground. */
export async function regionTrend(
	database: Database,
	moment: Moment,
	region: Region,
	ground: Ground
): Promise<TrendPoint[]> {
	const facts = await reference(database);
	return trend(database, moment, (date) => {
		const structureOn = ground === 'constant' ? moment.structureOn : date;
		return { municipalities: membersOf(facts, region, structureOn).municipalities, structureOn };
	});
}

async function trend(
	database: Database,
	moment: Moment,
	at: (date: Day) => { municipalities: readonly Municipality[]; structureOn: Day }
): Promise<TrendPoint[]> {
	const facts = await reference(database);
	const dates = yearEnds(facts, moment);
	const codes = new Set(dates.flatMap((date) => at(date).municipalities.map((one) => one.nis)));
	const lookup = await readLookup(database.read, facts.places, {
		codes: [...codes],
		indicators: ['stock_b', 'stock_a', 'households'],
		dates: [...new Set(dates.flatMap((date) => [date, householdsDate(date) ?? date]))],
		known: moment.known
	});
	return dates.map((date) => {
		const { municipalities, structureOn } = at(date);
		const parts = municipalities.map((one) =>
			holdingPart(facts, lookup, one.nis, { on: date, structureOn })
		);
		return { date, members: parts.map((part) => part.nis), ...sumArea(parts, date) };
	});
}
