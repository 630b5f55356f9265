import { describe, expect, test } from 'vitest';
import type { TypedValue } from '#lib/text/typed-value.ts';
import { parsePage } from './markup.ts';
import { readTable } from './page-table.ts';
import { screenCsv } from './screen-csv.ts';

const SHEET = JSON.stringify({
	page: '/x',
	frozen: 'http://site/x?bekend=2026-01-01',
	on: '2024-12-31',
	known: '2026-01-01'
});
const escaped = (value: unknown) => JSON.stringify(value).replaceAll('"', '&quot;');
const typed = (value: TypedValue, text = 'x') => `<data value="${escaped(value)}">${text}</data>`;
const figure = (value: number | null, text: string, more: object = {}): string =>
	typed({
		kind: 'figure',
		value,
		text,
		status: value === null ? 'niet bekend: geen cijfer gepubliceerd' : 'gepubliceerd',
		date: '2024-12-31',
		publications: [1],
		indicator: null,
		rule: null,
		...more
	});
const region = (table: string, name = 'leden') =>
	parsePage(
		`<h2 id="${name}">Wie <i>draagt</i> hoeveel?</h2><div data-table="${name}" aria-labelledby="${name}" data-sheet="${SHEET.replaceAll('"', '&quot;')}"><table>${table}</table></div><p class="note">Zo leest u dit.</p>`
	);
const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const heads = (...names: string[]) =>
	`<thead><tr>${names.map((name) => `<th>${name}</th>`).join('')}</tr></thead>`;

/** The table as CSV, a line a row. */
const lines = (table: string): string[] => {
	const found = readTable(region(table), 'leden');
	return found ? screenCsv(found.columns).trim().split('\r\n') : [];
};

describe('a table is read out of a page', () => {
	test('a number brings its status, and an unknown one its reason; blank is not zero', () => {
		const table = heads('Gemeente', 'Woningen');
		const body = `<tbody>${row('Gent', figure(1234.5, '1.235'))}${row('Aalst', figure(null, ''))}</tbody>`;
		expect(lines(table + body)).toEqual([
			'Gemeente,Woningen,Woningen: status',
			'Gent,1234.5,gepubliceerd',
			'Aalst,,niet bekend: geen cijfer gepubliceerd'
		]);
	});

	test('words beside a value stand in a column of their own; marks for the eye alone in none', () => {
		const table = heads('Regio', 'Streef&shy;cijfer <span aria-hidden="true">↓</span>');
		const body = `<tbody>${row('A', `houden: ${figure(0.07, '7,0&nbsp;%')}`)}${row('B', '<span>geen</span>')}${row('C', '–')}</tbody>`;
		expect(lines(table + body)).toEqual([
			'Regio,Streefcijfer (%),Streefcijfer: status,Streefcijfer: toelichting',
			'A,7,gepubliceerd,houden',
			'B,,,geen',
			'C,,,'
		]);
	});

	test('a cell that spans rows stands in each of them, one that spans columns in the first', () => {
		const body = `<tbody><tr><th rowspan="2">2022</th><td>a</td><td>b</td></tr><tr><td colspan="2">c</td></tr></tbody>`;
		expect(lines(heads('Toets', 'X', 'Y') + body)).toEqual(['Toets,X,Y', '2022,a,b', '2022,c,']);
	});

	test('a heading within the table becomes a column', () => {
		const part = (name: string) =>
			`<tbody><tr><th scope="rowgroup" colspan="2">${name}</th></tr>${row('x', 'y')}</tbody>`;
		expect(lines(heads('A', 'B') + part('Gent') + part('Aalst'))).toEqual([
			'Deel,A,B',
			'Gent,x,y',
			'Aalst,x,y'
		]);
	});

	test('several values in a cell become columns, and the words that join them go', () => {
		const name = (value: number, of?: string) =>
			typed({ kind: 'number', value, text: String(value), ...(of && { name: of }) });
		const body = `<tbody>${row('A', `${name(12)} van ${name(14, 'Met een objectief')}`)}</tbody>`;
		expect(lines(heads('Regio', 'Halen het') + body)).toEqual([
			'Regio,Halen het,Met een objectief',
			'A,12,14'
		]);
	});

	test('a column that is only drawn is left out, the foot is kept', () => {
		const table = `${heads('A', '<span class="hidden">Als balk</span>')}<tbody>${row('x', '<svg><title>3</title></svg>')}</tbody><tfoot>${row('Samen', '')}</tfoot>`;
		expect(lines(table)).toEqual(['A', 'x', 'Samen']);
	});

	test('different units stand beside their numbers, one unit in the head', () => {
		const body = `<tbody>${row('a', figure(12, '12&nbsp;woningen'))}${row('b', figure(0.5, '50,00&nbsp;%'))}</tbody>`;
		expect(lines((heads('Wat', 'Cijfer') + body).replaceAll('&nbsp;', '\u00a0'))).toEqual([
			'Wat,Cijfer,Cijfer: eenheid,Cijfer: status',
			'a,12,woningen,gepubliceerd',
			'b,50,%,gepubliceerd'
		]);
	});

	test('days are written by ISO 8601; figures of several dates bring theirs where no row has a day', () => {
		const later = figure(2, '2', { date: '2025-01-01' });
		const body = `<tbody>${row('a', figure(1, '1'))}${row('b', later)}</tbody>`;
		expect(lines(heads('Wat', 'N') + body)[2]).toBe('b,2,gepubliceerd,2025-01-01');
		const dated = `<tbody>${row(typed({ kind: 'day', value: '2024-12-31' }), figure(1, '1'))}</tbody>`;
		expect(lines(heads('Datum', 'N') + dated)).toEqual([
			'Datum,N,N: status',
			'2024-12-31,1,gepubliceerd'
		]);
	});

	test('what is known now stands beside what was known then', () => {
		const now = JSON.parse(
			/value="([^"]*)"/.exec(figure(9, '9'))?.[1]?.replaceAll('&quot;', '"') ?? ''
		) as object;
		const body = `<tbody>${row('a', figure(8, '8', { now }))}${row('b', figure(3, '3'))}</tbody>`;
		expect(lines(heads('Wat', 'N') + body)).toEqual([
			'Wat,N,N: status,N: nu bekend,N: nu bekend: status',
			'a,8,gepubliceerd,9,gepubliceerd',
			'b,3,gepubliceerd,,'
		]);
	});

	test('a municipality that is linked brings its NIS code', () => {
		const body = `<tbody>${row('<a href="/gemeenten/44021?op=2024-12-31">Gent</a>', 'x')}</tbody>`;
		expect(lines(heads('Gemeente', 'B') + body)).toEqual(['Gemeente,NIS-code,B', 'Gent,44021,x']);
	});

	test('a scenario says so in every row', () => {
		const table = `<caption>Per jaar; scenario, geen beslissing</caption>${heads('A')}<tbody>${row('x')}</tbody>`;
		expect(lines(table)).toEqual(['A,Soort cijfers', 'x,"scenario, geen beslissing"']);
	});

	test('title, notes and the frozen address come along', () => {
		expect(readTable(region(`${heads('A')}<tbody>${row('x')}</tbody>`), 'leden')).toMatchObject({
			title: 'Wie draagt hoeveel?',
			about: ['Zo leest u dit.'],
			sheet: { frozen: 'http://site/x?bekend=2026-01-01', on: '2024-12-31' },
			scenario: false
		});
	});

	test('a page without such a table has none', () => {
		expect(readTable(region(''), 'nergens')).toBeNull();
	});
});
