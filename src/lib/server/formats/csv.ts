import { dsvFormat } from 'd3';
import type { Value } from '#lib/tables/field.ts';

/** Text that a spreadsheet would take for a formula or a command; some read the full-width signs as the others. */
const RISKY = /^[=+\-@\t\r＝＋－＠]/;

type Rows = Iterable<readonly Value[]>;

/**
 * A table as CSV by RFC 4180: comma, decimal point, no byte-order mark, the names of the columns in the first row.
 * Text that begins with `=`, `+`, `-`, `@` or a tab gets an apostrophe in front, so that no spreadsheet runs it; numbers
 * stay numbers.
 */
export const toCsv = (columns: readonly string[], rows: Rows): string =>
	write([columns, ...rows], ',', String);

/**
 * The same table as Excel reads it where commas are decimal: semicolon, decimal comma, and a byte-order mark, without
 * which it would not see that the file is UTF-8.
 */
export const toDutchCsv = (columns: readonly string[], rows: Rows): string =>
	`\ufeff${write([columns, ...rows], ';', (number) => String(number).replace('.', ','))}`;

function write(
	rows: readonly (readonly Value[])[],
	separator: string,
	numeral: (number: number) => string
): string {
	const { formatRow } = dsvFormat(separator);
	const text = (cell: Value): string => {
		if (typeof cell === 'string') return harmless(cell);
		return typeof cell === 'number' ? numeral(cell) : String(cell ?? '');
	};
	return rows.map((row) => `${formatRow(row.map(text))}\r\n`).join('');
}

/** Text that a spreadsheet would run, with an apostrophe in front; any other as it is. */
export const harmless = (text: string): string => (RISKY.test(text) ? `'${text}` : text);
