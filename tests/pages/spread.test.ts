import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../support/browser.ts';
import { csvRow, json } from './api.ts';
import { plain } from './pages.ts';

const number = (value: number, digits = 0) =>
	new Intl.NumberFormat('nl-BE', {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits
	}).format(value);
const cells = async (page: Page, table: string, row: string) => {
	const found = page.locator(`${table} tr`).filter({ hasText: row }).first();
	return (await found.locator('th, td').allInnerTexts()).map(plain);
};

describe('the spread of a region is the same on the page, in the API and in the CSV', () => {
	test.for(['', '?on=2018-12-31'])('Kortrijk %s', async (query, { page }) => {
		const { spread } = await json(`/api/v1/regions/kortrijk${query}`);
		const row = await csvRow(`/api/v1/regions/kortrijk/spread.csv${query}`, '34027');
		expect(Number(row.dwellings_elsewhere)).toBe(spread.dwellingsElsewhere);
		expect(Number(row.gini)).toBe(spread.gini);
		expect(Number(row.excess_dwellings)).toBe(spread.excessDwellings['34027']);
		expect(Number(row.place_lowest)).toBe(spread.places['34027'].lowest);

		await page.goto(`/regios/kortrijk${query.replace('on', 'op')}`);
		const section = page.locator('section[aria-labelledby=spreiding]');
		const sentence = plain(await section.locator('p').first().innerText());
		expect(sentence).toContain(`zouden ≈ ${number(spread.dwellingsElsewhere)} woningen elders`);
		const [, place, , excess, quotient, neighbours] = await cells(page, '#spreidingtabel', 'Menen');
		const { highest, lowest } = spread.places['34027'];
		expect(place).toBe(`≈ ${highest === lowest ? highest : `${highest}–${lowest}`}`);
		expect(excess).toContain(number(spread.excessDwellings['34027']));
		expect(quotient).toContain(number(spread.locationQuotients['34027'], 3));
		expect(neighbours).toContain(number(spread.regionalSpread['34027']));
	});

	test('the last year of the trend is the spread of that day', async ({ page }) => {
		const { spread } = await json('/api/v1/regions/kortrijk?on=2024-12-31');
		await page.goto('/regios/kortrijk?op=2024-12-31');
		const frame = page.locator('figure').filter({ hasText: 'Spreiding in Regio Kortrijk' });
		await frame.getByText('Cijfers als tabel').click();
		const row = frame.locator('tr').filter({ hasText: '31/12/2024' });
		const [, elsewhere, , gini] = (await row.locator('th, td').allInnerTexts()).map(plain);
		expect(elsewhere).toContain(number(spread.dwellingsElsewhere));
		expect(gini).toContain(number(spread.gini, 3));
	});
});

describe('what the reader can choose', () => {
	test('the map shows the share or the spread, by a link', async ({ page }) => {
		await page.goto('/regios/kortrijk');
		await page.getByRole('link', { name: 'tegenover de buren', exact: true }).click();
		await page.waitForURL('**kaart=spreiding');
		const heading = page.getByRole('heading', { name: 'Elk lid tegenover zijn buurgemeenten' });
		expect(await heading.count()).toBe(1);
	});

	const withoutScript = test.extend({ visitor: { javaScriptEnabled: false } });
	withoutScript(
		'another size of project gives other bands, and keeps the day',
		async ({ page }) => {
			await page.goto('/regios/kortrijk?op=2018-12-31');
			const before = await cells(page, '#spreidingtabel', 'Kuurne');
			await page.getByLabel('Woningen in een gemiddeld project').fill('200');
			await page.getByRole('button', { name: 'Reken de plaatsen na' }).click();
			await page.waitForURL('**project=200**');
			expect(page.url()).toContain('op=2018-12-31');
			const after = await cells(page, '#spreidingtabel', 'Kuurne');
			expect(after[1]).not.toBe(before[1]);
			expect(after[1]).toMatch(/^≈ \d+–\d+$/);
		}
	);

	test.for(['0', '501', '2.5', 'x'])('no project of %s dwellings', async (size, { page }) => {
		for (const path of ['/regios/kortrijk', '/gemeenten', '/api/v1/regions/kortrijk/spread.csv']) {
			const answer = await page.request.get(`${path}?project=${size}`);
			expect(answer.status()).toBe(400);
		}
	});
});
