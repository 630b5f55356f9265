import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import type { FindingCode } from '#lib/server/desk/findings/findings.ts';
import { importFile } from '#lib/server/desk/write/import-file.ts';
import { dataVersion } from '#lib/server/queries/publications.ts';
import { useOneEngine } from '../support/engines.ts';
import { fillSmallWorld, request } from './small-world.ts';
import { makeWorkbook, sheetXml } from './workbook-maker.ts';

const HEADER = 'nis_code,reference_date,indicator,value,status,note\n';
const SOUND = `${HEADER}34022,2022-12-31,stock,300,,\n`;
const TIDY = [
	['nis_code', 'reference_date', 'indicator', 'value'],
	['34022', '2022-12-31', 'stock', 300]
];
const SHEET = 'xl/worksheets/sheet1.xml';

const engine = useOneEngine('empty');
beforeAll(() => fillSmallWorld(engine.database));

const FILES: [name: string, bytes: () => Uint8Array | string, code: FindingCode, why: RegExp][] = [
	['0 bytes', () => '', 'empty_file', /0 bytes/],
	['only blanks', () => ' \n\n', 'unknown_layout', /first row is blank/],
	['a header and nothing below', () => HEADER, 'no_rows', /no figures/],
	['a picture named .xlsx', picture, 'unreadable_file', /a picture/],
	['random bytes', () => randomBytes(5_000), 'unknown_layout', /layouts/],
	['a web page', () => '<!doctype html><title>Fout 404</title>', 'unreadable_file', /a web page/],
	['a PDF', () => '%PDF-1.7\n', 'unreadable_file', /a PDF/],
	['a text document', () => '{\\rtf1 x}', 'unreadable_file', /RTF/],
	['an .ods', () => archive('content.xml'), 'unreadable_file', /LibreOffice/],
	['an .xlsb', () => archive('xl/workbook.bin'), 'unreadable_file', /xlsb/],
	['a packed table', () => archive('cijfers.csv'), 'unreadable_file', /zip archive/],
	[
		'a table of something else',
		() => 'NIS code,Woonplaats\n02000,x\n',
		'unknown_layout',
		/Woonplaats/
	],
	[
		'an old .xls',
		() => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
		'unreadable_file',
		/before 2007/
	],
	[
		'a quote that is never closed',
		() => `${SOUND}"34013,2022-12-31,stock,1,,\n`,
		'unreadable_file',
		/row 3 .*never closed/
	],
	[
		'a quote in the middle of a cell',
		() => `${SOUND}34013,2022-12-31,stock,1,,a "b"\n`,
		'unreadable_file',
		/row 3 .*quotes/
	],
	[
		'a row of a megabyte',
		() => `${SOUND}34013,2022-12-31,stock,1,,${'x'.repeat(1e6)}\n`,
		'unreadable_file',
		/longer than/
	],
	[
		'2,000 columns',
		() => `${HEADER}${','.repeat(2_000)}\n`,
		'too_many_columns',
		/more than 1000 cells/
	],
	[
		'an archive cut in half',
		() => workbook().subarray(0, 700),
		'unreadable_file',
		/no sound workbook/
	],
	[
		'an archive with a broken end',
		() => workbook().subarray(0, -30),
		'unreadable_file',
		/no sound workbook/
	],
	['an empty archive', () => zipSync({}), 'unreadable_file', /no sound workbook/],
	[
		'an archive of other things',
		() => zipSync({ 'a.txt': strToU8('a') }),
		'unreadable_file',
		/not found|workbook/
	],
	[
		'a workbook with nothing of ours',
		() =>
			makeWorkbook([
				{
					sheet: 'Blad1',
					rows: [
						['gemeente', 'temperatuur'],
						[11001, 5]
					]
				}
			]),
		'unknown_layout',
		/"gemeente" can be read, and not "temperatuur"/
	],
	[
		'a workbook without rows',
		() => makeWorkbook([{ sheet: 'Blad1', rows: [] }]),
		'unknown_layout',
		/blank/
	],
	[
		'a sheet that is no XML',
		() => workbook({ [SHEET]: strToU8('not <xml') }),
		'unreadable_file',
		/no sound workbook/
	],
	[
		'a zip bomb',
		() => workbook({ 'xl/media/a.bin': new Uint8Array(40 * 1024 * 1024) }),
		'unreadable_file',
		/would grow from/
	],
	['parts that claim 4 GB', () => forgeSizes(workbook(), 0xfffffff0), 'too_large', /512 MB/],
	[
		'parts that claim too little',
		() => forgeSizes(workbook(), 5),
		'unreadable_file',
		/no sound workbook/
	],
	[
		'3,000 parts',
		() =>
			workbook(
				Object.fromEntries(Array.from({ length: 3_000 }, (_, at) => [`p${at}`, strToU8('x')]))
			),
		'unreadable_file',
		/parts/
	],
	[
		'a cell in the last column',
		() => oneCell('<row r="1"><c r="XFD1"><v>1</v></c></row>'),
		'too_many_columns',
		/column 16384/
	],
	[
		'a row beyond all rows',
		() => oneCell('<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>'),
		'too_many_rows',
		/99999999999/
	],
	[
		'a far corner',
		() => oneCell('<row r="1048576"><c r="ALL1048576"><v>1</v></c></row>'),
		'too_many_rows',
		/cells are read/
	],
	[
		'an address in disguise',
		() => oneCell('<row r="&#57;&#57;999999"><c r="A1"><v>1</v></c></row>'),
		'unreadable_file',
		/address/
	]
];

test.for(FILES)(
	'%s: one finding says why, and nothing is written',
	async ([, bytes, code, why]) => {
		const before = await dataVersion(engine.database.read);
		const outcome = await importFile(engine.database, request('bestand', bytes()));
		expect(outcome).toMatchObject({ written: false, publication: null, counts: { block: 1 } });
		const [finding] = outcome.findings;
		expect(finding).toMatchObject({ level: 'block', code });
		expect(finding?.message).toMatch(why);
		expect(finding?.message).not.toMatch(/\n\s+at /);
		expect(await dataVersion(engine.database.read)).toEqual(before);
	}
);

test.for([
	['metingen.xlsx', SOUND, /ends in \.xlsx, and it holds text/],
	['metingen.pdf', SOUND, /ends in \.pdf/],
	['metingen.csv', () => workbook(), /ends in \.csv, and it holds a workbook/]
] as const)(
	'%s is refused when it holds something else than its name says',
	async ([name, bytes, why]) => {
		const held = typeof bytes === 'string' ? bytes : bytes();
		const { counts, findings } = await importFile(engine.database, request(name, held));
		expect(counts.block).toBe(1);
		expect(findings[0]).toMatchObject({
			code: 'unreadable_file',
			message: expect.stringMatching(why) as string
		});
	}
);

test('a file of no known layout is told which layouts there are, with their columns', async () => {
	const { findings } = await importFile(engine.database, request('a.csv', 'a,b\n1,2\n'));
	expect(findings[0]?.expected).toMatch(
		/tidy: .*nis_code, .*; refnis: .*CD_REFNIS.*; households-by-size: .*jaar/
	);
});

test('an outside entity in a sheet is not followed', async () => {
	const xml =
		'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>' +
		sheetXml(`<row r="1">${TIDY[0]?.map((name, at) => inline('ABCD'[at] ?? '', name)).join('')}</row>
			<row r="2">${inline('A', '&e;', 2)}</row>`);
	const outcome = await importFile(
		engine.database,
		request('a.xlsx', workbook({ [SHEET]: strToU8(xml) }))
	);
	expect(outcome.written).toBe(false);
	expect(
		outcome.findings.filter((one) => one.code === 'not_a_code').map((one) => one.value)
	).toEqual(['&e;']);
});

test('ten findings of a kind in a column are listed, those that block first, and all are counted', async () => {
	const odd = Array.from(
		{ length: 150 },
		(_, at) =>
			`34022,${(1990 + at / 12) | 0}-${String((at % 12) + 1).padStart(2, '0')}-15,stock,1,,\n`
	);
	const bad = Array.from({ length: 150 }, () => '99999,2022-12-31,stock,1,,\n');
	const outcome = await importFile(
		engine.database,
		request('a.csv', HEADER + odd.join('') + bad.join(''))
	);
	expect(outcome.counts).toEqual({ block: 150, ask: 0, info: 150 });
	expect(outcome.findings.map((one) => one.level)).toEqual([
		...Array<string>(10).fill('block'),
		...Array<string>(10).fill('info')
	]);
	expect(outcome.findings[9]?.message).toMatch(/And 140 more like this\.$/);
});

test('whatever happens to the bytes of a file, an import ends with an outcome', async () => {
	const originals = [strToU8(`${SOUND}34013,2022-12-31,stock,"1",,é\n`), workbook()];
	const damage = fc.record({
		original: fc.constantFrom(...originals),
		cut: fc.nat(2_000),
		hits: fc.array(fc.tuple(fc.nat(2_000), fc.integer({ min: 0, max: 255 })), { maxLength: 8 })
	});
	await fc.assert(
		fc.asyncProperty(damage, async ({ original, cut, hits }) => {
			const bytes = original.slice(0, Math.max(1, original.length - (cut % 50)));
			for (const [at, value] of hits) bytes[at % bytes.length] = value;
			const outcome = await importFile(engine.database, request('a', bytes, { write: false }));
			expect(outcome.counts.block > 0 || outcome.figures > 0).toBe(true);
		}),
		{ numRuns: 150 }
	);
});

const workbook = (extra: Record<string, Uint8Array> = {}) =>
	makeWorkbook([{ sheet: 'Meting', rows: TIDY }], extra);

const oneCell = (rows: string) => workbook({ [SHEET]: strToU8(sheetXml(rows)) });

const inline = (column: string, text: string | number, row = 1) =>
	`<c r="${column}${row}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** An archive with one part. */
const archive = (name: string): Uint8Array => zipSync({ [name]: strToU8('x') });

function picture(): Uint8Array {
	const head = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13];
	return new Uint8Array([...head, ...randomBytes(500)]);
}

/** Writes another unpacked size into every entry of the archive's directory. */
function forgeSizes(archive: Uint8Array, size: number): Uint8Array {
	const bytes = Buffer.from(archive);
	const entry = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
	for (let at = bytes.indexOf(entry); at >= 0; at = bytes.indexOf(entry, at + 4)) {
		bytes.writeUInt32LE(size, at + 24);
	}
	return bytes;
}
