/** One cell as the file holds it: text in a text file, a typed value in a workbook, null when blank. */
export type Cell = string | number | boolean | Date | null;

/** One row; cells beyond its end are blank. */
export type Row = readonly Cell[];

/** Rows of a text file, or of one sheet of a workbook. Row 1 is the first row of the file or sheet. */
export interface Table {
	/** Name of the sheet; null in a text file. */
	sheet: string | null;
	/** The first rows, at most `HEAD_ROWS`. */
	head: readonly Row[];
	/** All rows from row 1, in batches; at most `LARGEST_ROW` rows. */
	batches(): AsyncIterable<readonly Row[]>;
	/** Whether a cell (row and column counted from 1) holds a formula: its value was computed by another program. */
	isFormula(row: number, column: number): boolean;
	/** The merged cells of a sheet; in a text file nobody can tell. */
	merges: readonly Merge[];
	/** What somebody who opens the file does not see of it. */
	hidden: Hidden;
}

/** What a workbook hides; rows and columns counted from 1. A filter hides the rows that it leaves out. */
export interface Hidden {
	sheet: boolean;
	rows: ReadonlySet<number>;
	columns: ReadonlySet<number>;
}

export const NOTHING_HIDDEN: Hidden = { sheet: false, rows: new Set(), columns: new Set() };

/** Cells of a sheet that are merged into the first of them; rows and columns counted from 1. */
export interface Merge {
	top: number;
	left: number;
	bottom: number;
	right: number;
}

/** Rows within which the header must stand. */
export const HEAD_ROWS = 20;
/** Rows read at most from one table. */
export const LARGEST_ROW = 5_000_000;
/** Columns read at most from one table. */
export const LARGEST_COLUMN = 1_000;

const BLANKS = /^[\s\u00A0\u2007\u202F\uFEFF]+|[\s\u00A0\u2007\u202F\uFEFF]+$/g;
const EDGE = /^[\s\u00A0\u202F\uFEFF]|[\s\u00A0\u202F\uFEFF]$/;

/** A cell as text without the blanks around it, no-break blanks included; a day as `YYYY-MM-DD`; '' when blank. */
export function cellText(cell: Cell | undefined): string {
	if (typeof cell === 'string') return EDGE.test(cell) ? cell.replace(BLANKS, '') : cell;
	if (cell === null || cell === undefined) return '';
	return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}

/** Whether no cell of a row holds anything. */
export const isBlank = (row: Row): boolean => row.every((cell) => cellText(cell) === '');

/** Where the columns of a layout stand in a table. */
export interface Header {
	/** Row of the header, counted from 1. */
	row: number;
	/** The header's cells as the file writes them, without blanks around them. */
	names: readonly string[];
	/** Position, counted from 0, of each column by its name in lower case. */
	positions: ReadonlyMap<string, number>;
}

/** The first row within the head that names at least `enough` of the columns; upper and lower case are alike. */
export function findHeader(
	table: Table,
	columns: readonly string[],
	enough: number
): Header | null {
	const wanted = columns.map((column) => column.toLowerCase());
	for (const [index, row] of table.head.entries()) {
		const names = row.map(cellText);
		const positions = firstPositions(names);
		if (wanted.filter((column) => positions.has(column)).length >= enough) {
			return { row: index + 1, names, positions };
		}
	}
	return null;
}

function firstPositions(names: readonly string[]): Map<string, number> {
	const positions = new Map<string, number>();
	for (const [at, name] of names.entries()) {
		const key = name.toLowerCase();
		if (key !== '' && !positions.has(key)) positions.set(key, at);
	}
	return positions;
}
