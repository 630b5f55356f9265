import { endOfYear, yearOf } from '#lib/domain/dates.ts';
import { apportion } from '#lib/domain/apportion.ts';
import { TOTALS } from './assumptions.ts';
import type { Ground } from './ground.ts';
import { interpolate, type Knot } from './interpolate.ts';
import { LAST_YEAR, yearsBetween } from './years.ts';

/** Social rental dwellings of each province (NIS code) at the end of a year; they add up to Flanders. */
export type ProvinceTotals = (province: string, year: number) => number;

/** Stock of every province at every year-end from the baseline on: published where it is, fitted in between. */
export function provinceTotals(ground: Ground): ProvinceTotals {
	const flanders = flandersTotals(ground);
	const partOf = provinceParts(ground, flanders);
	const years = yearsBetween(yearOf(ground.scheme.baselineOn), LAST_YEAR);
	const byYear = new Map(
		years.map((year) => [year, divideOverProvinces(ground, year, flanders(year), partOf)])
	);
	return (province, year) => {
		const total = byYear.get(year)?.get(province);
		if (total === undefined) throw new RangeError(`No total of province ${province} in ${year}`);
		return total;
	};
}

/** Straight lines between the year-ends at which the Flemish stock is published or follows from a published change. */
function flandersTotals(ground: Ground): (year: number) => number {
	const knots = extendByFlows(ground, publishedStock(ground, ground.flanders));
	const baseline = yearOf(ground.scheme.baselineOn);
	const increase = ground.regions
		.series(ground.flanders, 'realised')
		.find(({ day }) => day.endsWith('-12-31') && !knots.has(yearOf(day)));
	if (increase && !knots.has(baseline)) {
		const year = yearOf(increase.day);
		const stock = stockBefore(knots, year, increase.value / (year - baseline));
		knots.set(year, stock).set(baseline, stock - increase.value);
	}
	const line = inOrder(knots);
	return (year) => Math.round(interpolate(line, year));
}

/**
 * The published totals of a region at year-ends, each raised to what the measurement counts; of several for one year-end
 * the first of `TOTALS`.
 */
function publishedStock({ regions }: Ground, slug: string): Map<number, number> {
	const nearestLast = TOTALS.toReversed().flatMap(({ indicator, beside }) =>
		regions
			.series(slug, indicator)
			.map(({ day, value }) => ({ day, value: Math.round(value * (1 + beside)) }))
	);
	const atYearEnd = nearestLast.filter(({ day }) => day.endsWith('-12-31'));
	return new Map(atYearEnd.map(({ day, value }) => [yearOf(day), value]));
}

/** A published net change of a year carries a known stock to the year-end before or after it. */
function extendByFlows(
	{ regions, flanders }: Ground,
	stock: Map<number, number>
): Map<number, number> {
	for (const { day, value } of regions.series(flanders, 'flow_net')) {
		const year = yearOf(day);
		const [before, after] = [stock.get(year - 1), stock.get(year)];
		if (before === undefined && after !== undefined) stock.set(year - 1, after - value);
		if (after === undefined && before !== undefined) stock.set(year, before + value);
	}
	return stock;
}

/**
 * The stock of a year before the first published one: backwards by the mean of the yearly growth before it (published as
 * net increase) and the yearly growth between the first two published stocks.
 */
function stockBefore(stock: Map<number, number>, year: number, growthBefore: number): number {
	const [first, second] = inOrder(stock);
	if (!first || !second) throw new Error('Two published stocks of Flanders are needed');
	const growthAfter = (second[1] - first[1]) / (second[0] - first[0]);
	return Math.round(first[1] - ((first[0] - year) * (growthBefore + growthAfter)) / 2);
}

const inOrder = (stock: Map<number, number>): Knot[] => [...stock].sort(([a], [b]) => a - b);

/**
 * The part of Flanders that a province has: its own published stock over that of Flanders, in straight lines between
 * the years; for provinces without a published stock the rest by their stock of housing companies.
 */
function provinceParts(ground: Ground, flanders: (year: number) => number) {
	const own = new Map<string, Knot[]>();
	for (const province of ground.provinces) {
		const stock = inOrder(publishedStock(ground, ground.slugOf('provincie', province)));
		own.set(
			province,
			stock.map(([year, value]) => [year, value / flanders(year)])
		);
	}
	return (province: string, year: number): number | null => {
		const knots = own.get(province) ?? [];
		return knots.length > 0 ? interpolate(knots, year) : null;
	};
}

function divideOverProvinces(
	ground: Ground,
	year: number,
	total: number,
	partOf: (province: string, year: number) => number | null
): Map<string, number> {
	const totals = new Map<string, number>();
	let rest = total;
	for (const province of ground.provinces) {
		const part = partOf(province, year);
		if (part === null) continue;
		totals.set(province, Math.round(part * total));
		rest -= Math.round(part * total);
	}
	const others = ground.provinces.filter((province) => !totals.has(province));
	const claims = others.map((key) => ({ key, weight: companyStock(ground, key) ?? 0 }));
	return new Map([...totals, ...(claims.length > 0 ? apportion(rest, claims) : [])]);
}

/** The year-end at which the stock of housing companies (definition D) of all provinces is published. */
export const COMPANY_YEAR = 2020;

/** Published stock of the housing companies of a province; null when there is none. */
export const companyStock = (ground: Ground, province: string): number | null =>
	ground.regions.at(ground.slugOf('provincie', province), 'stock_d', endOfYear(COMPANY_YEAR));
