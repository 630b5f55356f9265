import { endOfYear, yearOf } from '#lib/domain/dates.ts';
import type { Municipality } from '#lib/domain/places.ts';
import { DECLINE, HIGHEST_SHARE } from './assumptions.ts';
import type { Bounds, BoundsIn } from './bounds.ts';
import type { GrowthIn } from './growth.ts';
import { inStructureOf, municipalitiesAtEndOf, type ByCode, type Ground } from './ground.ts';
import type { KnotsOf } from './knots.ts';
import { changeProvince, type Standing } from './yearly-change.ts';
import type { ProvinceTotals } from './totals.ts';
import { variety } from './variety.ts';
import { LAST_YEAR, newYear, yearsBetween } from './years.ts';

/** What shapes the path of each municipality. */
export interface Shape {
	growthIn: GrowthIn;
	knotsOf: KnotsOf;
	boundsIn: BoundsIn;
}

/** What goes from one year to the next: stock and what rounding owes. */
interface Carried {
	stock: ByCode;
	owed: ByCode;
}

/**
 * Enters the stock of the measurement (definition B) at every year-end after the baseline. Year by year: published
 * figures are reached in even steps, and what they leave of the provincial total is divided over the others, within
 * their bounds.
 */
export function estimateStock(
	ground: Ground,
	totals: ProvinceTotals,
	baseline: ByCode,
	shape: Shape
): void {
	let carried: Carried = { stock: baseline, owed: new Map() };
	for (const year of yearsBetween(yearOf(ground.scheme.baselineOn) + 1, LAST_YEAR)) {
		const standings = standingsIn(ground, totals, year, carried, shape);
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
	totals: ProvinceTotals,
	year: number,
	carried: Carried,
	{ growthIn, knotsOf, boundsIn }: Shape
): Standing[] {
	const stocks = inStructureOf(ground, year, carried.stock);
	const owed = inStructureOf(ground, year, carried.owed);
	const weights = inStructureOf(ground, year, growthIn(year));
	const bounds = boundsIn(year);
	return municipalitiesAtEndOf(ground, year).map(({ nis, province }: Municipality) => {
		const before = stocks.get(nis) ?? 0;
		const own = bounds.get(nis) ?? UNBOUNDED;
		const households = ground.ledger.value(nis, 'households', newYear(year + 1));
		const most = Math.min(own.most, Math.floor(HIGHEST_SHARE * households));
		const room = Math.max(0, most - before);
		return {
			nis,
			province,
			before,
			settled: settledChange(nis, year, before, knotsOf, own),
			weight: (weights.get(nis) ?? 0) * openPart(before, own),
			owed: owed.get(nis) ?? 0,
			least: Math.min(
				room,
				leastChange((at) => totals(province, at), year, before, own)
			),
			room
		};
	});
}

const UNBOUNDED: Bounds = { start: 0, most: Infinity, reach: null };

/** Part of the way from the baseline to the ceiling that is still open. */
const openPart = (before: number, { start, most }: Bounds): number =>
	most === Infinity ? 1 : Math.max(0, most - before) / Math.max(1, most - start);

/** This year's part of the way to the stock that must be reached, in step with the growth of the province. */
function leastChange(
	total: (year: number) => number,
	year: number,
	before: number,
	{ reach }: Bounds
): number {
	if (reach === null) return 0;
	const [until, stock] = reach;
	const ahead = total(until) - total(year - 1);
	const pace = ahead > 0 ? (total(year) - total(year - 1)) / ahead : 0;
	return Math.max(0, Math.round(pace * (stock - before)));
}

/** The even step towards the next published figure; otherwise the loss of a declining municipality; otherwise null. */
function settledChange(
	nis: string,
	year: number,
	before: number,
	knotsOf: KnotsOf,
	{ reach }: Bounds
): number | null {
	const knots = knotsOf(nis);
	const next = knots.find(([at]) => at >= year);
	if (next) return Math.round((next[1] - before) / (next[0] - year + 1));
	const declines = knots.length === 0 && !reach && variety(nis, 'decline') < DECLINE.chance;
	return declines ? -Math.round(DECLINE.perYear * before) : null;
}
