import { UnreadableFileError } from '../findings/findings.ts';
import type { Row, Table } from './table.ts';

/** Rows of a table that is looked at as a whole before any row is read. */
const LARGEST_WHOLE = 50_000;

/**
 * All rows of a table.
 * @throws UnreadableFileError when there are more than `LARGEST_WHOLE`
 */
export async function allRows(table: Table): Promise<Row[]> {
	const all: Row[] = [];
	for await (const rows of table.batches()) {
		if (all.length + rows.length > LARGEST_WHOLE) {
			throw new UnreadableFileError(
				'too_many_rows',
				`A table of this layout has at most ${LARGEST_WHOLE} rows.`,
				'the same figures as a tidy table, which may be longer',
				{ sheet: table.sheet, row: LARGEST_WHOLE, column: null }
			);
		}
		all.push(...rows);
	}
	return all;
}
