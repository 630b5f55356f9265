import { allRows } from '../bytes/all-rows.ts';
import type { Findings } from '../findings/findings.ts';
import {
	cellText,
	findHeader,
	isBlank,
	type Header,
	type Row,
	type Table
} from '../bytes/table.ts';
import { Refused, type RuleValue } from './rule-cells.ts';
import { RULE_TABLES, type RuleColumn, type RuleTable } from './rule-tables.ts';

/** A row of a table of rules, with where it stands. */
export interface RuleRow {
	sheet: string | null;
	row: number;
	/** By field of the database. */
	values: Readonly<Record<string, RuleValue>>;
	/** The sheet repeats it on the rows of another table: a region beside each of its members. */
	repeated: boolean;
}

/** The rows of a file, by table. */
export type RuleRows = ReadonlyMap<RuleTable, readonly RuleRow[]>;

/** The header of a table of rules, and which tables stand under it: a region can stand beside each of its members. */
interface Recognised {
	header: Header;
	tables: readonly RuleTable[];
}

/** Finds the tables of rules of a sheet or text file; null when it holds none. */
export function recogniseRules(table: Table): Recognised | null {
	const found = RULE_TABLES.flatMap((one) => {
		const header = findHeader(table, one.marks, one.marks.length);
		return header ? [{ header, one }] : [];
	});
	const [first] = found;
	return first ? { header: first.header, tables: found.map(({ one }) => one) } : null;
}

/**
 * Reads the rows of all tables of a file; what cannot be read becomes a finding, and its row is left out.
 * @param besides columns that every table has as well
 */
export async function readRules(
	tables: readonly Table[],
	findings: Findings,
	besides: readonly RuleColumn[] = []
): Promise<RuleRows> {
	const rows = new Map<RuleTable, RuleRow[]>();
	for (const table of tables) {
		const recognised = recogniseRules(table);
		if (!recognised) continue;
		const all = await allRows(table);
		const told = new Set<string>();
		for (const one of recognised.tables) {
			const kept = rows.get(one) ?? [];
			rows.set(one, kept);
			kept.push(...rowsOf(all, table, recognised, [...one.columns, ...besides], told, findings));
		}
		tellColumns(table, recognised, besides, findings);
	}
	return rows;
}

function rowsOf(
	all: readonly Row[],
	table: Table,
	{ header, tables }: Recognised,
	wanted: readonly RuleColumn[],
	told: Set<string>,
	findings: Findings
): RuleRow[] {
	const columns = placed(wanted, table, header, findings);
	return all.flatMap((cells, index): RuleRow[] => {
		const row = index + 1;
		if (row <= header.row || isBlank(cells)) return [];
		const values = readRow(cells, row, table, columns, told, findings);
		return values ? [{ sheet: table.sheet, row, values, repeated: tables.length > 1 }] : [];
	});
}

/** A column with its place in the table, counted from 0; null when the table has not got it. */
type Placed = RuleColumn & { at: number | null };

function placed(
	columns: readonly RuleColumn[],
	{ sheet }: Table,
	header: Header,
	findings: Findings
): Placed[] {
	return columns.map((column) => {
		const at = header.positions.get(column.header) ?? null;
		if (at === null && column.required) {
			findings.block(
				'missing_column',
				{ sheet, row: header.row, column: column.header },
				{ expected: column.header, message: `The column "${column.header}" is missing.` }
			);
		}
		return { ...column, at };
	});
}

function readRow(
	cells: Row,
	row: number,
	table: Table,
	columns: readonly Placed[],
	told: Set<string>,
	findings: Findings
): Record<string, RuleValue> | null {
	let sound = true;
	const values = columns.map(({ header, field, cell, required, at }) => {
		const place = { sheet: table.sheet, row, column: header };
		if (at === null) {
			sound &&= !required;
			return [field, required ? null : (cell.read(null) as RuleValue)];
		}
		const read = table.isFormula(row, at + 1) ? FORMULA : cell.read(cells[at] ?? null);
		if (!(read instanceof Refused)) return [field, read];
		sound = false;
		if (told.has(`${row} ${header}`)) return [field, null]; // two tables of one sheet share the column
		told.add(`${row} ${header}`);
		const { code, expected, message } = read;
		findings.block(code, place, { value: cellText(cells[at]), expected, message });
		return [field, null];
	});
	return sound ? (Object.fromEntries(values) as Record<string, RuleValue>) : null;
}

const FORMULA = new Refused(
	'formula',
	'a value',
	'The cell holds a formula. Copy the column and paste it as values.'
);

/** Columns that stand there twice, and those that no table of rules has. */
function tellColumns(
	{ sheet }: Table,
	{ header, tables }: Recognised,
	besides: readonly RuleColumn[],
	findings: Findings
): void {
	const known = new Set(
		[...tables.flatMap(({ columns }) => columns), ...besides].map((column) => column.header)
	);
	for (const [at, name] of header.names.entries()) {
		const column = name.toLowerCase();
		const place = { sheet, row: header.row, column: name };
		if (known.has(column) && header.positions.get(column) !== at) {
			const message = `The column "${name}" stands there twice.`;
			findings.block('repeated_column', place, { message });
		} else if (column !== '' && !known.has(column)) {
			findings.info('ignored_column', place, { message: `The column "${name}" is not used.` });
		}
	}
}
