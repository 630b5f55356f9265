// Tables as CSV. A writer of its own: of what libraries for CSV add (streams, casts, quoting to taste) nothing is used here, and
// the package of the open data, 4 MB of it, took ten times as long to write.
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
	written([columns, ...rows], ',', String);

/**
 * The same table as Excel reads it where commas are decimal: semicolon, decimal comma, and a byte-order mark, without
 * which it would not see that the file is UTF-8.
 */
export const toDutchCsv = (columns: readonly string[], rows: Rows): string =>
	`\ufeff${written([columns, ...rows], ';', (value) => String(value).replace('.', ','))}`;

function written(
	rows: readonly (readonly Value[])[],
	separator: ',' | ';',
	numeral: (value: number) => string
): string {
	const field = (cell: Value): string => {
		if (cell === null) return '';
		if (typeof cell === 'string') return quoted(harmless(cell), separator);
		return typeof cell === 'number' ? numeral(cell) : String(cell);
	};
	return rows.map((row) => `${row.map(field).join(separator)}\r\n`).join('');
}

/** Text as it stands in a field: between quotes when it could be taken for more than one. */
const quoted = (text: string, separator: string): string =>
	text.includes(separator) || BREAKING.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const BREAKING = /["\r\n]/;

/** Text that a spreadsheet would run, with an apostrophe in front; anything else as it is. */
export const harmless = (text: string): string => (RISKY.test(text) ? `'${text}` : text);
