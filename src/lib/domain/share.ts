import type { Day } from './dates.ts';
import { derived, unknown, type Figure } from './figure.ts';

/** Hundredths of a per cent in one whole: 1100 of 10,000 is 11 %. */
export const BASIS_POINTS = 10_000;

/** Hundredths of a per cent as a fraction: 0.11; null where there are none. */
export const fraction = (basisPoints: number | null | undefined): number | null =>
	basisPoints == null ? null : basisPoints / BASIS_POINTS;

/**
 * Share of social rental dwellings per household, as a fraction (0.0454 is 4.54 %): stock on 31 December divided by
 * the private households of the next 1 January (domain.md R1). Unknown when either is, or when there are no households.
 */
export function share(stock: Figure, households: Figure): Figure {
	const date = stock.date;
	if (stock.value === null) return unknown(date, 'no_stock', stock.missing);
	if (households.value === null || households.value === 0) {
		return unknown(date, 'no_households', households.missing);
	}
	return derived(stock.value / households.value, date, [stock, households], 'share');
}

/** Whether a stock reaches a share of the households; never compared as rounded percentages. */
export const reachesShare = (stock: number, households: number, basisPoints: number): boolean =>
	gapToShare(stock, households, basisPoints) <= 0;

/**
 * Whole dwellings, rounded up, of ten-thousandths of one. A share in whole basis points leaves whole ten-thousandths, and a
 * held share what one of its households would: both are far more than the billionth that a division by machine is off.
 */
export const wholeDwellings = (parts: number): number =>
	Math.ceil(parts / BASIS_POINTS - 1e-9) || 0;

/**
 * Dwellings between a stock and a share of the households, signed and rounded up to whole dwellings: positive is short,
 * zero or negative means the share is reached and that many dwellings stand above it (domain.md R6, `ceil(g*H - S)`).
 */
export const gapToShare = (stock: number, households: number, basisPoints: number): number =>
	wholeDwellings(households * basisPoints - stock * BASIS_POINTS);

/** The gap as two plain numbers: dwellings short (0 when reached), and dwellings above the share (0 when short). */
export function shortAndSurplus(gap: number): { short: number; surplus: number } {
	return { short: Math.max(0, gap), surplus: gap < 0 ? -gap : 0 };
}

/** A share that somebody wants to reach, as a figure: it is asked, not counted. */
export const askedShare = (basisPoints: number, date: Day): Figure => ({
	...derived(basisPoints / BASIS_POINTS, date, [], 'goal'),
	status: 'normal'
});

/** The gap of a municipality or region as a figure. */
export function gapFigure(stock: Figure, households: Figure, basisPoints: number): Figure {
	const date: Day = stock.date;
	if (stock.value === null) return unknown(date, 'no_stock', stock.missing);
	if (households.value === null) return unknown(date, 'no_households', households.missing);
	const gap = gapToShare(stock.value, households.value, basisPoints);
	return derived(gap, date, [askedShare(basisPoints, date), households, stock], 'gap');
}
