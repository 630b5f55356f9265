import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { today } from '#lib/server/today.ts';
import { dutch, dutchDay } from '../support/dutch.ts';
import { existingOn, membersOn } from '../support/facts.ts';
import { minutesOf, open, printed, seen, type Reading } from '../support/reader.ts';
import { remembered } from '../support/remembered.ts';
import { cellOf, columnOf, gridOf } from '../support/table.ts';
import { answerAt, csvRow, csvRows, json } from './api.ts';
import { FACTS, type Fact, type PageCell } from './fact-table.ts';
import { releaseDays } from './release-days.ts';

/** What several facts stand on is asked once. */
const pageAt = remembered(open);
const answerOf = remembered(json);

const numberOf = async (fact: Fact): Promise<number> => {
	const answer = await answerOf(fact.api);
	const value = fact.at.reduce((part, key) => part[key], answer);
	expect(value).toBeTypeOf('number');
	return value as never;
};

const SENTENCE: Record<Fact['as'], (value: number) => string> = {
	count: dutch,
	'per hundred': (value) => dutch(value * 100, 1),
	index: (value) => dutch(value, 3)
};
/** A number in a cell, where a share has a second decimal. */
const CELL = { ...SENTENCE, 'per hundred': (value: number) => `${dutch(value * 100, 2)} %` };

const mark = ({ estimated }: Fact) => (estimated ? '≈ ' : '');

/** Words around a number filled in; no digit or sign may stand between them and the number. */
const filled = (says: string, fact: Fact, value: number): string =>
	says.replace(
		/(\|?)#\|?/,
		(_, bare: string) => `${mark(fact)}${SENTENCE[fact.as](bare ? Math.abs(value) : value)}`
	);

/** Whether a cell holds a number, with its mark and sign, and no other before it. */
const isNumber = (fact: Fact, value: number) => {
	const number = `${mark(fact)}${CELL[fact.as](value)}`.replaceAll(/[.+]/g, '\\$&');
	return expect.stringMatching(new RegExp(`^([▲▼] ?)?${number}(?![\\d.,])`)) as unknown;
};

/** The facts that stand in some place, each with where in it. */
const having = <P extends 'csv' | 'package' | 'drawing' | 'sheets'>(place: P) =>
	FACTS.flatMap((fact) => {
		const at = fact[place];
		return at ? [[fact.what, fact, at] as const] : [];
	});
const inTables = FACTS.flatMap((fact) =>
	typeof fact.shown === 'string' ? [] : [[fact.what, fact, fact.shown] as const]
);

/** The address of a file that is made of a part of a page. */
function fileOf({ page }: Fact, part: string): string {
	const { pathname, search } = new URL(page, 'http://site');
	return `/uitvoer${pathname.replace(/\/$/, '')}/${part}${search}`;
}

describe('one table of facts', () => {
	test.for(FACTS.map((fact) => [fact.what, fact] as const))(
		'%s is the same in API, page and minutes',
		async ([, fact]) => {
			const value = await numberOf(fact);
			const page = await pageAt(fact.page);
			expect(minutesOf(page, fact.figure)).toContain(filled(fact.says, fact, value));
			if (typeof fact.shown === 'string') {
				const head = seen(page.document.querySelector('h1'));
				expect(head).toContain(filled(fact.shown, fact, value));
			} else {
				const { table, row, column } = fact.shown;
				expect(seen(cellOf(page, table, row, column))).toEqual(isNumber(fact, value));
			}
		}
	);

	test.for(having('csv'))('%s is the same in the CSV of the API', async ([, fact, at]) => {
		const { path, row, column } = at;
		expect(Number((await csvRow(path, row))[column])).toBe(await numberOf(fact));
	});

	test.for(inTables)('%s is the same in the workbook', async ([, fact, { table, row, column }]) => {
		const answer = await answerAt(fileOf(fact, `${table}.xlsx`));
		const [sheet] = await readXlsxFile(Buffer.from(await answer.arrayBuffer()));
		const [heads = [], ...rows] = sheet?.data ?? [];
		const first = ([cell]: unknown[]) =>
			cell instanceof Date ? dutchDay(cell.toISOString().slice(0, 10)) : cell;
		const cell = rows.find((one) => first(one) === row)?.[columnOf(heads, column)];
		expect(cell).toBeCloseTo(await numberOf(fact), 12);
	});

	describe('in the package of the newest day', () => {
		let files: Record<string, Uint8Array>;
		beforeAll(async () => {
			const content = await answerAt(`/cijfers/download/${releaseDays.at(-1)}`);
			files = unzipSync(new Uint8Array(await content.arrayBuffer()));
		});

		test.for(having('package'))('%s is the same in the data package', async ([, fact, at]) => {
			const { table, where, column } = at;
			const rows = parse<Record<string, string>>(Buffer.from(files[`${table}.csv`] ?? []), {
				columns: true
			});
			const isMeant = (row: Record<string, string>) =>
				Object.keys(where).every((key) => row[key] === where[key]);
			expect(rows.filter(isMeant).map((row) => Number(row[column]))).toEqual([
				await numberOf(fact)
			]);
		});
	});

	test.for(having('drawing'))('%s is the same in the words of the SVG', async ([, fact, at]) => {
		const svg = await (await answerAt(fileOf(fact, `${at.name}.svg`))).text();
		const words = svg.replaceAll(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
		expect(words).toContain(filled(at.says, fact, await numberOf(fact)));
	});

	test.for(having('sheets'))('%s is the same on paper', async ([, fact, at]) => {
		const value = await numberOf(fact);
		const { document } = await pageAt(at.path);
		const sheets = [
			...document.querySelectorAll(`.sheet[id="${at.sheet}"], .sheet[id^="${at.sheet}-"]`)
		];
		if (at.says) expect(sheets.map(printed).join(' ')).toContain(filled(at.says, fact, value));
		else expect(seen(onSheets(sheets, at.cell))).toEqual(isNumber(fact, value));
	});

	test('every place has facts of it, and no fact stands in fewer than five', () => {
		for (const place of ['csv', 'package', 'drawing', 'sheets'] as const)
			expect(having(place).length, place).toBeGreaterThan(4);
		expect(inTables.length).toBeGreaterThan(4);
		for (const { what, csv, shown, package: pack, drawing, sheets } of FACTS) {
			const workbook = typeof shown === 'string' ? undefined : shown;
			const more = [csv, workbook, pack, drawing, sheets].filter((one) => one !== undefined);
			expect(more.length, what).toBeGreaterThan(1);
		}
	});
});

/** A cell by the head of its row and column, in whichever table of some sheets has them. */
function onSheets(sheets: readonly Element[], at: Omit<PageCell, 'table'> | undefined) {
	const grids = sheets.flatMap((sheet) => [...sheet.querySelectorAll('table')]).map(gridOf);
	const cells = grids.flatMap(({ heads, rows }) =>
		rows
			.filter(([head]) => seen(head) === at?.row)
			.map((row) => row[columnOf(heads, at?.column ?? '')])
	);
	return cells.find((cell) => cell !== undefined);
}

describe('the same number in page, API, CSV, minutes and print', () => {
	test.for([
		['34022', '2010-12-31'],
		['38008', '2007-12-31'],
		['11002', '2024-12-31'],
		['73028', '2024-12-31'],
		['72042', '2022-12-31']
	] as const)('municipality %s on %s', async ([nis, on]) => {
		const answer = await json(`/api/v1/municipalities/${nis}?on=${on}`);
		const row = await csvRow(`/api/v1/municipalities.csv?on=${on}`, nis);
		expect(Number(row['stock'])).toBe(answer.stock.value);
		expect(Number(row['households'])).toBe(answer.households.value);
		expect(Number(row['share'])).toBe(answer.share.value);
		expect(Number(row['target'])).toBe(answer.objectives[0].target.value);
		expect(row['stock_status']).toBe(answer.stock.status);

		const page = await open(`/gemeenten/${nis}?op=${on}`);
		const before = (one: { status: string }) => (one.status === 'estimated' ? '≈ ' : '');
		const stock = `${before(answer.stock)}${dutch(answer.stock.value)}`;
		const share = `${before(answer.share)}${dutch(answer.share.value * 100, 1)}`;
		const head = page.document.getElementById('antwoord');
		for (const words of [seen(head), printed(head)])
			expect(words).toMatch(new RegExp(`telt ${stock} sociale huurwoning(en)?: ${share} per 100`));
		expect(minutesOf(page, 'antwoord')).toMatch(
			new RegExp(
				`^Op ${dutchDay(on)} telde ${answer.name} ${stock} sociale huurwoning(en)?: ${share} per 100 huishoudens \\(`
			)
		);
	});

	test('region kortrijk: share is the sum of stock over the sum of households, everywhere', async () => {
		interface Member {
			nis: string;
			stock: { value: number };
			households: { value: number };
		}
		const answer = await json('/api/v1/regions/kortrijk');
		const sum = (pick: (row: Member) => number) =>
			(answer.members as Member[]).reduce((total, row) => total + pick(row), 0);
		const [stock, households] = [sum((row) => row.stock.value), sum((row) => row.households.value)];
		expect(answer.members.map((one: Member) => one.nis).sort()).toEqual(
			membersOn('kortrijk', answer.on)
		);
		expect(answer.goal).toMatchObject({ value: 0.11, denominator: 'households' });
		expect(answer.share.value).toBe(stock / households);
		expect(answer.gap).toBe(Math.ceil((11 * households - 100 * stock) / 100));
		const row = await csvRow('/api/v1/regions.csv', 'kortrijk');
		expect([Number(row['share']), Number(row['gap'])]).toEqual([answer.share.value, answer.gap]);

		const page = await open('/regios/kortrijk');
		const before = answer.share.status === 'estimated' ? '≈ ' : '';
		expect(seen(cellOf(page, 'stand', 'aandeel', 'Cijfer'))).toMatch(
			new RegExp(`^${before}${dutch((stock / households) * 100, 2)} %`)
		);
		const short = `nog ${before}${dutch(answer.gap)} woningen te gaan`;
		expect(seen(page.document.querySelector('.lead'))).toContain(short);
		expect(minutesOf(page, 'stand')).toContain(`11 % van de huishoudens: ${short} (`);
		expect(minutesOf(page, 'antwoord')).toContain(
			`telde Regio Kortrijk (Leiedal) ${before}${dutch(stock)} sociale huurwoningen: ${before}`
		);
	});
});

describe('a page links to its own numbers', () => {
	/** The rows of the file that a link of a page gives. */
	const download = async (at: Reading, name: string) => {
		const links = [...at.document.querySelectorAll('a[href^="/api/"]')];
		const link = links.find((one) => seen(one) === name);
		return csvRows(link?.getAttribute('href') ?? 'geen link');
	};
	const codes = (rows: Record<string, string>[]) => rows.map((row) => row['nis']);

	test.for([
		['/gemeenten?op=2022-12-31&structuur=vandaag', today()],
		['/gemeenten?op=2022-12-31', '2022-12-31'],
		['/gemeenten?op=2012-12-31', '2012-12-31']
	] as const)('the download of %s has its municipalities', async ([address, structure]) => {
		const rows = await download(await open(address), 'alle gemeenten als CSV');
		expect(codes(rows).sort()).toEqual(existingOn(structure));
	});

	test('the download of a page as known on a day holds what was known that day', async () => {
		const gent = async (address: string) => {
			const rows = await download(await open(address), 'alle gemeenten als CSV');
			return rows.find((row) => row['nis'] === '44021')?.['stock'];
		};
		expect(await gent('/gemeenten?op=2009-12-31')).toBe('14753');
		expect(await gent('/gemeenten?op=2009-12-31&bekend=2012-03-18')).toBe('14544');
	});

	test('the download of a region has its members of the structure shown', async () => {
		const members = async (address: string) => codes(await download(await open(address), 'CSV'));
		expect(await members('/regios/genk?op=2018-12-31')).toContain('71047');
		expect(await members('/regios/genk?op=2018-12-31&structuur=vandaag')).toContain('72042');
	});
});
