import { describe, expect, test } from 'vitest';
import { bytesSource, inspect } from '#lib/server/desk/bytes/source.ts';
import { openTables } from '#lib/server/desk/bytes/open-tables.ts';
import { FigureChecker } from '#lib/server/desk/check/figure-checker.ts';
import { Findings } from '#lib/server/desk/findings/findings.ts';
import { recogniseLayout } from '#lib/server/desk/read/layouts.ts';
import type { Status } from '#lib/domain/status.ts';
import { statusWords } from '#lib/text/figure-words.ts';
import { STATUS_WORDS } from '#lib/text/words.ts';
import { SMALL_LAWS, smallPlaces } from './small-world.ts';
import { makeWorkbook, type MadeCell, type MadeSheet } from './workbook-maker.ts';

/** A text file, or the rows of a workbook with one sheet. */
type Given = string | readonly (readonly MadeCell[])[] | MadeSheet;

const bytesOf = (given: Given): Uint8Array => {
	if (typeof given === 'string') return new TextEncoder().encode(given);
	return makeWorkbook(['rows' in given ? given : { sheet: 'Blad1', rows: given }]);
};

/** What is read of a file: its figures and objectives, a line each, and the kinds of finding. */
async function read(given: Given): Promise<{ lines: string[]; codes: Set<string> }> {
	const source = bytesSource('input', bytesOf(given));
	const { tables } = await openTables(source, await inspect(source));
	const { layout, tables: taken } = recogniseLayout(tables);
	if (layout.kind !== 'figures') throw new Error(`read as ${layout.name}`);
	const findings = new Findings();
	const options = { observedUntil: null, structureOn: null, on: null, map: null };
	const places = smallPlaces();
	const file = await layout.open(taken, options, places, findings, SMALL_LAWS);
	const context = { places, publishedOn: '2026-03-01', households: new Map(), laws: SMALL_LAWS };
	const checker = new FigureChecker(context, file, findings);
	const lines: string[] = [];
	for await (const batch of file.batches())
		for (const figure of batch.flatMap((raw) => checker.check(raw) ?? []))
			lines.push(`${figure.nis} ${figure.indicator} ${figure.date} ${figure.value}`);
	for (const { nis, component, value } of file.beside?.objectives ?? [])
		lines.push(`${nis} ${component} ${value}`);
	return { lines: lines.sort(), codes: new Set(findings.list().map(({ code }) => code)) };
}

const T = 'Sociale huurwoningen, toestand op 31/12/2022';
const STOCK = ['34013 stock_b 2022-12-31 900', '34022 stock_b 2022-12-31 3000'];
const PLANNED = ['34013 planned 2022-12-31 25', '34022 planned 2022-12-31 40'];

/** What must come out: these lines, or this kind of finding and no wrong number. */
type Wanted = { lines: string[]; told?: string } | { asked: string; lines?: string[] };

type Case = readonly [string, Given, Wanted];

/** How a file of this site writes the status of a number that was computed. */
const computed = (status: Status): string =>
	statusWords({
		...{ value: 1, reason: null, date: '2022-12-31', status, composed: false },
		...{ publications: [], missing: [], indicator: null, made: { rule: 'sum', parts: [] } }
	});

const KINDS: Readonly<Record<string, readonly Case[]>> = {
	'two tables beside each other': [
		[
			'the towns in another order',
			[
				[T],
				['Gemeente', 'Huurwoningen', null, 'Gemeente', 'Gepland'],
				['Kortrijk', 3000, null, 'Harelbeke', 25],
				['Harelbeke', 900, null, 'Kortrijk', 40]
			],
			{ lines: [...PLANNED, ...STOCK].sort(), told: 'several_tables' }
		],
		[
			'codes before the names of the second',
			[
				[T],
				['NIS', 'Gemeente', 'Huurwoningen', 'NIS', 'Gemeente', 'Gepland'],
				[34022, 'Kortrijk', 3000, 34013, 'Harelbeke', 25],
				[34013, 'Harelbeke', 900, 34022, 'Kortrijk', 40]
			],
			{ lines: [...PLANNED, ...STOCK].sort(), told: 'several_tables' }
		],
		[
			'the second longer than the first, as text',
			`${T}\nGemeente;Huurwoningen;;Gemeente;Gepland\nKortrijk;3000;;Harelbeke;25\n;;;Kortrijk;40\n`,
			{ lines: ['34022 stock_b 2022-12-31 3000', ...PLANNED].sort(), told: 'several_tables' }
		]
	],
	'two tables below each other': [
		[
			'a title between them',
			`${T}\nGemeente;Huurwoningen\nKortrijk;3000\nHarelbeke;900\n\nTabel 2\nGemeente;Gepland\nKortrijk;40\nHarelbeke;25\n`,
			{ lines: [...PLANNED, ...STOCK].sort(), told: 'several_tables' }
		],
		[
			'no blank row between them',
			`${T}\nGemeente;Huurwoningen\nKortrijk;3000\nHarelbeke;900\nGemeente;Gepland\nKortrijk;40\nHarelbeke;25\n`,
			{ lines: [...PLANNED, ...STOCK].sort(), told: 'several_tables' }
		],
		[
			'the second of another day',
			`${T}\nGemeente;Huurwoningen\nKortrijk;3000\nHarelbeke;900\n\nToestand op 31/12/2021\nGemeente;Huurwoningen\nKortrijk;2950\n`,
			{ lines: ['34022 stock_b 2021-12-31 2950', ...STOCK].sort(), told: 'several_tables' }
		]
	],
	'percentages in a column of homes': [
		['9%', 'Gemeente;Huurwoningen 31/12/2022\nKortrijk;9%\n', { asked: 'percent_as_count' }],
		['8,5 %', 'Gemeente;Huurwoningen 31/12/2022\nKortrijk;8,5 %\n', { asked: 'percent_as_count' }],
		[
			'of an objective',
			`${T}\nGemeente;BSO;Gerealiseerd\nKortrijk;40 %;12\n`,
			{ asked: 'percent_as_count', lines: ['34022 realised 2022-12-31 12'] }
		]
	],
	'estimates of this site that come back': [
		[
			'the status after the number',
			'Gemeente;NIS-code;Sociale huurwoningen 31/12/2022;Sociale huurwoningen: status\nKortrijk;34022;3035;raming (oefencijfer)\nHarelbeke;34013;900;gepubliceerd\n',
			{ lines: STOCK.slice(0, 1), told: 'own_estimate' }
		],
		[
			'a number that rests on one',
			'Gemeente;Huurwoningen 31/12/2022;Huurwoningen: status\nKortrijk;3035;rust op een raming (oefencijfer)\nHarelbeke;900;gepubliceerd\n',
			{ lines: STOCK.slice(0, 1), told: 'own_estimate' }
		],
		[
			'two columns, each with its own status',
			`${T}\nGemeente;Huurwoningen;Huurwoningen: status;Gepland;Gepland: status\nKortrijk;3000;gepubliceerd;41;raming (oefencijfer)\nHarelbeke;901;raming (oefencijfer);25;gepubliceerd\n`,
			{ lines: ['34013 planned 2022-12-31 25', STOCK[1] ?? ''].sort(), told: 'own_estimate' }
		]
	],
	'what nobody counted, in the words of this site': [
		...(['estimated', 'forecast'] as const).flatMap((status) =>
			[
				`Huurwoningen: status;${STATUS_WORDS[status]};${STATUS_WORDS.normal}`,
				`Huurwoningen: status;${computed(status)};${computed('normal')}`,
				`Huurwoningen_status;${status};normal`
			].map((words): Case => {
				const [head = '', ofKortrijk = '', ofHarelbeke = ''] = words.split(';');
				return [
					`${head}: ${ofKortrijk}`,
					`${T}\nGemeente;Huurwoningen;${head}\nKortrijk;3035;${ofKortrijk}\nHarelbeke;900;${ofHarelbeke}\n`,
					{ lines: STOCK.slice(0, 1), told: 'own_estimate' }
				];
			})
		),
		[
			'the row of the region',
			`${T}\nGemeente;Huurwoningen\nKortrijk;3000\nHarelbeke;900\nDe regio;3900\n`,
			{ lines: STOCK, told: 'total_not_used' }
		]
	],
	'a group title with a known name': [
		[
			'merged over its columns',
			{
				sheet: 'Blad1',
				merges: ['B2:C2'],
				rows: [
					[T],
					['Gemeente', 'BSO', null],
					[null, 'Objectief', 'Gerealiseerd'],
					['Kortrijk', 200, 300]
				]
			},
			{ lines: ['34022 realised 2022-12-31 300', '34022 total 200'] }
		],
		[
			'blank beside it, as text',
			`${T}\nGemeente;BSO;\n;Objectief;Gerealiseerd\nKortrijk;200;300\n`,
			{ lines: ['34022 realised 2022-12-31 300', '34022 total 200'] }
		],
		[
			'two groups',
			{
				sheet: 'Blad1',
				merges: ['B2:C2', 'D2:E2'],
				rows: [
					[T],
					['Gemeente', 'Aanbod', null, 'BSO', null],
					[null, 'Huurwoningen', 'Huishoudens', 'Objectief', 'Gepland'],
					['Kortrijk', 3000, 35000, 200, 40]
				]
			},
			{
				lines: [
					'34022 households 2023-01-01 35000',
					'34022 planned 2022-12-31 40',
					'34022 stock_b 2022-12-31 3000',
					'34022 total 200'
				]
			}
		]
	],
	'parts by sort of landlord': [
		[
			'in a row of heads',
			`${T}\nGemeente;SHM;SVK;Huurwoningen\nKortrijk;2950;50;3000\nHarelbeke;880;20;900\n`,
			{ lines: STOCK, told: 'derived_column' }
		],
		[
			'the total first',
			`${T}\nGemeente;Totaal huurwoningen;Woonmaatschappijen;Woningfonds\nKortrijk;3000;2950;50\nHarelbeke;900;880;20\n`,
			{ lines: STOCK, told: 'derived_column' }
		],
		[
			'parts that are not the whole',
			`${T}\nGemeente;SHM;SVK;Huurwoningen\nKortrijk;2950;40;3000\nHarelbeke;880;20;900\n`,
			{ lines: STOCK, told: 'total_not_sum' }
		]
	],
	'names and day in the heads': [
		[
			'namesakes of a merger',
			'Gemeente;Huurwoningen 31/12/2022\nOudsbergen;10\nKortrijk;3000\nHarelbeke;900\n',
			{ lines: [...STOCK, '72042 stock_b 2022-12-31 10'] }
		],
		[
			'a town that ended before the day',
			'Gemeente;Huurwoningen 31/12/2025\nBorsbeek;10\nKortrijk;3000\n',
			{ asked: 'ended_municipality', lines: ['34022 stock_b 2025-12-31 3000'] }
		],
		[
			'two days in the heads',
			'Gemeente;Huurwoningen 31/12/2021;Huurwoningen 31/12/2022\nKortrijk;2950;3000\n',
			{ lines: ['34022 stock_b 2021-12-31 2950', '34022 stock_b 2022-12-31 3000'] }
		]
	],
	'a short table with notes and names that nobody knows': [
		[
			'notes below',
			`${T}\nGemeente;Huurwoningen\nKortrijk;3000\nHarelbeke;900\nKourtrai;5\nBron: proef\nOpgemaakt in januari\n`,
			{ asked: 'unknown_municipality', lines: STOCK }
		],
		[
			'a rest that is no municipality',
			`${T}\nGemeente;Huurwoningen\nKortrijk;3000\nHarelbeke;900\nNiet toegewezen;5\nBron: proef\n`,
			{ asked: 'unknown_municipality', lines: STOCK }
		],
		[
			'a group title above each part',
			`${T}\nGemeente;Huurwoningen\nZuiden\nKortrijk;3000\nNoorden\nHarelbeke;900\nBron: proef\n`,
			{ lines: STOCK, told: 'footnote' }
		]
	],
	'formulas with a result': [
		[
			'a sum',
			[
				[T],
				['Gemeente', 'Huurwoningen'],
				['Kortrijk', { formula: '2950+50', value: 3000 }],
				['Harelbeke', 900]
			],
			{ lines: STOCK, told: 'formula_result' }
		],
		[
			'in every column',
			[
				[T],
				['Gemeente', 'Huurwoningen', 'Gepland'],
				['Kortrijk', { formula: 'X1', value: 3000 }, { formula: 'Y1', value: 40 }],
				['Harelbeke', { formula: 'X2', value: 900 }, { formula: 'Y2', value: 25 }]
			],
			{ lines: [...PLANNED, ...STOCK].sort(), told: 'formula_result' }
		],
		[
			'that gives a total below',
			[
				[T],
				['Gemeente', 'Huurwoningen'],
				['Kortrijk', 3000],
				['Harelbeke', 900],
				['Totaal', { formula: 'SUM(B3:B4)', value: 3900 }]
			],
			{ lines: STOCK, told: 'total_not_used' }
		]
	],
	'homes of 1 January': [
		[
			'in words in the title',
			'Sociale huurwoningen op 1 januari 2023\nGemeente;Huurwoningen\nKortrijk;3000\nHarelbeke;900\n',
			{ lines: STOCK, told: 'new_year_day' }
		],
		[
			'in digits in the title',
			'Toestand 01/01/2023\nGemeente;Huurwoningen\nKortrijk;3000\nHarelbeke;900\n',
			{ lines: STOCK, told: 'new_year_day' }
		],
		[
			'in the head',
			'Gemeente;Huurwoningen 1/1/2023\nKortrijk;3000\nHarelbeke;900\n',
			{ lines: STOCK, told: 'new_year_day' }
		]
	],
	'codes with decimals': [
		['a point', 'NIS;Huurwoningen 31/12/2022\n34022.0;3000\n34013.0;900\n', { lines: STOCK }],
		['a comma', 'NIS;Huurwoningen 31/12/2022\n34022,0;3000\n34013,0;900\n', { lines: STOCK }],
		['two zeros', 'NIS;Huurwoningen 31/12/2022\n34022.00;3000\n34013.00;900\n', { lines: STOCK }]
	],
	'commas that are no delimiter': [
		['decimals', 'NIS;Huurwoningen 31/12/2022\n34022;3000,0\n34013;900,0\n', { lines: STOCK }],
		['in a title', `${T}, voorlopig\nNIS;Huurwoningen\n34022;3000\n34013;900\n`, { lines: STOCK }],
		[
			'in notes',
			`${T}\nNIS;Huurwoningen;Opmerking\n34022;3000;a, b, c\n34013;900;d, e, f\n`,
			{ lines: STOCK }
		]
	],
	'what is left of an objective': [
		[
			'below zero',
			`${T}\nGemeente;BSO;Gerealiseerd;Nog te realiseren\nKortrijk;200;342;-142\n`,
			{ lines: ['34022 realised 2022-12-31 342', '34022 total 200'], told: 'derived_column' }
		],
		[
			'in another order',
			`${T}\nGemeente;Nog te realiseren;Gerealiseerd;BSO\nKortrijk;10;90;100\n`,
			{ lines: ['34022 realised 2022-12-31 90', '34022 total 100'], told: 'derived_column' }
		],
		[
			'that does not fit',
			`${T}\nGemeente;BSO;Gerealiseerd;Nog te realiseren\nKortrijk;100;90;11\n`,
			{ lines: ['34022 realised 2022-12-31 90', '34022 total 100'], told: 'total_not_sum' }
		]
	],
	'large counts with a point': [
		[
			'all of them',
			`${T}\nGemeente;Huurwoningen\nAntwerpen;24.600\nKortrijk;3.010\n`,
			{ lines: ['11002 stock_b 2022-12-31 24600', '34022 stock_b 2022-12-31 3010'] }
		],
		[
			'beside small ones',
			`${T}\nGemeente;Huurwoningen\nKortrijk;3.000\nHarelbeke;900\n`,
			{ lines: STOCK }
		],
		[
			'that could be three decimals',
			`${T}\nGemeente;Huurwoningen\nKortrijk;3.000\n`,
			{ asked: 'ambiguous_number', lines: [] }
		]
	],
	'rows by landlord': [
		[
			'named',
			`${T}\nGemeente;Woonmaatschappij;Huurwoningen\nKortrijk;Een;2900\nKortrijk;Twee;100\nHarelbeke;Een;900\n`,
			{ lines: STOCK, told: 'added_up' }
		],
		[
			'apart from each other',
			`${T}\nGemeente;Verhuurder;Huurwoningen\nKortrijk;Een;2900\nHarelbeke;Een;900\nKortrijk;Twee;100\n`,
			{ lines: STOCK, told: 'added_up' }
		],
		[
			'the same landlord twice',
			`${T}\nGemeente;Verhuurder;Huurwoningen\nKortrijk;Een;2900\nKortrijk;Een;100\nHarelbeke;Een;900\n`,
			{ asked: 'duplicate' }
		]
	],
	'rows by landlord that cannot be added up': [
		[
			'one is no number',
			`${T}\nGemeente;Verhuurder;Huurwoningen\nKortrijk;Een;2900\nKortrijk;Twee;n.b.\n`,
			{ asked: 'duplicate' }
		],
		[
			'one is blank',
			`${T}\nGemeente;Verhuurder;Huurwoningen;Gepland\nKortrijk;Een;2900;4\nKortrijk;Twee;100;\n`,
			{ asked: 'duplicate' }
		],
		[
			'their objectives differ',
			`${T}\nGemeente;Verhuurder;BSO;Gerealiseerd\nKortrijk;Een;200;30\nKortrijk;Twee;100;10\n`,
			{ asked: 'duplicate' }
		],
		[
			'with a mark between thousands they can',
			`${T}\nGemeente;Verhuurder;Huurwoningen\nKortrijk;Een;2.900\nKortrijk;Twee;1.100\nAntwerpen;Een;12\n`,
			{ lines: ['11002 stock_b 2022-12-31 12', '34022 stock_b 2022-12-31 4000'], told: 'added_up' }
		]
	],
	'a table of which the heads are not known': [
		[
			'below another',
			`${T}\nGemeente;Huurwoningen\nKortrijk;3000\nHarelbeke;900\n\nGemeente;Wachtenden\nKortrijk;5000\n`,
			{ lines: STOCK, told: 'unread_table' }
		],
		[
			'below another, far down',
			`${T}\nGemeente;Huurwoningen\nKortrijk;3000\nHarelbeke;900\n${'\n'.repeat(25)}Gemeente;Wachtenden\nKortrijk;5000\n`,
			{ lines: STOCK, told: 'unread_table' }
		],
		[
			'with more columns than the first, whose heads are known',
			`${T}\nGemeente;Huurwoningen\nKortrijk;3000\nHarelbeke;900\n\nNIS;Gemeente;Gepland;In uitvoering;Huishoudens\n34022;Kortrijk;40;7;35000\n`,
			{
				lines: [
					'34022 households 2023-01-01 35000',
					'34022 in_execution 2022-12-31 7',
					'34022 planned 2022-12-31 40',
					...STOCK
				].sort(),
				told: 'several_tables'
			}
		]
	],
	'what nobody sees who opens the workbook': [
		[
			'a row',
			{
				sheet: 'Blad1',
				hidden: { rows: [3] },
				rows: [[T], ['Gemeente', 'Huurwoningen'], ['Kortrijk', 3000], ['Harelbeke', 900]]
			},
			{ lines: STOCK, told: 'hidden_cells' }
		],
		[
			'a column',
			{
				sheet: 'Blad1',
				hidden: { columns: [2] },
				rows: [[T], ['Gemeente', 'Huurwoningen'], ['Kortrijk', 3000], ['Harelbeke', 900]]
			},
			{ lines: STOCK, told: 'hidden_cells' }
		],
		[
			'the sheet',
			{
				sheet: 'Blad1',
				hidden: { sheet: true },
				rows: [[T], ['Gemeente', 'Huurwoningen'], ['Kortrijk', 3000], ['Harelbeke', 900]]
			},
			{ lines: STOCK, told: 'hidden_cells' }
		]
	]
};

for (const [kind, variants] of Object.entries(KINDS)) {
	describe(kind, () => {
		test.for(variants)('%s', async ([, given, wanted]) => {
			const { lines, codes } = await read(given);
			if (wanted.lines) expect(lines).toEqual(wanted.lines);
			const told = 'asked' in wanted ? wanted.asked : wanted.told;
			if (told) expect([...codes]).toContain(told);
			expect(codes.size).toBeLessThanOrEqual(10);
		});
	});
}
