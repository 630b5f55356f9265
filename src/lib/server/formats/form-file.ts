/** What a form of the desk says, as the file that one would have handed in: a workbook with a sheet for each table. */
import writeXlsxFile, { type Sheet } from 'write-excel-file/node';

/** A table of a file: its heads, and its rows as text. */
export interface FormTable {
	sheet: string;
	heads: readonly string[];
	rows: readonly (readonly (string | null)[])[];
}

/** The workbook; every cell is text, so that nothing in it is ever a formula. */
export function formFile(tables: readonly FormTable[]): Promise<Buffer> {
	const cells = (row: readonly (string | null)[]) =>
		row.map((value) => (value === null || value === '' ? null : { value, type: String }));
	const sheets = tables.map(({ sheet, heads, rows }): Sheet<never> => ({
		sheet,
		data: [heads, ...rows].map(cells)
	}));
	return writeXlsxFile(sheets).toBuffer();
}
