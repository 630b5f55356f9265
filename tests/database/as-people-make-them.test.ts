import { expect, test } from 'vitest';
import type { FindingCode } from '#lib/server/desk/findings/findings.ts';
import { bytesSource } from '#lib/server/desk/bytes/source.ts';
import { describeEachEngine } from '../support/engines.ts';
import { importSource } from '../support/importing.ts';
import { makeWorkbook } from '../import/workbook-maker.ts';

/** A file as somebody makes it, and what is asked of it; none: it is read as it is meant. */
type Case = readonly [name: string, given: string | Uint8Array, asked: FindingCode | null];

const REFNIS =
	'LVL_REFNIS;CD_REFNIS;CD_SUP_REFNIS;TX_REFNIS_DE;TX_REFNIS_FR;TX_REFNIS_NL;DT_VLDT_START;DT_VLDT_END';
/** The part of a register in which Kortrijk stands. */
const register = (codeOf: (code: number) => string): string[][] => {
	const rest = ['01/01/1970', '31/12/9999'];
	return [
		REFNIS.split(';'),
		['1', codeOf(2000), '-', 'x', 'x', 'Vlaams Gewest', ...rest],
		['2', codeOf(30000), codeOf(2000), 'x', 'x', 'Provincie West-Vlaanderen', ...rest],
		['3', codeOf(34000), codeOf(30000), 'x', 'x', 'Arrondissement Kortrijk', ...rest],
		['4', codeOf(34022), codeOf(34000), 'x', 'x', 'Kortrijk', ...rest]
	];
};
const asText = (rows: readonly string[][]): string => rows.map((row) => row.join(';')).join('\n');

/** Municipalities of before the mergers of 2025, by code. */
const BEFORE_2025 = ['11007', '11056', '23023', '37015', '44012', '46014', '71022', '73083'];
const early = (head: string) => `${head}\n${BEFORE_2025.map((nis) => `${nis};100`).join('\n')}\n`;

const KINDS: Readonly<Record<string, readonly Case[]>> = {
	'an objective of the next regime': [
		[
			'the period with blanks',
			'Toestand op 31/12/2025\nGemeente;BSO 2026 - 2042\nKortrijk;65\n',
			null
		],
		['in the title', 'BSO 2026-2042, op 31/12/2025\nGemeente;Objectief\nKortrijk;65\n', null],
		[
			'beside one whose head names no period',
			'Toestand op 31/12/2025\nGemeente;BSO;BSO 2026-2042\nKortrijk;286;65\n',
			'duplicate'
		]
	],
	'an objective that cannot be right': [
		['far above', 'Toestand op 31/12/2024\nGemeente;BSO\nKortrijk;9999\n', 'objective_high'],
		[
			'in words',
			'Toestand op 31/12/2024\nGemeente;Bindend sociaal objectief\nMenen;9999\n',
			'objective_high'
		],
		[
			'of a day that fits two regimes',
			'Toestand op 31/12/2025\nGemeente;BSO\nMenen;120\n',
			'regime_missing'
		]
	],
	'percentages without their sign': [
		['by name', 'Gemeente;Huurwoningen 31/12/2024\nKortrijk;9\nMenen;8\n', 'percentage_as_count'],
		['with a decimal', 'NIS;Huurwoningen 31/12/2024\n34022;8,9\n34027;8,1\n', 'not_whole'],
		[
			'as a row each',
			'nis_code,reference_date,indicator,value\n34022,2024-12-31,stock_b,9\n',
			'percentage_as_count'
		]
	],
	'municipalities of before on a later day': [
		['of a stock', early('NIS;Huurwoningen 31/12/2025'), 'ended_municipality'],
		[
			'with the day in the title',
			early('Toestand op 31/12/2025\nNIS;Huurwoningen'),
			'ended_municipality'
		],
		['on a day when they were', early('NIS;Huurwoningen 31/12/2024'), 'stock_halved']
	],
	'a register that lost a zero': [
		['as text', asText(register(String)), null],
		['with decimals', asText(register((code) => `${code}.0`)), null],
		['as a workbook', makeWorkbook([{ sheet: 'REFNIS', rows: register(String) }]), null]
	]
};

describeEachEngine('practice', (engine) => {
	for (const [kind, variants] of Object.entries(KINDS))
		test.for(variants)(`${kind}: %s`, async ([, given, asked]) => {
			const bytes = typeof given === 'string' ? new TextEncoder().encode(given) : given;
			const name = typeof given === 'string' ? 'bestand.csv' : 'bestand.xlsx';
			const source = bytesSource(name, bytes);
			const { findings } = await importSource(engine.database, source, { name: 'check' });
			const open = findings.filter(({ level }) => level !== 'info').map(({ code }) => code);
			if (asked === null) expect(open).toEqual([]);
			else expect(open).toContain(asked);
			for (const code of new Set(open))
				expect(open.filter((one) => one === code).length).toBeLessThanOrEqual(10);
		});
});
