import { endOfYear, yearOf, type Day } from './dates.ts';
import { derived, type Figure } from './figure.ts';

/** Net dwellings a year, on average over some years in a row. */
export interface Pace {
	/** Signed. */
	perYear: Figure;
	from: Day;
	to: Day;
}

/**
 * The most net dwellings a year that came over so many years in a row; null when no two year-ends that far apart were counted
 * by the same rule. Of equal paces the latest.
 * @param stocks those of year-ends
 */
export function bestPace(stocks: readonly Figure[], years: number): Pace | null {
	const counted = stocks.filter((stock) => stock.value !== null && stock.date.endsWith('-12-31'));
	const byDay = new Map(counted.map((stock) => [stock.date, stock]));
	const paces = counted.flatMap((end) => {
		const start = byDay.get(endOfYear(yearOf(end.date) - years));
		return start && start.indicator === end.indicator ? [between(start, end, years)] : [];
	});
	const speed = ({ perYear }: Pace) => perYear.value ?? -Infinity;
	return paces.reduce<Pace | null>(
		(best, pace) => (best === null || speed(pace) >= speed(best) ? pace : best),
		null
	);
}

const between = (start: Figure, end: Figure, years: number): Pace => ({
	perYear: derived(((end.value ?? 0) - (start.value ?? 0)) / years, end.date, [start, end]),
	from: start.date,
	to: end.date
});
