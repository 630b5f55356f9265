import { yearOf, type Day } from '#lib/domain/dates.ts';

export interface YearTick {
	year: number;
	/** In per cent. */
	x: number;
	/** Where there is room, where there is little, or both. */
	shown: 'both' | 'wide' | 'narrow';
}

/**
 * Years under an axis of time, each at the day of the year that the last figure has: round ones, and the last.
 * @param place gives the place of a day, in per cent
 */
export function yearTicks(first: Day, last: Day, place: (day: Day) => number): YearTick[] {
	const [from, to] = [yearOf(first), yearOf(last)];
	const wide = isTick(from, to, 9);
	const narrow = isTick(from, to, 4);
	return Array.from({ length: to - from + 1 }, (_, index) => from + index)
		.map((year) => ({ year, date: `${year}${last.slice(4)}` }))
		.filter(({ year, date }) => date >= first && (wide(year) || narrow(year)))
		.map(({ year, date }) => {
			const shown: YearTick['shown'] =
				wide(year) && narrow(year) ? 'both' : wide(year) ? 'wide' : 'narrow';
			return { year, x: place(date), shown };
		});
}

/** Whether a year is marked when at most so many steps fit. */
function isTick(from: number, to: number, steps: number): (year: number) => boolean {
	const step = [1, 2, 5, 10, 20].find((size) => (to - from) / size <= steps) ?? 50;
	return (year) => year === to || (year % step === 0 && to - year >= step * 0.8);
}
