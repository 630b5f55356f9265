import type { Day } from './dates.ts';
import { isKnown, publishedDay } from './known.ts';

/** Publications up to this one came with the start data set: what they say of places was known from the beginning. */
export const LAST_OF_START = 1000;

/** Something that one publication says: a rule, a region, a membership. */
export interface Statement {
	publication: number;
	/** It counts on every day, whenever its publication came out. */
	ofMerger?: boolean;
}

/** When a publication came out and became known, and when it was taken back. */
type Life = Parameters<typeof isKnown>[0] & Parameters<typeof publishedDay>[0];

/**
 * What counts on a day among the statements about the same: of each key the one of the publication that was published last
 * of those known by then and not yet withdrawn; of one day, the one entered last. A statement of the start data set counts on every day, behind all others while its own
 * publication is not out: what is asked of such a day says so itself.
 * @returns in the order given
 */
export function statementsOn<Row extends Statement>(
	rows: readonly Row[],
	keyOf: (row: Row) => string,
	publications: ReadonlyMap<number, Life>,
	day: Day
): Row[] {
	const newest = new Map<string, { row: Row; rank: string }>();
	for (const row of rows) {
		const rank = rankOf(row, publications.get(row.publication), day);
		const key = keyOf(row);
		if (rank !== null && rank > (newest.get(key)?.rank ?? '')) newest.set(key, { row, rank });
	}
	const counting = new Set([...newest.values()].map(({ row }) => row));
	return rows.filter((row) => counting.has(row));
}

/** Place of a statement among those about the same, the newest last; null when it does not count on the day. */
function rankOf({ publication, ofMerger }: Statement, life: Life | undefined, day: Day) {
	const number = String(publication).padStart(10, '0');
	if (life && isKnown(life, day)) return `${publishedDay(life)} ${number}`;
	return publication <= LAST_OF_START || ofMerger ? ` ${number}` : null;
}

/** Whether the statements that count are the same on every day: one of each key, and all of the start data set. */
export function areTimeless<Row extends Statement>(
	rows: readonly Row[],
	keyOf: (row: Row) => string
): boolean {
	const ofStart = rows.every(({ publication }) => publication <= LAST_OF_START);
	return ofStart && new Set(rows.map(keyOf)).size === rows.length;
}
