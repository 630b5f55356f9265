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
 * of those known by then and not yet withdrawn; of one day, the one entered last. While none is known, the earliest of the
 * start data set counts: what is asked of such a day says so itself.
 * @returns in the order given
 */
export function statementsOn<Row extends Statement>(
	rows: readonly Row[],
	keyOf: (row: Row) => string,
	publications: ReadonlyMap<number, Life>,
	day: Day
): Row[] {
	const rankOf = ({ publication }: Row): string => {
		const life = publications.get(publication);
		return `${life ? publishedDay(life) : ''} ${String(publication).padStart(10, '0')}`;
	};
	const isOut = ({ publication }: Row): boolean => {
		const life = publications.get(publication);
		return life !== undefined && isKnown(life, day);
	};
	const countingOf = (same: readonly Row[]): Row | undefined => {
		const ranked = same.toSorted((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1));
		return ranked.findLast(isOut) ?? ranked.find(isOfStart);
	};
	const counting = new Set([...Map.groupBy(rows, keyOf).values()].map(countingOf));
	return rows.filter((row) => counting.has(row));
}

const isOfStart = ({ publication, ofMerger }: Statement): boolean =>
	publication <= LAST_OF_START || ofMerger === true;

/** Whether the statements that count are the same on every day: one of each key, and all of the start data set. */
export function areTimeless<Row extends Statement>(
	rows: readonly Row[],
	keyOf: (row: Row) => string
): boolean {
	const ofStart = rows.every(({ publication }) => publication <= LAST_OF_START);
	return ofStart && new Set(rows.map(keyOf)).size === rows.length;
}
