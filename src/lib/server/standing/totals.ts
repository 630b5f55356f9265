import type { Day } from '#lib/domain/dates.ts';
import { fromObservation, type Figure } from '#lib/domain/figure.ts';
import { withinTotal } from '#lib/domain/fitting.ts';
import { definitionOf, type Indicator } from '#lib/domain/indicators.ts';
import { figureOf } from '#lib/domain/places.ts';
import { sumOfWhole } from '#lib/domain/region.ts';
import type { Database } from '../database/database.ts';
import { regionObservations } from '../queries/regions.ts';
import { flandersOf, reference } from '../reference/reference.ts';
import { readLookup } from './lookup.ts';
import type { Moment } from './moment.ts';

/** A total that was published for Flanders, beside what the figures of its municipalities add up to on that day. */
export interface TotalBesideSum {
	date: Day;
	indicator: Indicator;
	published: Figure;
	/** Of the same definition; unknown when fewer than half of the municipalities have one. */
	same: Figure;
	/** Of the yearly measurement (B), which counts more than some totals; null where the total is of it too. */
	measured: Figure | null;
}

/**
 * Every stock that was published for Flanders as a whole, oldest first, beside the sums of the figures of municipalities:
 * by its own definition, and by that of the yearly measurement, in which estimates fill the gaps.
 */
export async function totalsBesideSums(
	database: Database,
	{ known }: Pick<Moment, 'known'>
): Promise<TotalBesideSum[]> {
	const facts = await reference(database);
	const rows = await regionObservations(database.read, flandersOf(facts).slug, known);
	const totals = rows.filter(
		({ indicator, value }) => definitionOf(indicator).definition !== null && value !== null
	);
	const lookup = await readLookup(database.read, facts.places, {
		codes: 'all',
		indicators: [...new Set<Indicator>([...totals.map((one) => one.indicator), 'stock_b'])],
		dates: [...new Set(totals.map((one) => one.date))],
		known
	});
	const sum = (indicator: Indicator, date: Day, total: number | null) => {
		const parts = facts.places.validOn(date).map(({ nis }) => ({
			nis,
			figure: figureOf(facts.places, lookup, { nis, structureOn: date, indicator, date })
		}));
		const fitting = withinTotal(
			parts.map(({ figure }) => figure),
			total
		);
		return sumOfWhole(
			parts.map((part, at) => ({ ...part, figure: fitting[at] ?? part.figure })),
			date
		);
	};
	return totals
		.toSorted((a, b) => (a.date < b.date ? -1 : 1))
		.map(({ date, indicator, ...row }) => ({
			date,
			indicator,
			published: fromObservation({
				...row,
				date,
				indicator,
				nis: flandersOf(facts).slug,
				structureOn: null
			}),
			same: sum(indicator, date, row.value),
			measured: indicator === 'stock_b' ? null : sum('stock_b', date, null)
		}));
}
