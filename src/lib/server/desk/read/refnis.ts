import { isDay, type Day } from '#lib/domain/dates.ts';
import { readCode } from './cell-values.ts';
import type { Findings } from '../findings/findings.ts';
import type { AreaRow, MunicipalitiesLayout } from './layout.ts';
import { cellText, findHeader, isBlank, type Cell, type Table } from '../bytes/table.ts';

const COLUMNS = [
	'LVL_REFNIS',
	'CD_REFNIS',
	'CD_SUP_REFNIS',
	'TX_REFNIS_NL',
	'DT_VLDT_START',
	'DT_VLDT_END'
] as const;
type Column = (typeof COLUMNS)[number];

const OPEN_END = '9999-12-31';
const NO_PARENT = '-';
/** The register tells namesakes apart by what stands behind the name: «Aalst (Aalst)», «Hamme (Dendermonde)». */
const QUALIFIER = / \([^)]*\)$/;

/** Statbel's register of municipalities, arrondissements, provinces and regions with their validity. */
export const refnis: MunicipalitiesLayout = {
	kind: 'municipalities',
	name: 'refnis',
	about: 'the REFNIS register of Statbel (text with pipes, dates as dd/mm/yyyy)',
	columns: COLUMNS,
	optional: ['TX_REFNIS_DE', 'TX_REFNIS_FR'],
	publisher: 'Statbel',
	title: 'REFNIS: gemeenten en hun geldigheid',
	note: null,
	recognises: (table) => findHeader(table, COLUMNS, COLUMNS.length) !== null,
	read: async ([table], findings) => (table ? readAreas(table, findings) : [])
};

async function readAreas(table: Table, findings: Findings): Promise<AreaRow[]> {
	const header = findHeader(table, COLUMNS, COLUMNS.length);
	const areas: AreaRow[] = [];
	let row = 0;
	for await (const rows of table.batches()) {
		for (const cells of rows) {
			row++;
			if (row <= (header?.row ?? 0) || isBlank(cells)) continue;
			const cell = (column: Column) =>
				cells[header?.positions.get(column.toLowerCase()) ?? -1] ?? null;
			const area = areaOf(cell, table.sheet, row, findings);
			if (area) areas.push(area);
		}
	}
	return areas;
}

function areaOf(
	cell: (column: Column) => Cell,
	sheet: string | null,
	row: number,
	findings: Findings
): AreaRow | null {
	const refuse = (
		column: Column,
		code: 'not_a_code' | 'not_a_date' | 'not_a_level',
		expected: string
	) => {
		const value = cellText(cell(column));
		findings.block(
			code,
			{ sheet, row, column },
			{ value, expected, message: `"${value}" is not ${expected}.` }
		);
		return null;
	};
	const level = Number(cellText(cell('LVL_REFNIS')));
	if (![1, 2, 3, 4].includes(level))
		return refuse('LVL_REFNIS', 'not_a_level', 'a level from 1 to 4');
	const code = areaCode(cell('CD_REFNIS'));
	if (!code) return refuse('CD_REFNIS', 'not_a_code', 'a code of five digits');
	const above = cellText(cell('CD_SUP_REFNIS'));
	const parent = above === NO_PARENT ? null : areaCode(cell('CD_SUP_REFNIS'));
	if (above !== NO_PARENT && !parent)
		return refuse('CD_SUP_REFNIS', 'not_a_code', 'a code of five digits, or -');
	const from = dayOf(cell('DT_VLDT_START'));
	if (!from || from === OPEN_END)
		return refuse('DT_VLDT_START', 'not_a_date', 'a day as dd/mm/yyyy');
	const to = dayOf(cell('DT_VLDT_END'));
	if (!to || to < from) return refuse('DT_VLDT_END', 'not_a_date', 'a later day as dd/mm/yyyy');
	const name = cellText(cell('TX_REFNIS_NL')).replace(QUALIFIER, '');
	return { row, level, code, parent, name, from, to: to === OPEN_END ? null : to };
}

/** A code; of that of a region a spreadsheet may have taken the zero in front, and added decimals: `2000`, `2000.0`. */
function areaCode(cell: Cell): string | null {
	const text = cellText(cell).replace(/[.,]0+$/, '');
	return readCode(cell) ?? (/^[1-4]000$/.test(text) ? `0${text}` : null);
}

/** In this layout a day is always dd/mm/yyyy. */
function dayOf(cell: Cell): Day | null {
	const match = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(cellText(cell));
	const day = match ? `${match[3]}-${match[2]}-${match[1]}` : cellText(cell);
	return day === OPEN_END || isDay(day) ? day : null;
}
