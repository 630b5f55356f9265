import { stringify } from 'csv-stringify/sync';

/** What a cell can hold; null is a blank cell, never 0. */
export type CsvCell = string | number | boolean | null;

/** Text that a spreadsheet would take for a formula or a command. */
const RISKY = /^[=+\-@\t\r]/;

/**
 * A table as CSV by RFC 4180: comma, decimal point, no byte-order mark, the names of the columns in the first row.
 * Text that begins with `=`, `+`, `-`, `@` or a tab gets an apostrophe in front, so that no spreadsheet runs it; numbers
 * stay numbers.
 */
export function toCsv(columns: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
	return stringify(
		[columns, ...rows].map((row) => row.map(harmless)),
		{
			record_delimiter: '\r\n',
			cast: { boolean: String }
		}
	);
}

const harmless = (cell: CsvCell): CsvCell =>
	typeof cell === 'string' && RISKY.test(cell) ? `'${cell}` : cell;
