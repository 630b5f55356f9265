import { zipSync, type Zippable } from 'fflate';

/** A cell of a made workbook: a day is a number with a date format, a formula carries the value it had when saved. */
export type MadeCell =
	string | number | boolean | null | { day: string } | { formula: string; value: number };

/** A sheet of a made workbook. */
export interface MadeSheet {
	sheet: string;
	rows: readonly (readonly MadeCell[])[];
	/** Ranges of merged cells, such as `A1:C1`. */
	merges?: readonly string[];
	/** What is hidden: the sheet itself, rows and columns counted from 1. */
	hidden?: { sheet?: true; rows?: readonly number[]; columns?: readonly number[] };
	/** As report servers write: cells without addresses. */
	bare?: true;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DAY_MS = 86_400_000;
/** Day 0 of a spreadsheet. */
const EPOCH = Date.UTC(1899, 11, 30);

/** The smallest .xlsx file that holds these sheets; `extra` adds or replaces parts of the archive. */
export function makeWorkbook(sheets: readonly MadeSheet[], extra: Zippable = {}): Uint8Array {
	const parts: Zippable = {
		'xl/workbook.xml': bytes(
			`<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets
				.map(
					({ sheet, hidden }, at) =>
						`<sheet name="${escaped(sheet)}" sheetId="${at + 1}"${hidden?.sheet ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`
				)
				.join('')}</sheets></workbook>`
		),
		'xl/_rels/workbook.xml.rels': bytes(
			`<Relationships xmlns="${PACKAGE}">${sheets
				.map(
					(_, at) =>
						`<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`
				)
				.join(
					''
				)}<Relationship Id="rIdS" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`
		),
		'xl/styles.xml': bytes(
			`<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`
		)
	};
	for (const [at, { rows, merges = [], hidden = {}, bare }] of sheets.entries()) {
		const xml = rows.map((row, index) => rowXml(row, index, hidden.rows ?? [])).join('');
		parts[`xl/worksheets/sheet${at + 1}.xml`] = bytes(
			sheetXml(
				bare ? xml.replace(/ r="[A-Z]*\d+"/g, '') : xml,
				mergesXml(merges),
				columnsXml(hidden.columns ?? [])
			)
		);
	}
	return zipSync({ ...parts, ...extra }, { mtime: '2026-01-01' });
}

/** The XML of a sheet around its rows. */
export const sheetXml = (rows: string, after = '', before = ''): string =>
	`<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;

const columnsXml = (hidden: readonly number[]): string =>
	hidden.length === 0
		? ''
		: `<cols>${hidden.map((at) => `<col min="${at}" max="${at}" hidden="1"/>`).join('')}</cols>`;

const mergesXml = (merges: readonly string[]): string =>
	merges.length === 0
		? ''
		: `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;

const bytes = (xml: string): Uint8Array => new TextEncoder().encode(HEAD + xml);

const rowXml = (cells: readonly MadeCell[], at: number, hidden: readonly number[]): string =>
	`<row r="${at + 1}"${hidden.includes(at + 1) ? ' hidden="1"' : ''}>${cells.map((cell, column) => cellXml(cell, `${letter(column)}${at + 1}`)).join('')}</row>`;

const letter = (column: number): string => String.fromCharCode(65 + column);

function cellXml(cell: MadeCell, address: string): string {
	if (cell === null) return '';
	if (typeof cell === 'string') {
		return `<c r="${address}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
	}
	if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
	if (typeof cell === 'boolean') return `<c r="${address}" t="b"><v>${Number(cell)}</v></c>`;
	if ('day' in cell) {
		return `<c r="${address}" s="1"><v>${(Date.parse(cell.day) - EPOCH) / DAY_MS}</v></c>`;
	}
	return `<c r="${address}"><f>${escaped(cell.formula)}</f><v>${cell.value}</v></c>`;
}

const escaped = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
