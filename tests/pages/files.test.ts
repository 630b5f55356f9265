import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect } from 'vitest';
import { test } from '../support/browser.ts';
import { figure } from '../support/facts.ts';
import { answerAt } from './api.ts';
import { PAGES, plain, repeatsFigures } from './pages.ts';

const TYPES = {
	csv: 'text/csv; charset=utf-8',
	'excel.csv': 'text/csv; charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
} as const;

/** A table of a page: the words of every cell, and where its files are. */
interface Shown {
	rows: string[][];
	files: string[];
}

/** Every table of a page with the links to its files; a table in a figure has those of the figure. */
const tablesOf = (page: Page): Promise<Shown[]> =>
	page.locator('main table').evaluateAll((tables) =>
		tables.map((table) => {
			const figure = table.closest('figure');
			const save = figure
				? figure.querySelector('details.save')
				: table.parentElement?.nextElementSibling;
			const words = (cell: Element) => {
				const copy = cell.cloneNode(true) as Element;
				copy.querySelectorAll('svg').forEach((drawing) => drawing.remove());
				return copy.textContent ?? '';
			};
			return {
				rows: [...table.querySelectorAll('tbody tr, tfoot tr')]
					.filter((row) => row.querySelector('th[colspan]') === null)
					.map((row) => [...row.querySelectorAll('th, td')].map(words)),
				files: [...(save?.querySelectorAll('a[href^="/uitvoer/"]') ?? [])].map(
					(link) => link.getAttribute('href') ?? ''
				)
			};
		})
	);

const file = async (address: string) => {
	const answer = await answerAt(address);
	return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
};
const rowsOf = (bytes: Buffer, delimiter: string): string[][] =>
	parse(bytes, { bom: true, delimiter });
const ending = (address: string) => /\.((?:excel\.)?[a-z]+)(?:\?|$)/.exec(address)?.[1] ?? '';

/** The numbers of a Dutch text: their size, and with how many decimals they are written; «geen» is none. */
function numbersIn(text: string): { size: number; decimals: number }[] {
	return [...text.replace('geen', '0').matchAll(/\d[\d.]*(?:,(\d+))?/g)].map(
		([found, decimals = '']) => ({
			size: Number(found.replaceAll('.', '').replace(',', '.')),
			decimals: decimals.length
		})
	);
}

/** Whether a number of a file is one that stands in words of a page, as that rounds it; the page may turn its sign round. */
const stands = (value: number, written: ReturnType<typeof numbersIn>): boolean =>
	written.some(
		({ size, decimals }) => Math.abs(Math.abs(value) - size) <= 0.5 * 10 ** -decimals + 1e-9
	);

const isNumber = (cell: string) => /^-?\d+(\.\d+)?(e-?\d+)?$/.test(cell);

describe('every table is to be had as a file, with the numbers of the page', () => {
	/** The tables of the API's page describe fields. */
	const pages = PAGES.filter((address) => !repeatsFigures(address) && address !== '/api');

	test.for(pages)('%s', async (address, { page }) => {
		await page.goto(address);
		const tables = await tablesOf(page);
		expect(new Set(tables.flatMap((one) => one.files)).size).toBe(
			tables.flatMap((one) => one.files).length
		);
		for (const { rows, files } of tables) {
			const [first, dutch, sheet] = await Promise.all(
				Object.entries(TYPES).map(([kind, type]) => fileOf(files, kind, type))
			);
			if (!first || !dutch || !sheet) throw new Error('A table has no files.');
			expectSameNumbers(rows, first);
			await expectSameFiles(first, dutch, sheet);
		}
	});

	/** One file of a table, as it must be sent. */
	async function fileOf(files: string[], kind: string, type: string) {
		const address = files.find((one) => ending(one) === kind) ?? '';
		const { answer, bytes } = await file(address);
		expect(answer.status, address).toBe(200);
		expect(answer.headers.get('content-type')).toBe(type);
		expect(answer.headers.get('cache-control')).toBe('public, no-cache');
		expect(answer.headers.get('content-disposition')).toMatch(
			/^attachment; filename="[a-z\d-]+\.(csv|xlsx)"$/
		);
		return { address, bytes };
	}
	type Loaded = Awaited<ReturnType<typeof fileOf>>;

	function expectSameNumbers(shown: string[][], { address, bytes }: Loaded) {
		const [heads = [], ...rows] = rowsOf(bytes, ',');
		expect(rows.length, address).toBe(shown.length);
		rows.forEach((row, at) => {
			const written = numbersIn((shown[at] ?? []).map(plain).join(' | '));
			row.forEach((cell, column) => {
				if (!isNumber(cell) || heads[column] === 'NIS-code') return;
				const where = `${address}, rij ${at + 1}, ${heads[column]}: ${cell} in ${shown[at]?.map(plain).join(' | ')}`;
				expect(stands(Number(cell), written) || isSpanned(row, rows[at - 1]), where).toBe(true);
			});
		});
	}

	/** A number of a cell that spans rows stands on the page in the first of them only. */
	const isSpanned = (row: string[], above: string[] = []) => row[0] === above[0];

	async function expectSameFiles(first: Loaded, dutch: Loaded, sheet: Loaded) {
		const [head = [], ...rows] = rowsOf(first.bytes, ',');
		const comma = (cell: string) => (isNumber(cell) ? cell.replace('.', ',') : cell);
		expect(rowsOf(dutch.bytes, ';').slice(1)).toEqual(rows.map((row) => row.map(comma)));

		const [table, notes] = await readXlsxFile(sheet.bytes);
		expect(table?.data.length, sheet.address).toBe(rows.length + 1);
		expect(notes?.data.map(([about]) => about)).toEqual(
			expect.arrayContaining(['Tabel', 'Zoals bekend op', 'Blijvend adres', 'Uitgever'])
		);
		const names = (table?.data[0] ?? []).map(String);
		names.forEach((name, column) => {
			const at = head.findIndex((one) => one === name || one.startsWith(`${name} (`));
			rows.forEach((row, line) => {
				const cell = table?.data[line + 1]?.[column] ?? null;
				const plainCell = row[at] ?? '';
				if (typeof cell === 'number') {
					const value = Number(plainCell);
					expect(
						[value, value / 100].some((one) => Math.abs(one - cell) < 1e-9),
						`${sheet.address} ${name}`
					).toBe(true);
				} else if (cell instanceof Date) {
					expect(cell.toISOString().slice(0, 10)).toBe(plainCell);
				} else expect(cell ?? '').toBe(plainCell.trim());
			});
		});
	}
});

describe('a published fact is the same in page, CSV and workbook', () => {
	test.for([
		['34022', 'stock_b', '2010-12-31'],
		['44021', 'stock_b', '2009-12-31'],
		['44021', 'stock_b', '2008-12-31']
	] as const)('%s, %s on %s', async ([nis, indicator, on], { page }) => {
		const fact = figure(nis, indicator, on);
		await page.goto(`/gemeenten?op=${on}`);
		const cell = page.locator(`tr:has(a[href^="/gemeenten/${nis}?"]) td`).first();
		expect(numbersIn(plain(await cell.innerText()))[0]?.size).toBe(fact);

		const [head = [], ...rows] = rowsOf(
			(await file(`/uitvoer/gemeenten/lijst.csv?op=${on}`)).bytes,
			','
		);
		const row = rows.find((one) => one.includes(nis)) ?? [];
		expect(Number(row[head.indexOf('Sociale huurwoningen')])).toBe(fact);
		expect(row[head.indexOf('Sociale huurwoningen: status')]).toBe('gepubliceerd');

		const [table] = await readXlsxFile(
			(await file(`/uitvoer/gemeenten/lijst.xlsx?op=${on}`)).bytes
		);
		const own = table?.data.find((one) => one.includes(nis));
		expect(own?.[table?.data[0]?.indexOf('Sociale huurwoningen') ?? -1]).toBe(fact);
	});
});

describe('a file is what is seen', () => {
	const csvOf = async (address: string) => rowsOf((await file(address)).bytes, ',');

	test('the filter and the order of the page', async ({ page }) => {
		await page.goto('/gemeenten?regio=kortrijk&orde=aandeel&richting=af');
		const shown = (await page.locator('#lijst tbody th').allInnerTexts()).map(plain);
		await page.locator('details.save summary').first().click();
		const link = page.getByRole('link', { name: 'CSV', exact: true });
		const rows = await csvOf((await link.getAttribute('href')) ?? '');
		expect(rows.slice(1).map(([name]) => name)).toEqual(shown);
		expect(shown.length).toBeGreaterThan(5);
	});

	test('what was known on a day, with what is known now beside it', async () => {
		const on = 'op=2009-12-31';
		const gent = async (query: string) => {
			const [head = [], ...rows] = await csvOf(`/uitvoer/gemeenten/lijst.csv?${query}`);
			const row = rows.find((one) => one[0] === 'Gent') ?? [];
			return Object.fromEntries(head.map((name, at) => [name, row[at]]));
		};
		expect(await gent(on)).toMatchObject({ 'Sociale huurwoningen': '14753' });
		expect(await gent(`${on}&bekend=2012-03-18`)).toMatchObject({
			'Sociale huurwoningen': '14544',
			'Sociale huurwoningen: nu bekend': '14753'
		});
	});

	test('the municipal structure that was chosen', async () => {
		const names = async (query: string) =>
			(await csvOf(`/uitvoer/regios/genk/leden.csv?op=2018-12-31${query}`)).map(([, nis]) => nis);
		expect(await names('')).toContain('71047');
		expect(await names('&structuur=vandaag')).toContain('72042');
	});

	test.for([
		'/uitvoer/regios/kortrijk/weg/koers.csv?doel=11&tegen=2030',
		'/uitvoer/regios/kortrijk/weg/woningen.csv?doel=11&tegen=2030',
		'/uitvoer/regios/kortrijk/verdeling/sleutel.csv?doel=11&tegen=2030',
		'/uitvoer/regios/kortrijk/verdeling/naast-elkaar.csv?doel=11&tegen=2030'
	])('%s says in every row and in its name that it is a scenario', async (address) => {
		const { answer, bytes } = await file(address);
		const [head = [], ...rows] = rowsOf(bytes, ',');
		const marks = rows.map((row) => row[head.indexOf('Soort cijfers')]);
		expect(new Set(marks)).toEqual(new Set(['scenario, geen beslissing']));
		expect(answer.headers.get('content-disposition')).toContain('-scenario-');
	});

	test('an estimate, a forecast, a composed sum and an unknown figure keep their marks', async () => {
		const statuses = async (address: string) =>
			(await csvOf(address)).flatMap((row) =>
				row.filter((cell) => /raming|vooruit|samen|niet bekend/.test(cell))
			);
		expect(await statuses('/uitvoer/gemeenten/lijst.csv')).toContain('raming (oefencijfer)');
		expect((await statuses('/uitvoer/gemeenten/34022/cijfers.csv')).join()).toContain(
			'vooruitzicht'
		);
		expect(
			(
				await statuses('/uitvoer/gemeenten/71072/cijfers.csv?op=2018-12-31&structuur=vandaag')
			).join()
		).toContain('samengesteld: som van de gemeenten voor de fusie');
		expect(await statuses('/uitvoer/gemeenten/34022/cijfers.csv?op=2025-12-31')).toContain(
			'niet bekend: geen cijfer gepubliceerd'
		);
	});

	test('the workbook names the address at which the page never changes, and the sources', async () => {
		const [, notes] = await readXlsxFile((await file('/uitvoer/regios/kortrijk/leden.xlsx')).bytes);
		const words = (about: string) =>
			notes?.data.filter(([name]) => name === about).map(([, text]) => String(text)) ?? [];
		expect(words('Blijvend adres')[0]).toMatch(
			/^http:\/\/[^/]+\/regios\/kortrijk\?op=\d{4}-\d\d-\d\d&bekend=\d{4}-\d\d-\d\d$/
		);
		expect(words('Bron').length).toBeGreaterThan(0);
		expect(words('Status «raming»')).toHaveLength(1);
	});
});

describe('an address that asks no part of a page is refused', () => {
	test.for([
		'/uitvoer/leden',
		'/uitvoer/leden.exe',
		'/uitvoer/regios/kortrijk/nergens.csv',
		'/uitvoer/regios/nergens/leden.csv',
		'/uitvoer/gemeenten/99999/cijfers.csv',
		'/uitvoer/uitvoer/leden.csv',
		'/uitvoer/api/v1/municipalities.csv',
		'/uitvoer/api/health/leden.csv',
		'/uitvoer/zoek/voorstellen/leden.csv?q=gent',
		'/uitvoer//example.org/leden.csv',
		'/uitvoer/http://example.org/leden.csv',
		'/uitvoer/regios/..%2f..%2fleden.csv',
		'/uitvoer/regios/kortrijk/leden%22%5D.csv'
	])('%s', async (address) => {
		expect((await answerAt(address)).status).toBe(404);
	});

	test('a parameter that cannot be read is a 400, as on the page', async () => {
		expect((await answerAt('/uitvoer/regios/kortrijk/leden.csv?op=gisteren')).status).toBe(400);
	});

	test('nobody gets a page made for files by asking for it', async () => {
		const answer = await fetch(new URL('/regios/kortrijk', (await answerAt('/')).url), {
			headers: { 'x-for-export': '1', accept: 'text/html' }
		});
		expect(await answer.text()).not.toContain('<data ');
	});
});
