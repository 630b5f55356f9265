import type { Day } from '#lib/domain/dates.ts';

/** Where a figure stands. */
interface Where {
	sheet: string | null;
	row: number;
}

/** Remembers the figures of a file by small numbers, so that a million of them fit in little memory. */
export interface Repeats {
	/** Where the same figure stood first; null when this is the first time. */
	firstPlace(nis: string, indicator: string, date: Day, where: Where): Where | null;
}

const MOST_CODES = 100_000;
const ROWS_OF_A_SHEET = 10_000_000;

/** An empty memory: for each date a map from the number of a series to the number of a place. */
export function createRepeats(): Repeats {
	const codes = numbering<string>();
	const indicators = numbering<string>();
	const sheets = numbering<string | null>();
	const byDate = new Map<Day, Map<number, number>>();
	return {
		firstPlace(nis, indicator, date, { sheet, row }) {
			let places = byDate.get(date);
			if (!places) byDate.set(date, (places = new Map()));
			const series = indicators.of(indicator) * MOST_CODES + codes.of(nis);
			const first = places.get(series);
			if (first === undefined) {
				places.set(series, sheets.of(sheet) * ROWS_OF_A_SHEET + row);
				return null;
			}
			const at = Math.floor(first / ROWS_OF_A_SHEET);
			return { sheet: sheets.named(at), row: first - at * ROWS_OF_A_SHEET };
		}
	};
}

function numbering<T>() {
	const numbers = new Map<T, number>();
	return {
		of(name: T): number {
			const found = numbers.get(name);
			if (found !== undefined) return found;
			numbers.set(name, numbers.size);
			return numbers.size - 1;
		},
		named: (number: number): T => [...numbers.keys()][number] as T
	};
}
