import writeXlsxFile, { type Cell, type CellObject, type Sheet } from 'write-excel-file/node';
import { isTurned, type FileCell, type FileColumn, type FileNumber } from '#lib/tables/file.ts';
import { harmless } from './csv.ts';

/** A row of the sheet of notes: what it is about, and the words. */
export type Note = readonly [about: string, words: string];

/** Widths in characters: what a column is at least and at most. */
const WIDTH = { least: 9, most: 48 };
const NOTES_WIDTHS = [26, 110];

const HEAD = {
	fontWeight: 'bold',
	wrap: true,
	alignVertical: 'bottom',
	bottomBorderStyle: 'thin'
} as const satisfies Partial<CellObject>;

/** A table that goes into a workbook. */
export interface BookTable {
	name: string;
	columns: readonly FileColumn[];
}

/**
 * Tables as a workbook: each sheet is a table and nothing else, its heads frozen; the last says what they are, of which
 * days, by whom, and what the statuses mean.
 */
export function workbook(tables: readonly BookTable[], notes: readonly Note[]): Promise<Buffer> {
	const names = sheetNames(tables.map(({ name }) => name));
	const sheets = tables.map(({ columns }, at) => tableSheet(names[at] ?? '', columns));
	return writeXlsxFile([...sheets, notesSheet(notes)]).toBuffer();
}

function tableSheet(name: string, columns: readonly FileColumn[]): Sheet<never> {
	const rows = (columns[0]?.cells ?? []).map((_, row) =>
		columns.map(({ cells }) => sheetCell(cells[row] ?? null))
	);
	return {
		sheet: name,
		data: [columns.map((column) => headCell(column)), ...rows],
		columns: columns.map((column) => ({ width: widthOf(column) })),
		stickyRowsCount: 1,
		stickyColumnsCount: 1
	};
}

const headCell = ({ name, kind }: FileColumn): Cell => ({
	...HEAD,
	value: harmless(name),
	type: String,
	align: kind.is === 'number' ? 'right' : 'left'
});

function sheetCell(cell: FileCell): Cell {
	if (cell === null) return null;
	if (typeof cell === 'string') return { value: harmless(cell), type: String };
	if ('day' in cell) return { value: new Date(cell.day), type: Date, format: 'dd/mm/yyyy' };
	return { value: spreadsheetValue(cell), type: Number, format: spreadsheetFormat(cell) };
}

function notesSheet(notes: readonly Note[]): Sheet<never> {
	const row = (cells: readonly string[], style: Partial<CellObject>): Cell[] =>
		cells.map((words) => ({ ...style, value: harmless(words), type: String }));
	return {
		sheet: NOTES,
		data: [
			row(['Over', 'Toelichting'], HEAD),
			...notes.map((note) => row(note, { wrap: true, alignVertical: 'top' }))
		],
		columns: NOTES_WIDTHS.map((width) => ({ width })),
		stickyRowsCount: 1
	};
}

/** Wide enough for its cells and the longest word of its head. */
function widthOf({ name, cells }: FileColumn): number {
	const words = name.split(' ').map((word) => word.length + 2);
	const needed = Math.max(WIDTH.least, ...words, ...cells.map(lengthOf));
	return Math.min(WIDTH.most, needed);
}

function lengthOf(cell: FileCell): number {
	if (cell === null) return 0;
	if (typeof cell === 'string') return cell.length + 1;
	if ('day' in cell) return 12;
	const { decimals, unit } = cell.format;
	return cell.value.toFixed(decimals).length * 1.3 + unit.length + 3;
}

/** The number format of a spreadsheet that writes a number as the page does. */
function spreadsheetFormat(number: FileNumber): string {
	const { decimals, grouped, plus, unit, turnedWords } = number.format;
	const digits = `${grouped ? '#,##0' : '0'}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
	const withUnit = (words: string) => `${digits}${unit === '%' ? '%' : words && `" ${words}"`}`;
	const body = withUnit(unit);
	if (isTurned(number)) {
		const below = withUnit(`${unit} ${turnedWords}`.trim());
		return `${body};${below};${body}`;
	}
	return plus && number.value > 0 ? `+${body};-${body};${body}` : body;
}

/** The number as a spreadsheet holds it: a per cent as a fraction, so that it can be reckoned with. */
export const spreadsheetValue = ({ value, format }: FileNumber): number =>
	format.unit === '%' ? Number((value / 100).toPrecision(14)) : value;

const NOTES = 'Toelichting';
const LONGEST_NAME = 31;

/**
 * A name of its own for each sheet: at most 31 characters, none of those with which a spreadsheet points at cells, and
 * capitals make no difference.
 */
function sheetNames(names: readonly string[]): string[] {
	const taken = new Set([NOTES.toLowerCase()]);
	return names.map((name, at) => {
		const plain = name.replace(/[[\]*?:/\\']/g, ' ');
		const short = plain.slice(0, LONGEST_NAME).trim();
		const number = ` ${at + 1}`;
		const own = taken.has(short.toLowerCase())
			? plain.slice(0, LONGEST_NAME - number.length).trim() + number
			: short;
		taken.add(own.toLowerCase());
		return own;
	});
}
