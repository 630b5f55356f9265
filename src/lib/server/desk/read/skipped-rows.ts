/** Rows of which somebody said that they are no municipality: they are read as if they were blank. */
import { WHOLE_FILE, type Findings } from '../findings/findings.ts';
import type { Row, Table } from '../bytes/table.ts';
import { someOf } from './absent.ts';
import type { ImportMap } from './import-map.ts';

/** A row as a mapping file names it: `Meting!7`, and `7` in a text file. @param row counted from 1 */
export const rowAddress = (sheet: string | null, row: number): string =>
	sheet === null ? String(row) : `${sheet}!${row}`;

/** The tables with the rows blank that a mapping file skips; the others as they were. */
export function withoutSkipped(tables: readonly Table[], map: ImportMap | null): Table[] {
	const skipped = new Set(map?.skipRows);
	return tables.map((table) => (skipped.size === 0 ? table : blanked(table, skipped)));
}

function blanked(table: Table, skipped: ReadonlySet<string>): Table {
	const blank = (rows: readonly Row[], before: number): Row[] =>
		rows.map((row, at) => (skipped.has(rowAddress(table.sheet, before + at + 1)) ? [] : row));
	return {
		...table,
		head: blank(table.head, 0),
		isFormula: (row, column) => table.isFormula(row, column),
		async *batches() {
			let before = 0;
			for await (const rows of table.batches()) {
				yield blank(rows, before);
				before += rows.length;
			}
		}
	};
}

/** Tells which rows are skipped; one that names a sheet which the file has not is refused. */
export function tellSkipped(
	tables: readonly Table[],
	map: ImportMap | null,
	findings: Findings
): void {
	const skipped = map?.skipRows ?? [];
	const isThere = (address: string) =>
		tables.some(({ sheet }) => address === rowAddress(sheet, rowOf(address)));
	for (const value of skipped.filter((address) => !isThere(address)))
		findings.block('unknown_map_entry', WHOLE_FILE, {
			value,
			message: `The mapping file skips the row "${value}", and the file has no such sheet.`
		});
	if (skipped.length === 0) return;
	const message = `Rows that are skipped as no municipality: ${someOf(skipped)}.`;
	findings.info('skipped_row', WHOLE_FILE, { value: skipped.length, message });
}

const rowOf = (address: string): number => Number(address.slice(address.lastIndexOf('!') + 1));
