import { describe, expect, inject } from 'vitest';
import { test } from '../support/browser.ts';
import { plain } from './pages.ts';

/** Published facts: what a reader must find at an address, word for word. */
const FACTS: [address: string, sentence: string][] = [
	[
		'/gemeenten/38008?op=2007-12-31',
		'De Panne telt 226 sociale huurwoningen: 4,5 per 100 huishoudens.'
	],
	['/gemeenten/38008?op=2007-12-31', 'gedeeld door 4.974 huishoudens op 01/01/2008: 4,54 %.'],
	['/gemeenten/38008?op=2007-12-31', 'Het objectief vraagt 83 woningen extra'],
	['/gemeenten/34022?op=2010-12-31', 'Kortrijk telt 2.896 sociale huurwoningen'],
	['/gemeenten/34022', 'objectief: 203 woningen'],
	['/gemeenten/44021?op=2009-12-31', 'Gent telt 14.753 sociale huurwoningen'],
	['/gemeenten/44021?op=2009-12-31&bekend=2012-03-18', 'Gent telt 14.544 sociale huurwoningen'],
	[
		'/gemeenten/35013?op=2021-12-31',
		'Het objectief vraagt 288 woningen extra tegen 31/12/2025. Op 31/12/2021 waren er 374 gerealiseerd (129,9 %), 86 woningen meer dan gevraagd.'
	],
	[
		'/gemeenten/12025',
		'Mechelen had bij de nulmeting al 9 % sociale huur: geen verplicht objectief.'
	],
	['/regios/kortrijk', 'De regio als geheel mikt op 11 % van de huishoudens'],
	['/regios/genk', 'Van deze regio is geen eigen streefcijfer bekend.'],
	['/regios/genk', 'Opglabbeek: lid tot 31/12/2018'],
	['/regios/genk', 'Oudsbergen: lid sinds 01/01/2019'],
	['/?op=2024-12-31', 'Vlaanderen telt 177.461 sociale huurwoningen'],
	['/?op=2025-12-31', 'Vlaanderen telt 178.743 sociale huurwoningen'],
	['/gemeenten?op=2012-12-31', '308 gemeenten op 31/12/2012'],
	['/gemeenten?op=2022-12-31', '300 gemeenten op 31/12/2022'],
	['/gemeenten?op=2025-12-31', '285 gemeenten op 31/12/2025'],
	['/gemeenten?op=2022-12-31&structuur=vandaag', '285 gemeenten op 31/12/2022'],
	['/gemeenten/71047', 'Opglabbeek (71047) bestaat sinds 01/01/2019 niet meer'],
	['/cijfers', 'herziening']
];

describe('facts', () => {
	test.for(FACTS)('%s says «%s»', async ([address, sentence], { page }) => {
		await page.goto(address);
		expect(plain(await page.locator('main').innerText())).toContain(sentence);
	});

	const withoutScript = test.extend({ visitor: { javaScriptEnabled: false } });
	withoutScript.for(FACTS)(
		'without JavaScript, %s says «%s»',
		async ([address, sentence], { page }) => {
			await page.goto(address);
			expect(plain(await page.locator('main').innerText())).toContain(sentence);
		}
	);
});

const json = async (path: string) => (await fetch(new URL(path, inject('site')))).json();
const csv = async (path: string) => (await fetch(new URL(path, inject('site')))).text();

/** The cells of a CSV row by column, for rows without quoted commas in the columns asked. */
async function csvRow(path: string, key: string): Promise<Record<string, string>> {
	const [head = '', ...rows] = (await csv(path)).trim().split(/\r?\n/);
	const row = rows.find((one) => one.startsWith(`${key},`)) ?? '';
	const cells = row.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? [];
	return Object.fromEntries(
		head.split(',').map((name, index) => [name, (cells[index] ?? '').replace(/,$/, '')])
	);
}

describe('the same number in page, API, CSV and print', () => {
	test.for([
		['34022', '2010-12-31'],
		['38008', '2007-12-31'],
		['11002', '2024-12-31'],
		['73028', '2024-12-31'],
		['72042', '2022-12-31']
	] as const)('municipality %s on %s', async ([nis, on], { page }) => {
		const answer = await json(`/api/v1/municipalities/${nis}?on=${on}`);
		const row = await csvRow(`/api/v1/municipalities.csv?on=${on}`, nis);
		expect(Number(row.stock)).toBe(answer.stock.value);
		expect(Number(row.households)).toBe(answer.households.value);
		expect(Number(row.share)).toBe(answer.share.value);
		expect(Number(row.target)).toBe(answer.objectives[0].target.value);
		expect(row.stock_status).toBe(answer.stock.status);

		await page.goto(`/gemeenten/${nis}?op=${on}`);
		const shown = new Intl.NumberFormat('nl-BE').format(answer.stock.value);
		const mark = answer.stock.status === 'estimated' ? '≈ ' : '';
		const sentence = `telt ${mark}${shown} sociale huurwoning`;
		expect(plain(await page.locator('h1').innerText())).toContain(sentence);
		await page.emulateMedia({ media: 'print' });
		expect(plain(await page.locator('h1').innerText())).toContain(sentence);
	});

	test('region kortrijk: share is the sum of stock over the sum of households, everywhere', async ({
		page
	}) => {
		const answer = await json('/api/v1/regions/kortrijk');
		const sum = (
			pick: (row: { stock: { value: number }; households: { value: number } }) => number
		) => answer.members.reduce((total: number, row: never) => total + pick(row), 0);
		const [stock, households] = [sum((row) => row.stock.value), sum((row) => row.households.value)];
		expect(answer.members).toHaveLength(12);
		expect(answer.goal).toMatchObject({ value: 0.11, denominator: 'households' });
		expect(answer.share.value).toBe(stock / households);
		expect(answer.gap).toBe(Math.ceil(0.11 * households - stock));

		const row = await csvRow('/api/v1/regions.csv', 'kortrijk');
		expect([Number(row.share), Number(row.gap)]).toEqual([answer.share.value, answer.gap]);

		await page.goto('/regios/kortrijk');
		const text = plain(await page.locator('main').innerText());
		const percentage = new Intl.NumberFormat('nl-BE', {
			minimumFractionDigits: 2,
			maximumFractionDigits: 2
		});
		expect(text).toContain(`≈ ${percentage.format((stock / households) * 100)} %`);
		expect(text).toContain(
			`nog ≈ ${new Intl.NumberFormat('nl-BE').format(answer.gap)} woningen te gaan`
		);
	});
});

describe('every estimate carries its mark', () => {
	test('no practice figure stands in a table without ≈', async ({ page }) => {
		const rows: { nis: string; stock: { value: number; status: string } }[] =
			await json('/api/v1/municipalities');
		await page.goto('/gemeenten');
		for (const { nis, stock } of rows
			.filter((one) => one.stock.status === 'estimated')
			.slice(0, 40)) {
			const cell = page.locator(`tr:has(a[href^="/gemeenten/${nis}"]) td`).first();
			expect(await cell.textContent()).toContain('≈');
			expect(stock.value).not.toBeNull();
		}
	});

	test('a published figure stands without it', async ({ page }) => {
		await page.goto('/gemeenten?op=2010-12-31');
		const cell = page.locator('tr:has(a[href^="/gemeenten/34022"]) td').first();
		expect(plain((await cell.textContent()) ?? '')).toBe('2.896');
	});
});
