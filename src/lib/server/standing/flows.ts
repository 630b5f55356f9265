import { endOfYear, yearOf, type Day } from '#lib/domain/dates.ts';
import { sumOfAll, type Figure } from '#lib/domain/figure.ts';
import { flowBalance, GROSS_FLOWS, type FlowBalance, type GrossFlow } from '#lib/domain/flows.ts';
import { figureOf, type Municipality } from '#lib/domain/places.ts';
import { stockOf, STOCK_DEFINITIONS } from '#lib/domain/region.ts';
import type { Database } from '../database/database.ts';
import { reference } from '../reference/reference.ts';
import { readLookup } from './lookup.ts';
import type { Moment } from './moment.ts';

const INDICATORS = GROSS_FLOWS.map(({ indicator }) => indicator);

/**
 * The gross flows of an area during the latest calendar year, up to the moment, for which every municipality in it has
 * published ones; null when there is no such year. Never filled in: a flow that one of them lacks is unknown for all.
 */
export async function flowsOf(
	database: Database,
	moment: Moment,
	municipalities: readonly Municipality[]
): Promise<FlowBalance | null> {
	const { places } = await reference(database, moment.known);
	const codes = municipalities.map((one) => one.nis);
	const { known, structureOn } = moment;
	const flows = await readLookup(database.read, places, {
		codes,
		indicators: INDICATORS,
		dates: 'all',
		known
	});
	const ask = (nis: string, indicator: GrossFlow, date: Day) =>
		figureOf(places, flows, { nis, structureOn, indicator, date });
	const hasFlows = (nis: string, date: Day) =>
		INDICATORS.some((indicator) => ask(nis, indicator, date).value !== null);
	const date = yearEnds(moment.on).find(
		(one) => codes.length > 0 && codes.every((nis) => hasFlows(nis, one))
	);
	if (date === undefined) return null;
	const start = endOfYear(yearOf(date) - 1);
	const stocks = await readLookup(database.read, places, {
		codes,
		indicators: STOCK_DEFINITIONS,
		dates: [start, date],
		known
	});
	const together = (pick: (nis: string) => Figure, on: Day): Figure =>
		codes.length === 1
			? pick(codes[0] as string)
			: sumOfAll(
					codes.map((nis) => ({ nis, figure: pick(nis) })),
					on
				);
	const stockAt = (on: Day) => together((nis) => stockOf(places, stocks, nis, structureOn, on), on);
	return flowBalance(
		stockAt(start),
		stockAt(date),
		new Map(INDICATORS.map((one) => [one, together((nis) => ask(nis, one, date), date)]))
	);
}

/** The year-ends up to a day for which flows can have been published, latest first. */
function yearEnds(on: Day): Day[] {
	const last = yearOf(on) - (on.endsWith('-12-31') ? 0 : 1);
	return Array.from({ length: Math.max(0, last - 2006) }, (_, index) => endOfYear(last - index));
}
