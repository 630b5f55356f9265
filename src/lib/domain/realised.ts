import { addDays, type Day } from './dates.ts';
import { derived, sumOfAll, unknown, type Figure } from './figure.ts';
import { figureOf, type Lookup, type Places, type Question } from './places.ts';
import { isEstimate } from './status.ts';

/** Of which municipality, in the structure of which day, on which date. */
export type RealisedAsked = Omit<Question, 'indicator'>;

/**
 * The net increase of a municipality since the baseline, in dwellings. A published one stands. An estimate gives way to
 * what a published stock (B) shows: less the baseline (A), where that is published too (domain.md R3); the baseline counts
 * fewer owners, so growth can be reclassification. Where the baseline is an estimate, what was realised is unknown, unless
 * the estimate already fits the stock. Of a merger: the sum of its parts, each by the same rule.
 * @param lookup with `realised`, `stock_b` and, on the baseline day, `stock_a`
 */
export function realisedOf(
	places: Places,
	lookup: Lookup,
	asked: RealisedAsked,
	baselineOn: Day
): Figure {
	const stated = figureOf(places, lookup, { ...asked, indicator: 'realised' });
	if (!isEstimate(stated)) return stated;
	const merger = stated.composed ? places.mergerInto(asked.nis, asked.structureOn) : null;
	if (!merger) return fitted(places, lookup, asked, { baselineOn, stated });
	const structureOn = addDays(merger.on, -1);
	const parts = merger.predecessors.map((nis) => ({
		nis,
		figure: realisedOf(places, lookup, { ...asked, nis, structureOn }, baselineOn)
	}));
	return { ...sumOfAll(parts, asked.date), indicator: 'realised' };
}

function fitted(
	places: Places,
	lookup: Lookup,
	asked: RealisedAsked,
	{ baselineOn, stated }: { baselineOn: Day; stated: Figure }
): Figure {
	const stock = figureOf(places, lookup, { ...asked, indicator: 'stock_b' });
	if (stock.value === null || isEstimate(stock)) return stated;
	const baseline = figureOf(places, lookup, { ...asked, indicator: 'stock_a', date: baselineOn });
	const increase = baseline.value === null ? null : stock.value - baseline.value;
	if (increase !== null && !isEstimate(baseline))
		return derived(increase, asked.date, [stock, baseline], 'net_increase');
	return increase === stated.value
		? stated
		: unknown(asked.date, 'no_baseline', [asked.nis], 'realised');
}
