import { describe, expect, inject } from 'vitest';
import type { Page } from 'playwright-core';
import { test } from '../support/browser.ts';

const PLACES = [
	'/',
	'/gemeenten',
	'/regios/kortrijk',
	'/regios/kortrijk/verdeling',
	'/regios/kortrijk/tafel',
	'/vergelijken',
	'/voortgangstoets/2022',
	'/vergadering/kortrijk'
];

const box = (page: Page) => page.locator('.mine', { hasText: 'Uw gemeente.' });
const rows = (page: Page) => page.locator('tr.mine');

describe('the municipality of a visitor', () => {
	test.for(PLACES)(
		'is marked in tables and told of in a sentence on %s',
		async (path, { page }) => {
			await page.goto(`${path}?mijn=34040`);
			expect(await box(page).textContent()).toMatch(/Waregem: .* dan .*Vlaanderen.*Grenst aan/s);
			expect(await rows(page).count()).toBeGreaterThan(0);
			for (const row of await rows(page).all()) {
				expect(await row.textContent()).toContain('Waregem');
				expect(await row.getAttribute('aria-current')).toBe('true');
			}
		}
	);

	test.for([
		['/', '.map', '.swarm'],
		['/regios/kortrijk', '.strip', '.diverging', '.asked'],
		['/vergelijken', '.strips'],
		['/vergadering/kortrijk/scherm', '.ranking']
	])('stands out in every drawing of %s', async ([path, ...kinds], { page }) => {
		await page.goto(`${path}?mijn=34040`);
		for (const kind of kinds)
			expect(await page.locator(`${kind} svg .mine`).count(), kind).toBeGreaterThan(0);
		await page.goto(path ?? '');
		expect(await page.locator('.mine').count()).toBe(0);
	});

	test('goes along from page to page, in links and in forms, and to no file', async ({ page }) => {
		await page.goto('/regios/kortrijk?mijn=34040&op=2023-12-31');
		const href = (name: string) => page.getByRole('link', { name }).first().getAttribute('href');
		expect(await href('Vergelijken')).toBe('/vergelijken?mijn=34040&op=2023-12-31');
		expect(await href('Methode')).toBe('/methode?mijn=34040&op=2023-12-31');
		expect(await href('API')).toBe('/api');
		expect(await href('Vaste link')).toContain('mijn=34040');
		await page.goto('/gemeenten?mijn=34040');
		await page.getByRole('button', { name: 'Filter' }).click();
		expect(new URL(page.url()).searchParams.get('mijn')).toBe('34040');
	});

	test('is chosen by its name in a plain form, and left by a link', async ({ page }) => {
		await page.goto('/regios/kortrijk?kaart=spreiding');
		await page.getByText('Uw gemeente · kies').click();
		await page.getByLabel('Naam of NIS-code').fill('waregem');
		await page.getByRole('button', { name: 'Kies' }).click();
		await box(page).waitFor();
		const { pathname, searchParams } = new URL(page.url());
		expect([pathname, ...searchParams]).toEqual([
			'/regios/kortrijk',
			['kaart', 'spreiding'],
			['mijn', '34040']
		]);
		await page.getByRole('link', { name: 'Kies geen gemeente' }).click();
		await page.getByText('Uw gemeente · kies').waitFor();
		expect(new URL(page.url()).search).toBe('?kaart=spreiding');
	});

	test('that nobody knows is told so with names like it, and the page is not kept', async ({
		page
	}) => {
		const answer = await page.goto('/regios/kortrijk?mijn=Waregm');
		expect(answer?.status()).toBe(200);
		expect(answer?.headers()['cache-control']).toBe('no-store');
		await page.getByText('We kennen geen gemeente «Waregm».').waitFor();
		await page.getByRole('link', { name: 'Waregem' }).first().click();
		await box(page).waitFor();
	});

	test('leaves nothing behind in the browser', async ({ page }) => {
		await page.goto('/?mijn=34040');
		expect(await page.context().cookies()).toEqual([]);
		expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
	});

	test('stands out in a drawing that is taken along', async () => {
		const at = (query: string) =>
			fetch(`${inject('site')}/uitvoer/regios/kortrijk/boven-en-onder.svg${query}`).then((answer) =>
				answer.text()
			);
		const name = (weight: number) => new RegExp(`font-weight="${weight}">Waregem<`);
		expect(await at('?mijn=34040')).toMatch(name(800));
		expect(await at('')).toMatch(name(400));
	});
});

test('the sheet of a municipality says what the goal of its region would ask of it', async ({
	page
}) => {
	await page.goto('/gemeenten/34040/steekkaart');
	const said = await page.locator('main').textContent();
	expect(said).toMatch(/Van de 11.% van .* zou Waregem .* nemen/);
});
