import { type Options, stringify } from 'csv-stringify/sync';
import type { Value } from '#lib/tables/field.ts';

/** Text that a spreadsheet would take for a formula or a command; some read the full-width signs as the others. */
const RISKY = /^[=+\-@\t\r＝＋－＠]/;

/**
 * A table as CSV by RFC 4180: comma, decimal point, no byte-order mark, the names of the columns in the first row.
 * Text that begins with `=`, `+`, `-`, `@` or a tab gets an apostrophe in front, so that no spreadsheet runs it; numbers
 * stay numbers.
 */
export function toCsv(columns: readonly string[], rows: Iterable<readonly Value[]>): string {
	return write(columns, rows, {});
}

/**
 * The same table as Excel reads it where commas are decimal: semicolon, decimal comma, and a byte-order mark, without
 * which it would not see that the file is UTF-8.
 */
export function toDutchCsv(columns: readonly string[], rows: Iterable<readonly Value[]>): string {
	const number = (value: number) => String(value).replace('.', ',');
	return write(columns, rows, { bom: true, delimiter: ';', cast: { number } });
}

const write = (
	columns: readonly string[],
	rows: Iterable<readonly Value[]>,
	{ cast, ...dialect }: Options
): string =>
	stringify([columns, ...rows], {
		record_delimiter: '\r\n',
		cast: { boolean: String, string: harmless, ...cast },
		...dialect
	});

/** Text that a spreadsheet would run, with an apostrophe in front; any other as it is. */
export const harmless = (text: string): string => (RISKY.test(text) ? `'${text}` : text);
