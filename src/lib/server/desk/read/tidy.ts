import type { Findings } from '../findings/findings.ts';
import type { Field, FigureFile, FiguresLayout, RawFigure } from './layout.ts';
import {
	cellText,
	findHeader,
	isBlank,
	type Header,
	type Row,
	type Table
} from '../bytes/table.ts';
import { structureStart } from './structure.ts';

const COLUMNS: Readonly<Record<Field, string>> = {
	nis: 'nis_code',
	date: 'reference_date',
	indicator: 'indicator',
	value: 'value',
	status: 'status',
	note: 'note'
};
const FIELDS = Object.keys(COLUMNS) as Field[];
const REQUIRED = ['nis_code', 'reference_date', 'indicator', 'value'];
const OPTIONAL = ['status', 'note'];
const ENOUGH = 3;

/**
 * The project's own table: one figure a row, as CSV or on one or more sheets of a workbook. Names of columns in any
 * order, upper and lower case alike.
 */
export const tidy: FiguresLayout = {
	kind: 'figures',
	name: 'tidy',
	about: 'the tidy table of this project, one figure a row (CSV or XLSX)',
	columns: REQUIRED,
	optional: OPTIONAL,
	publisher: null,
	title: null,
	note: null,
	recognises: (table) => findHeader(table, REQUIRED, ENOUGH) !== null,
	async open(tables, options, places, findings): Promise<FigureFile> {
		const parts = tables.flatMap((table) => {
			const header = checkedHeader(table, findings);
			return header ? [{ table, header }] : [];
		});
		return {
			columns: COLUMNS,
			structureOn: options.structureOn && structureStart(places, options.structureOn),
			async *batches() {
				for (const { table, header } of parts) yield* figuresOf(table, header, findings);
			}
		};
	}
};

/** The header, or null when a column that must be there is not. */
function checkedHeader(table: Table, findings: Findings): Header | null {
	const header = findHeader(table, REQUIRED, ENOUGH);
	if (!header) return null;
	const { sheet } = table;
	const known = new Set([...REQUIRED, ...OPTIONAL]);
	const missing = REQUIRED.filter((column) => !header.positions.has(column));
	for (const column of missing) {
		const message = `The column "${column}" is missing.`;
		findings.block(
			'missing_column',
			{ sheet, row: header.row, column },
			{ expected: column, message }
		);
	}
	for (const [at, name] of header.names.entries()) {
		const column = name.toLowerCase();
		const place = { sheet, row: header.row, column: name };
		if (known.has(column) && header.positions.get(column) !== at) {
			findings.block('repeated_column', place, {
				message: `The column "${name}" stands there twice.`
			});
		} else if (column !== '' && !known.has(column)) {
			findings.info('ignored_column', place, { message: `The column "${name}" is not used.` });
		}
	}
	if (header.row > 1) {
		const message = `The rows above row ${header.row}, which holds the names of the columns, are not used.`;
		findings.info('rows_above_header', { sheet, row: header.row, column: null }, { message });
	}
	return missing.length === 0 ? header : null;
}

async function* figuresOf(
	table: Table,
	header: Header,
	findings: Findings
): AsyncGenerator<RawFigure[]> {
	const at = FIELDS.map((field) => header.positions.get(COLUMNS[field]) ?? -1);
	let row = 0;
	for await (const rows of table.batches()) {
		const figures: RawFigure[] = [];
		for (const cells of rows) {
			row++;
			if (row <= header.row || isBlank(cells)) continue;
			checkCells(table, header, cells, row, findings);
			figures.push(rawFigure(table.sheet, row, cells, at));
		}
		yield figures;
	}
}

function rawFigure(
	sheet: string | null,
	row: number,
	cells: Row,
	[nis = -1, date = -1, indicator = -1, value = -1, status = -1, note = -1]: readonly number[]
): RawFigure {
	const cell = (at: number) => cells[at] ?? null;
	return {
		sheet,
		row,
		nis: cell(nis),
		date: cell(date),
		indicator: cell(indicator),
		value: cell(value),
		status: cell(status),
		note: cell(note)
	};
}

function checkCells(
	table: Table,
	header: Header,
	cells: Row,
	row: number,
	findings: Findings
): void {
	const { sheet } = table;
	for (let at = header.names.length; at < cells.length; at++) {
		if (cellText(cells[at]) === '') continue;
		findings.block(
			'extra_cells',
			{ sheet, row, column: null },
			{
				value: cells[at],
				expected: `at most ${header.names.length} cells`,
				message:
					'The row has more cells than the header. In a file with commas, a comma inside a number splits it in two.'
			}
		);
		break;
	}
	if (sheet === null) return;
	for (const name of [...REQUIRED, ...OPTIONAL]) {
		const at = header.positions.get(name);
		if (at === undefined || !table.isFormula(row, at + 1)) continue;
		findings.block(
			'formula',
			{ sheet, row, column: name },
			{
				value: cells[at],
				expected: 'a value',
				message: 'The cell holds a formula. Copy the column and paste it as values.'
			}
		);
	}
}
