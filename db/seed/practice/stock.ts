import { endOfYear, yearOf } from '#lib/domain/dates.ts';
import type { Municipality } from '#lib/domain/places.ts';
import { DECLINE, HIGHEST_SHARE } from './assumptions.ts';
import type { GrowthIn } from './growth.ts';
import { inStructureOf, municipalitiesAtEndOf, type ByCode, type Ground } from './ground.ts';
import type { KnotsOf } from './knots.ts';
import { changeProvince, type Standing } from './yearly-change.ts';
import type { ProvinceTotals } from './totals.ts';
import { variety } from './variety.ts';
import { LAST_YEAR, newYear, yearsBetween } from './years.ts';

/** What goes from one year to the next: stock and what rounding owes. */
interface Carried {
	stock: ByCode;
	owed: ByCode;
}

/**
 * Enters the stock of the measurement (definition B) at every year-end after the baseline. Year by year: published
 * figures are reached in even steps, and what they leave of the provincial total is divided over the others.
 */
export function estimateStock(
	ground: Ground,
	totals: ProvinceTotals,
	baseline: ByCode,
	growthIn: GrowthIn,
	knotsOf: KnotsOf
): void {
	let carried: Carried = { stock: baseline, owed: new Map() };
	for (const year of yearsBetween(yearOf(ground.scheme.baselineOn) + 1, LAST_YEAR)) {
		const standings = standingsIn(ground, year, carried, growthIn(year), knotsOf);
		const changes = ground.provinces.flatMap((province) => {
			const members = standings.filter((one) => one.province === province);
			return changeProvince(members, totals(province, year));
		});
		carried = {
			stock: new Map(changes.map(({ nis, stock }) => [nis, stock])),
			owed: new Map(changes.map(({ nis, owed }) => [nis, owed]))
		};
		for (const [nis, stock] of carried.stock) {
			ground.ledger.estimate(nis, 'stock_b', endOfYear(year), stock);
		}
	}
}

function standingsIn(
	ground: Ground,
	year: number,
	carried: Carried,
	growth: ByCode,
	knotsOf: KnotsOf
): Standing[] {
	const stocks = inStructureOf(ground, year, carried.stock);
	const owed = inStructureOf(ground, year, carried.owed);
	const weights = inStructureOf(ground, year, growth);
	return municipalitiesAtEndOf(ground, year).map(({ nis, province }: Municipality) => {
		const before = stocks.get(nis) ?? 0;
		const households = ground.ledger.value(nis, 'households', newYear(year + 1));
		return {
			nis,
			province,
			before,
			settled: settledChange(nis, year, before, knotsOf),
			weight: weights.get(nis) ?? 0,
			owed: owed.get(nis) ?? 0,
			room: Math.max(0, Math.floor(HIGHEST_SHARE * households) - before)
		};
	});
}

/** The even step towards the next published figure; otherwise the loss of a declining municipality; otherwise null. */
function settledChange(nis: string, year: number, before: number, knotsOf: KnotsOf): number | null {
	const knots = knotsOf(nis);
	const next = knots.find(([at]) => at >= year);
	if (next) return Math.round((next[1] - before) / (next[0] - year + 1));
	const declines = knots.length === 0 && variety(nis, 'decline') < DECLINE.chance;
	return declines ? -Math.round(DECLINE.perYear * before) : null;
}
