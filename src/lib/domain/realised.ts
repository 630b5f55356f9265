import { addDays } from './dates.ts';
import { derived, sumOfAll, unknown, type Figure } from './figure.ts';
import { countOf, type Measured, type Regime } from './regime.ts';
import { figureOf, type Lookup, type Places, type Question } from './places.ts';
import { isEstimate } from './status.ts';

/** Of which municipality, in the structure of which day, on which date. */
export type RealisedAsked = Omit<Question, 'indicator'>;

/** What of a regime tells its dwellings from those of another. */
export type Counting = Pick<Measured<Regime>, 'code' | 'figures' | 'baselineOn'>;

/**
 * The net increase of a municipality since the baseline, in dwellings. A published one stands. An estimate gives way to
 * what a published stock (B) shows: less the baseline (A), where that is published too (domain.md R3); the baseline counts
 * fewer owners, so growth can be reclassification. Where the baseline is an estimate, what was realised is unknown, unless
 * the estimate already fits the stock. Of a merger: the sum of its parts, each by the same rule.
 * @param lookup with what was realised for the regime, `stock_b` and, on the day of its baseline, `stock_a`
 * @param regime for which the dwellings count
 */
export function realisedOf(
	places: Places,
	lookup: Lookup,
	asked: RealisedAsked,
	regime: Counting
): Figure {
	const indicator = countOf(regime, 'realised');
	const stated = figureOf(places, lookup, { ...asked, indicator });
	if (!isEstimate(stated)) return stated;
	const merger = stated.composed ? places.mergerInto(asked.nis, asked.structureOn) : null;
	if (!merger) return fitted(places, lookup, asked, { regime, stated });
	const structureOn = addDays(merger.on, -1);
	const parts = merger.predecessors.map((nis) => ({
		nis,
		figure: realisedOf(places, lookup, { ...asked, nis, structureOn }, regime)
	}));
	return { ...sumOfAll(parts, asked.date), indicator };
}

function fitted(
	places: Places,
	lookup: Lookup,
	asked: RealisedAsked,
	{ regime, stated }: { regime: Counting; stated: Figure }
): Figure {
	const stock = figureOf(places, lookup, { ...asked, indicator: 'stock_b' });
	if (stock.value === null || isEstimate(stock)) return stated;
	const baseline = figureOf(places, lookup, {
		...asked,
		indicator: 'stock_a',
		date: regime.baselineOn
	});
	const increase = baseline.value === null ? null : stock.value - baseline.value;
	if (increase !== null && !isEstimate(baseline))
		return derived(increase, asked.date, [stock, baseline], 'net_increase');
	if (increase === stated.value) return stated;
	const why = increase === null ? 'no_baseline' : 'baseline_estimated';
	return unknown(asked.date, why, [asked.nis], countOf(regime, 'realised'));
}
