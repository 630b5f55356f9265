import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { municipalityNames, type Recognition } from '#lib/server/desk/read/municipality-names.ts';
import { OTHER_NAMES } from '#lib/server/desk/read/municipality-spellings.ts';
import { openTables } from '#lib/server/desk/bytes/open-tables.ts';
import { plainName } from '#lib/server/desk/bytes/plain-name.ts';
import { fileSource, inspect } from '#lib/server/desk/bytes/source.ts';
import type { Cell } from '#lib/server/desk/bytes/table.ts';
import { everyPlace } from '../support/every-place.ts';

const places = await everyPlace();
const names = municipalityNames(places);

/** A recognition in one line. */
function told(cell: Cell, on: string | null = '2024-12-31'): string {
	const one: Recognition = names.recognise(cell, on);
	if (one.kind === 'found') return `${one.municipality.nis} ${one.by}`;
	if (one.kind === 'not_in_force') return `not ${one.municipality.nis}, now ${one.now?.nis ?? '-'}`;
	if (one.kind === 'asked') return `asked: ${one.candidates.map(({ nis }) => nis).join(' ')}`;
	return one.kind;
}

test.for<[Cell, string]>([
	[34022, '34022 code'],
	['34022', '34022 code'],
	['34022 Kortrijk', '34022 code'],
	['Kortrijk', '34022 name'],
	['  KORTRIJK\u00a0', '34022 name'],
	['Stad Kortrijk', '34022 name'],
	['Kortrijk*', '34022 name'],
	['Kortrijk (1)', '34022 name'],
	['Aalst (Aalst)', '41002 name'],
	['Halle (Halle-Vilvoorde)', '23027 name'],
	['Halle (Vlaams-Brabant)', '23027 name'],
	['Kapellen (Antwerpen)', '11023 name'],
	['St.-Niklaas', '46021 name'],
	['St-Niklaas', '46021 name'],
	['St. Niklaas', '46021 name'],
	['Sint\u2011Niklaas', '46021 name'],
	['Sint Niklaas', '46021 name'],
	['Sint-Niklaas (Sint-Niklaas)', '46021 name'],
	['Heist-op-den-Berg', '12014 name'],
	['Heist o/d Berg', '12014 name'],
	['Heist-o.d.-Berg', '12014 name'],
	['Kapelle-o/d-Bos', '23039 name'],
	['Maasmechelen', '73107 name'],
	['Mâasmechelen', '73107 name'],
	['Spiere – Helkijn', '34043 name'],
	['Kortrijk\u200b', '34022 name'],
	['Courtrai', '34022 other_name'],
	['Furnes', '38025 other_name'],
	['Alost', '41002 other_name'],
	['Rhode-Saint-Genèse', '23101 other_name'],
	['Rhode-Saint-Genese', '23101 other_name'],
	['Yper', '33011 other_name'],
	['Aelst', '41002 other_name'],
	['Antwerpen', '11002 name']
])('%j is recognised', ([cell, expected]) => expect(told(cell)).toBe(expected));

test.for<[Cell, string]>([
	['Kortijk', 'asked: 34022'],
	['Kortrijk-centrum', 'asked: 34022'],
	['Saint-Nicolas', 'asked: 46021'],
	['Niklaas', 'asked: 46021'],
	['Halle (Antwerpen)', 'asked: 23027'],
	['Beveren (Kortrijk)', 'asked: 46003'],
	['Gant', 'asked: 44021']
])('%j is asked, not guessed', ([cell, expected]) => expect(told(cell)).toBe(expected));

test.for<[Cell, string]>([
	['', 'blank'],
	[null, 'blank'],
	['Vlaams Gewest', 'area_above'],
	['Totaal', 'area_above'],
	['Totaal Vlaanderen', 'area_above'],
	['Provincie Antwerpen', 'area_above'],
	['Arrondissement Kortrijk', 'area_above'],
	['West-Vlaanderen', 'area_above'],
	['Limburg', 'area_above'],
	[2000, 'area_above'],
	['34000', 'area_above'],
	[99991, 'not_localised'],
	['Niet te lokaliseren - Vlaanderen', 'not_localised'],
	['21004', 'elsewhere'],
	[53020, 'elsewhere'],
	['Bron: Wonen in Vlaanderen', 'unknown'],
	['12', 'unknown'],
	['34999', 'unknown']
])('%j is no municipality', ([cell, expected]) => expect(told(cell)).toBe(expected));

test('of two forms with one name, the day decides; without a day it is asked', () => {
	expect(told('Aalter', '2018-12-31')).toBe('44001 name');
	expect(told('Aalter', '2019-01-01')).toBe('44084 name');
	expect(told('Aalter', null)).toBe('asked: 44001 44084');
	expect(told('Aalter (vóór fusie 2019)', null)).toBe('44001 name');
	expect(told('Hasselt', '2025-01-01')).toBe('71072 name');
});

test('a municipality that has ended or is still to begin comes with what stands there that day', () => {
	expect(told('Borsbeek', '2025-12-31')).toBe('not 11007, now 11002');
	expect(told('71047', '2020-12-31')).toBe('not 71047, now 72042');
	expect(told('Tongres', '2025-12-31')).toBe('not 73083, now 73111');
	expect(told('Oudsbergen', '2015-12-31')).toBe('not 72042, now -');
});

test('every municipality is recognised by its code, its name and its name in any clothes on every day of its life', () => {
	const towns = [...places.byCode.values()];
	const clothes: ((name: string) => string)[] = [
		(name) => name,
		(name) => name.toUpperCase(),
		(name) => `\u00a0${name}\u202f`,
		(name) => name.replaceAll('-', ' '),
		(name) => name.replace(/Sint-/g, 'St.-'),
		(name) => name.normalize('NFD'),
		(name) => `${name}¹`
	];
	fc.assert(
		fc.property(
			fc.constantFrom(...towns),
			fc.constantFrom(...clothes),
			fc.boolean(),
			({ nis, name, validFrom, validTo }, dress, first) => {
				const day = first ? validFrom : (validTo ?? '2026-01-01');
				expect(told(nis, day)).toBe(`${nis} code`);
				expect(told(Number(nis), day)).toBe(`${nis} code`);
				expect(told(dress(name), day)).toBe(`${nis} name`);
			}
		),
		{ numRuns: 500 }
	);
});

test('a name that lost or doubled a letter is asked, unless it became another name', () => {
	const towns = places.validOn('2024-12-31').filter(({ name }) => name.length > 3);
	fc.assert(
		fc.property(fc.constantFrom(...towns), fc.nat(), fc.boolean(), ({ name }, seed, doubled) => {
			const at = seed % name.length;
			const wrong = name.slice(0, doubled ? at + 1 : at) + name.slice(doubled ? at : at + 1);
			const one = names.recognise(wrong, '2024-12-31');
			const found = one.kind === 'found' ? one.municipality : null;
			const borne = found ? [found.name, ...(OTHER_NAMES[found.nis] ?? [])].map(plainName) : [];
			expect(['found', 'asked', 'not_in_force']).toContain(one.kind);
			expect(found === null || borne.includes(plainName(wrong))).toBe(true);
		}),
		{ numRuns: 500 }
	);
});

const INCOMES = resolve('../shared/samples/statbel_inkomens_tabelC1_voorbereiding_upload.xlsx');
if (existsSync(INCOMES)) {
	test('every Flemish name in a table of Statbel leads to the code beside it', async () => {
		const source = fileSource(INCOMES);
		const { tables } = await openTables(source, await inspect(source));
		const pairs = tables.find((table) => table.sheet === 'NIS-codes');
		const wrong: string[] = [];
		let right = 0;
		for await (const rows of pairs?.batches() ?? []) {
			for (const [name = null, code = null] of rows.slice(1)) {
				const nis = String(code);
				if (!places.byCode.has(nis)) continue;
				const one = names.recognise(name, places.byCode.get(nis)?.validFrom ?? null);
				if (one.kind === 'found' && one.municipality.nis === nis) right++;
				else wrong.push(`${String(name)} ${nis}: ${one.kind}`);
			}
		}
		expect(wrong).toEqual([]);
		expect(right).toBe(308);
	});
}
