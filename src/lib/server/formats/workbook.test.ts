import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import type { FileColumn } from '#lib/tables/file.ts';
import { count, inPercent, shortOrOver } from '#lib/text/format.ts';
import { workbook } from './workbook.ts';

const column = (name: string, is: 'text' | 'day', cells: FileColumn['cells']): FileColumn => ({
	name,
	kind: { is },
	cells,
	figures: []
});
const numbers = (name: string, cells: FileColumn['cells']): FileColumn => ({
	name,
	kind: { is: 'number', unit: '' },
	cells,
	figures: []
});

const COLUMNS = [
	column('Gemeente', 'text', ['Gent', '=HYPERLINK("http://x")', 'Hamont-Achel']),
	column('Datum', 'day', [{ day: '2024-12-31' }, { day: '1900-03-01' }, null]),
	numbers('Woningen', [{ value: 14753, format: count }, null, { value: 0, format: count }]),
	numbers('Aandeel', [
		{ value: 8.3512, format: inPercent(2) },
		{ value: -50, format: inPercent(2) },
		null
	]),
	numbers('Tekort', [{ value: -12, format: shortOrOver }, { value: 38, format: shortOrOver }, null])
];
const file = await workbook(
	[{ name: 'Leden: van [Gent]', columns: COLUMNS }],
	[
		['Blijvend adres', 'http://site/x?bekend=2026-01-01'],
		['Bron', '+32 telt']
	]
);
const sheets = await readXlsxFile(file);
const parts = Object.fromEntries(
	Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)])
);
const sheetXml = parts['xl/worksheets/sheet1.xml'] ?? '';

describe('a workbook read back', () => {
	test('has the table on one sheet and the notes on another', () => {
		expect(sheets.map(({ sheet }) => sheet)).toEqual(['Leden  van  Gent', 'Toelichting']);
	});

	test('numbers are numbers, days are dates, blank is blank, and a formula is harmless text', () => {
		expect(sheets[0]?.data).toEqual([
			['Gemeente', 'Datum', 'Woningen', 'Aandeel', 'Tekort'],
			['Gent', new Date('2024-12-31'), 14753, 0.083512, -12],
			[`'=HYPERLINK("http://x")`, new Date('1900-03-01'), null, -0.5, 38],
			['Hamont-Achel', null, 0, null, null]
		]);
		expect(sheetXml).not.toContain('<f>');
	});

	test('the notes hold the frozen address, and no formula either', () => {
		expect(sheets[1]?.data).toContainEqual(['Blijvend adres', 'http://site/x?bekend=2026-01-01']);
		expect(sheets[1]?.data).toContainEqual(['Bron', `'+32 telt`]);
	});

	test('the heads are frozen, the columns have a width, and no cells are merged', () => {
		expect(sheetXml).toMatch(/<pane[^>]*ySplit="1"[^>]*state="frozen"/);
		expect(sheetXml.match(/<col /g)).toHaveLength(COLUMNS.length);
		expect(sheetXml).not.toContain('mergeCell');
	});

	test('a number keeps the form of the page', () => {
		const styles = parts['xl/styles.xml'] ?? '';
		for (const format of [
			'#,##0',
			'#,##0.00%',
			'#,##0;#,##0&quot; over&quot;;#,##0',
			'dd/mm/yyyy'
		]) {
			expect(styles).toContain(`formatCode="${format}"`);
		}
	});
});

test('tables together have a sheet and a name of their own each, within what a spreadsheet allows', async () => {
	const long = 'Voortgang van de objectieven van de leden samen';
	const named = ['Leden', 'leden', long, `${long} en meer`, 'Toelichting'];
	const book = await workbook(
		named.map((name) => ({ name, columns: COLUMNS })),
		[['Bron', 'proef']]
	);
	const names = (await readXlsxFile(book)).map(({ sheet }) => sheet);
	expect(names).toHaveLength(named.length + 1);
	expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
	expect(names.every((name) => name.length <= 31)).toBe(true);
	expect(names.at(-1)).toBe('Toelichting');
});
