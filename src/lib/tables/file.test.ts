import { describe, expect, test } from 'vitest';
import { fromObservation, unknown, type Figure } from '#lib/domain/figure.ts';
import { repliesTo } from '#lib/domain/reply.ts';
import { change, count, dwellings, inPercent, shortOrOver, toGo } from '#lib/text/format.ts';
import { estimatedWords, type Cell } from './cell.ts';
import { figureCell, onPage, type Column } from './column.ts';
import { fileColumns, isScenario, type FileCell, type FileColumn } from './file.ts';
import { tableOf, type About, type Line, type Table } from './table.ts';

const figure = (value: number | null, more: Partial<Figure> = {}): Figure => ({
	...(value === null
		? unknown('2024-12-31', 'not_published')
		: fromObservation({
				nis: '44021',
				indicator: 'stock_b',
				date: '2024-12-31',
				value,
				status: 'normal',
				publication: 1,
				structureOn: null,
				note: null
			})),
	...more
});
const ADDRESS = {
	area: 'vlaanderen',
	quantity: 'stock',
	on: '2024-12-31',
	known: null,
	structureOn: '2024-12-31'
} as const;
const counted = (one: Figure): Cell => ({ figure: one, format: count });

type Row = readonly Cell[];

/** A table with these heads, of rows that are their own cells. */
const table = (
	heads: readonly Cell[],
	rows: readonly Line<Row>[],
	about: Partial<About> = {}
): Table => {
	const columns: Column<Row>[] = heads.map((head, at) => onPage(head, (row) => row[at] ?? null));
	return tableOf(columns, rows, undefined, { id: 'proef', title: '', ...about });
};

const plain = (cell: FileCell): string | number | null => {
	if (cell === null || typeof cell === 'string') return cell;
	return 'day' in cell ? cell.day : cell.value;
};
const columnsOf = (of: Table): FileColumn[] => fileColumns(of, () => []);

/** The table as a file has it: heads, then a list for each row. */
const lines = (of: Table) => {
	const columns = columnsOf(of);
	return [
		columns.map(({ name }) => name),
		...(columns[0]?.cells ?? []).map((_, row) =>
			columns.map(({ cells }) => plain(cells[row] ?? null))
		)
	];
};

describe('a file has the cells of the table', () => {
	test('a number brings its status, and an unknown one its reason; blank is not zero', () => {
		const rows = [
			['Gent', counted(figure(1234.5))],
			['Aalst', counted(figure(null))]
		];
		expect(lines(table(['Gemeente', 'Woningen'], rows))).toEqual([
			['Gemeente', 'Woningen', 'Woningen: status'],
			['Gent', 1234.5, 'gepubliceerd'],
			['Aalst', null, 'niet bekend: geen cijfer gepubliceerd']
		]);
	});

	test('words beside a value stand in a column of their own; marks for the eye alone in none', () => {
		const head: Cell = ['Streef\u00adcijfer', { words: ' ↓', look: 'seen' }];
		const rows = [
			['A', ['houden: ', { figure: figure(0.07), format: inPercent(1) }]],
			['B', { words: 'geen', look: 'none' }],
			['C', '–']
		] as const;
		expect(lines(table(['Regio', head], rows))).toEqual([
			['Regio', 'Streefcijfer', 'Streefcijfer: status', 'Streefcijfer: toelichting'],
			['A', 7, 'gepubliceerd', 'houden'],
			['B', null, null, 'geen'],
			['C', null, null, null]
		]);
		expect(columnsOf(table(['Regio', head], rows))[1]?.kind).toEqual({ is: 'number', unit: '%' });
	});

	test('remarks under each other stay apart, and what is only on the screen stays there', () => {
		const cell: Cell = [
			'revisie',
			{ words: 'vervangt nr. 3', look: 'note' },
			{ words: 'lees meer', look: 'screen', href: '/x' }
		];
		expect(lines(table(['A', 'Soort'], [['x', cell]]))[1]).toEqual([
			'x',
			'revisie; vervangt nr. 3'
		]);
	});

	test('a line across the columns stands in the first of them', () => {
		const rows: Line<Row>[] = [['x', 'y'], { across: 'klopt niet' }];
		expect(lines(table(['A', 'B'], rows)).slice(1)).toEqual([
			['x', 'y'],
			['klopt niet', null]
		]);
	});

	test('a heading within the table becomes a column', () => {
		const rows: Line<Row>[] = [{ heading: 'Gent' }, ['x', 'y'], { heading: 'Aalst' }, ['x', 'y']];
		expect(lines(table(['A', 'B'], rows))).toEqual([
			['Deel', 'A', 'B'],
			['Gent', 'x', 'y'],
			['Aalst', 'x', 'y']
		]);
	});

	test('several values in a cell become columns, and the words that join them go', () => {
		const cell: Cell = [
			{ amount: 12, format: count },
			' van ',
			{ amount: 14, format: count, name: 'Met een objectief' }
		];
		expect(lines(table(['Regio', 'Halen het'], [['A', cell]]))).toEqual([
			['Regio', 'Halen het', 'Met een objectief'],
			['A', 12, 14]
		]);
	});

	test('a column that is only drawn is left out, the foot is kept', () => {
		const drawn: Cell = { strip: { dots: [], max: 1, mean: null, width: 9, title: '3' } };
		const columns: Column<string>[] = [
			onPage('A', (row) => row),
			onPage({ words: 'Als balk', look: 'heard' }, () => drawn)
		];
		const about = { id: 'proef', title: '' };
		expect(lines(tableOf(columns, ['x'], undefined, about, { foot: [['Samen']] }))).toEqual([
			['A'],
			['x'],
			['Samen']
		]);
	});

	test('different units stand beside their numbers', () => {
		const rows = [
			['a', { figure: figure(12), format: dwellings }],
			['b', { figure: figure(0.5), format: inPercent(2) }]
		];
		expect(lines(table(['Wat', 'Cijfer'], rows))).toEqual([
			['Wat', 'Cijfer', 'Cijfer: eenheid', 'Cijfer: status'],
			['a', 12, 'woningen', 'gepubliceerd'],
			['b', 50, '%', 'gepubliceerd']
		]);
	});

	test('what a page writes in words as more than was asked keeps its minus, and its status says so', () => {
		for (const format of [shortOrOver, toGo]) {
			const [, , status] =
				lines(table(['A', 'Nog'], [['x', { figure: figure(-12), format }]]))[1] ?? [];
			expect(status).toBe('gepubliceerd; meer dan gevraagd');
		}
		const minus = table(['A', 'Verschil'], [['x', { figure: figure(-12), format: change }]]);
		expect(lines(minus)[1]).toEqual(['x', -12, 'gepubliceerd']);
	});

	test('a gap that is passed says so in the status of the file, and the number keeps its minus', () => {
		const rows = [-26, 26].map((gap) => [figureCell(figure(gap), shortOrOver)]);
		expect(lines(table(['Nog te gaan'], rows))).toEqual([
			['Nog te gaan', 'Nog te gaan: status'],
			[-26, 'gepubliceerd; meer dan gevraagd'],
			[26, 'gepubliceerd']
		]);
	});

	test('a share of an area that counts otherwise says by which rule, on the page and in the file', () => {
		const own = figure(12, { indicator: 'stock_w', address: ADDRESS });
		const rows = [[figureCell(own, count)], [figureCell(figure(13, { address: ADDRESS }), count)]];
		expect(lines(table(['Woningen'], rows))).toEqual([
			['Woningen', 'Woningen: status', 'Woningen: toelichting'],
			[12, 'gepubliceerd', 'telling W'],
			[13, 'gepubliceerd', null]
		]);
	});

	test('words that rest on an estimate are words with that said, not a mark glued to them', () => {
		const rows = [[estimatedWords({ words: 'vrijgesteld' })], [counted(figure(12))]];
		expect(lines(table(['Objectief'], rows))[1]).toEqual([null, null, 'vrijgesteld (raming)']);
	});

	test('figures of several dates bring theirs where no row has a day', () => {
		const later = counted(figure(2, { date: '2025-01-01' }));
		const rows = [
			['a', counted(figure(1))],
			['b', later]
		];
		expect(lines(table(['Wat', 'N'], rows))[2]).toEqual(['b', 2, 'gepubliceerd', '2025-01-01']);
		expect(lines(table(['Datum', 'N'], [[{ day: '2024-12-31' }, later]]))).toEqual([
			['Datum', 'N', 'N: status'],
			['2024-12-31', 2, 'gepubliceerd']
		]);
	});

	test('what is known now stands beside what was known then', () => {
		const rows = [
			['a', counted(figure(8, { now: figure(9) }))],
			['b', counted(figure(3))]
		];
		expect(lines(table(['Wat', 'N'], rows))).toEqual([
			['Wat', 'N', 'N: status', 'N: nu bekend', 'N: nu bekend: status'],
			['a', 8, 'gepubliceerd', 9, 'gepubliceerd'],
			['b', 3, 'gepubliceerd', null, null]
		]);
	});

	test('a municipality that is linked brings its NIS code', () => {
		const name: Cell = { words: 'Gent', href: '/gemeenten/44021?op=2024-12-31' };
		expect(lines(table(['Gemeente', 'B'], [[name, 'x']]))).toEqual([
			['Gemeente', 'NIS-code', 'B'],
			['Gent', '44021', 'x']
		]);
	});

	test('a scenario says so in every row', () => {
		const of = table(['A'], [['x']], { caption: 'Per jaar. Scenario, geen beslissing' });
		expect(isScenario(of)).toBe(true);
		expect(lines(of)).toEqual([
			['A', 'Soort cijfers'],
			['x', 'scenario, geen beslissing']
		]);
		expect(isScenario(table(['A'], [['x']]))).toBe(false);
	});

	test('a reply of the municipality stands with the status of its figure', () => {
		const reply = {
			id: 1,
			nis: '44021',
			name: 'Gent',
			figure: 'stock_b',
			date: '2024-12-31',
			words: 'proef',
			givenOn: '2026-01-05',
			knownFrom: '2026-01-06',
			by: 'proefcollege',
			reference: null,
			withdrawnOn: null,
			withdrawnWhy: null
		} as const;
		const find = repliesTo([reply]);
		const status = fileColumns(table(['A', 'N'], [['x', counted(figure(1))]]), find)[2];
		expect(status?.cells[0]).toMatch(/^gepubliceerd; .*Gent/);
	});
});

describe('a table has the columns that are shown', () => {
	test('a column that the page leaves out is in no row, and none is without a name of its own', () => {
		const columns: Column<string, unknown, { long: boolean }>[] = [
			onPage('A', (row) => row),
			onPage('A', (row) => row, { when: ({ long }) => long }),
			{ fields: [] }
		];
		const about = { id: 'proef', title: '' };
		expect(lines(tableOf(columns, ['x'], { long: false }, about))).toEqual([['A'], ['x']]);
		expect(lines(tableOf(columns, ['x'], { long: true }, about))).toEqual([
			['A', 'A (2)'],
			['x', 'x']
		]);
	});

	test('cells that span rows stand in each of them', () => {
		const columns: Column<readonly [string, string]>[] = [
			onPage('Toets', ([round]) => round, { spans: ([round]) => round }),
			onPage('X', ([, cell]) => cell)
		];
		const rows = [
			['2022', 'a'],
			['2022', 'b']
		] as const;
		expect(lines(tableOf(columns, rows, undefined, { id: '', title: '' }))).toEqual([
			['Toets', 'X'],
			['2022', 'a'],
			['2022', 'b']
		]);
	});
});
