import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { violations } from '../support/axe.ts';
import { test } from '../support/browser.ts';
import { dutch } from '../support/dutch.ts';
import { press } from '../support/form.ts';
import { open, seen } from '../support/reader.ts';
import { cellOf } from '../support/table.ts';
import { json } from './api.ts';
import { plain } from './pages.ts';

const TABLE = '/regios/kortrijk/tafel?doel=11&tegen=2030';
const KEYS = '/api/v1/regions/kortrijk/divisions?goal=0.11&by=2030-12-31';
const KORTRIJK = '34022';
const MENEN = '34027';

const proposalIn = (url: URL) => ({
	parts: new Map(
		(url.searchParams.get('voorstel') ?? '')
			.split(',')
			.map((one) => one.split('-') as [string, string])
			.map(([nis, part]) => [nis, Number(part)])
	),
	exchanges: url.searchParams.get('ruil')
});
const sumOf = (url: URL) => [...proposalIn(url).parts.values()].reduce((sum, one) => sum + one, 0);

/** What a key gives each municipality, by its NIS code. */
async function partsOf(key: string): Promise<Map<string, number>> {
	const { keys } = await json(KEYS);
	const found = keys.find((one: { key: string }) => one.key === key);
	return new Map(
		found.parts.map((one: { nis: string; dwellings: number }) => [one.nis, one.dwellings])
	);
}

describe('without a script', () => {
	test('the table begins with what the key gives, the same numbers as the division and the API', async () => {
		const parts = await partsOf('gap');
		const page = await open(`${TABLE}&sleutel=tekort`);
		for (const [nis, name] of [
			[KORTRIJK, 'Kortrijk'],
			[MENEN, 'Menen']
		] as const) {
			const field = page.document.querySelector(`input[name=deel-${nis}]`);
			expect(field?.getAttribute('value')).toBe(`${parts.get(nis)}`);
			expect(seen(cellOf(page, 'voorstel', name, 'Erbij'))).toBe(dutch(parts.get(nis) ?? NaN));
			expect(seen(cellOf(page, 'sleutels', name, 'tekort'))).toBe('≈ 0');
		}
	});

	test('numbers are filled in, what is left is told, and shared out when asked', async () => {
		const { shortfall } = await json(KEYS);
		const page = await open(`${TABLE}&voorstel=niets`);
		const filled = await press(page, 'Reken', { 'deel-34022': '700', 'deel-34027': '90' });
		expect(proposalIn(filled.url).parts).toEqual(
			new Map([
				[KORTRIJK, 700],
				[MENEN, 90]
			])
		);
		expect(
			[...filled.url.searchParams.keys()].filter((name) => /^(deel-|doe$)/.test(name))
		).toEqual([]);
		expect(seen(filled.document.querySelector('p[role=status]'))).toContain(
			`Voor ≈ ${dutch(shortfall - 790)} woningen is er nog geen gemeente.`
		);
		const closed = await press(filled, 'Reken, en verdeel wat overblijft', { 'deel-34022': '800' });
		expect(sumOf(closed.url)).toBe(shortfall);
		expect(proposalIn(closed.url).parts.get(KORTRIJK)).toBeGreaterThan(800);
	});

	test('homes are moved and exchanged with the sum kept, and an exchange is taken back', async () => {
		const parts = await partsOf('households');
		const page = await open(TABLE);
		const asked = { geeft: KORTRIJK, neemt: MENEN, aantal: '25' };
		const moved = await press(page, 'Verplaats', asked);
		expect(proposalIn(moved.url).parts.get(KORTRIJK)).toBe((parts.get(KORTRIJK) ?? NaN) - 25);
		expect(proposalIn(moved.url).parts.get(MENEN)).toBe((parts.get(MENEN) ?? NaN) + 25);
		const exchanged = await press(moved, 'Ruil', asked);
		expect(proposalIn(exchanged.url).exchanges).toBe(`${MENEN}-${KORTRIJK}-25`);
		expect(sumOf(exchanged.url)).toBe(sumOf(moved.url));
		const built = (parts.get(MENEN) ?? NaN) + 50;
		expect(seen(cellOf(exchanged, 'voorstel', 'Menen', 'Erbij'))).toBe(dutch(built));
		const list = exchanged.document.querySelector('section[aria-labelledby=ruilen] li');
		expect(seen(list)).toContain('Menen bouwt 25 woningen van het deel van Kortrijk');
		const back = list?.querySelector('a')?.getAttribute('href') ?? '';
		expect(proposalIn((await open(back)).url)).toEqual(proposalIn(moved.url));
	});

	test('an exchange beyond the area of one woonmaatschappij is marked, and the conditions are said to be unknown', async () => {
		const across = await open(`${TABLE}&ruil=${MENEN}-${KORTRIJK}-5`);
		const section = across.document.querySelector('section[aria-labelledby=ruilen]');
		expect(seen(section)).toContain('Buiten één werkingsgebied');
		expect(seen(section)).toContain('De voorwaarden vonden we niet');
		const within = await open('/regios/limburg/tafel?doel=9&zonder=ontbrekende&ruil=71016-71066-1');
		expect(seen(within.document.querySelector('section[aria-labelledby=ruilen] li'))).toContain(
			'Binnen één woonmaatschappij'
		);
	});

	test('a maximum holds whoever moves, and what a key gives beyond it is told', async () => {
		const page = await open(`${TABLE}&sleutel=elk-voor-zich&max-34040=20`);
		expect(seen(cellOf(page, 'voorstel', 'Waregem', 'Let op'))).toContain('boven haar maximum');
		const none = await open(`${TABLE}&voorstel=niets&max-34040=20`);
		const { url } = await press(none, 'Reken', { 'deel-34040': '300' });
		expect(proposalIn(url).parts).toEqual(new Map([['34040', 20]]));
	});

	test('another proposal stands beside it, by a key or by its pasted address, with what differs', async () => {
		const other = `${inject('site')}/regios/kortrijk/tafel?voorstel=34022-100&ruil=34027-34022-40`;
		const page = await press(await open(`${TABLE}&voorstel=34022-130`), 'Zet ernaast', {
			naast: other
		});
		expect(page.url.searchParams.get('naast')).toBe('34022-100');
		expect(seen(cellOf(page, 'naast', 'Kortrijk', 'Verschil'))).toBe('+70');
		expect(seen(cellOf(page, 'naast', 'Menen', 'Verschil'))).toBe('−40');
		expect(seen(page.document.querySelector('section[aria-labelledby=naast] > p'))).toContain(
			'De twee voorstellen verschillen voor Kortrijk en Menen.'
		);
	});

	test.for(['voorstel=34022', 'voorstel=x-3', 'ruil=34022-5', 'deel-x=3', 'doe=iets'])(
		'%s is refused in plain words',
		async (query) => {
			const response = await fetch(`${inject('site')}${TABLE}&${query}`);
			expect(response.status).toBe(400);
			expect(await response.text()).toContain('Het adres bevat een waarde die niet kan');
		}
	);

	test('what an address says of who is no member counts for nothing, and is told', async () => {
		const page = await open(`${TABLE}&voorstel=34022-50,71016-9`);
		expect(seen(page.document.querySelector('main'))).toContain(
			'Wat het adres zegt over Genk, telt niet mee'
		);
	});
});

describe('with a script', () => {
	const field = (page: Page, name: string) =>
		page.getByRole('spinbutton', { name: `Deel van ${name}` });
	const slider = (page: Page, name: string) =>
		page.getByRole('slider', { name: `Deel van ${name}` });
	const undo = (page: Page) => page.getByRole('button', { name: 'Ongedaan maken' });
	const status = async (page: Page) =>
		plain(await page.locator('#tafel p[role=status]').innerText());
	const tablesOf = (page: Page) => page.locator('#tafel table').allInnerTexts();
	const precise = /^Het voorstel verdeelt precies de ≈ [\d.]+ woningen die nodig zijn\.$/;

	test('by keyboard: a slider and a number move, all others answer, undo restores, the address follows', async ({
		page
	}) => {
		await page.goto(TABLE);
		const before = await tablesOf(page);
		const first = Number(await field(page, 'Kortrijk').inputValue());
		await slider(page, 'Kortrijk').focus();
		await page.keyboard.press('ArrowLeft');
		await page.keyboard.press('ArrowLeft');
		expect(await field(page, 'Kortrijk').inputValue()).toBe(`${first - 2}`);
		await field(page, 'Menen').fill('10');
		await page.keyboard.press('Tab');
		expect(await status(page)).toMatch(precise);
		expect(await tablesOf(page)).not.toEqual(before);
		await expect.poll(() => proposalIn(new URL(page.url())).parts.get(MENEN)).toBe(10);
		const after = await tablesOf(page);
		await page.reload();
		expect(await tablesOf(page)).toEqual(after);
		await page.goto(TABLE);
		await field(page, 'Menen').fill('10');
		await page.keyboard.press('Tab');
		await undo(page).press('Enter');
		expect(await tablesOf(page)).toEqual(before);
		expect(await undo(page).isDisabled()).toBe(true);
	});

	test('the first slider stands on the first screen of a laptop', async ({ page }) => {
		await page.setViewportSize({ width: 1366, height: 768 });
		await page.goto(TABLE);
		const box = await slider(page, 'Anzegem').boundingBox();
		expect(box && box.y + box.height).toBeLessThan(768);
	});

	test('by mouse: against the rest the sum opens, and is closed again', async ({ page }) => {
		await page.goto(TABLE);
		await page.getByLabel('Wie geeft, wie krijgt').selectOption('rest');
		await page.getByRole('button', { name: 'Kortrijk: één woning minder' }).click();
		expect(await status(page)).toContain('Voor ≈ 1 woning is er nog geen gemeente.');
		await page.getByRole('button', { name: 'Verdeel wat overblijft' }).click();
		expect(await status(page)).toMatch(precise);
	});

	test.extend({ visitor: { hasTouch: true, viewport: { width: 390, height: 844 } } })(
		'by touch on a phone: a move between two, and an exchange that is taken back',
		async ({ page }) => {
			await page.goto(TABLE);
			const menen = Number(await field(page, 'Menen').inputValue());
			await page.getByLabel('Wie geeft, wie krijgt').selectOption(MENEN);
			await page.getByRole('button', { name: 'Kortrijk: één woning meer' }).tap();
			expect(await field(page, 'Menen').inputValue()).toBe(`${menen - 1}`);
			await page.locator('select[name=geeft]').selectOption(KORTRIJK);
			await page.locator('select[name=neemt]').selectOption(MENEN);
			await page.getByRole('button', { name: 'Ruil', exact: true }).tap();
			await expect
				.poll(() => proposalIn(new URL(page.url())).exchanges)
				.toBe(`${MENEN}-${KORTRIJK}-10`);
			await page.getByRole('button', { name: 'Neem deze ruil terug' }).tap();
			await expect.poll(() => proposalIn(new URL(page.url())).exchanges).toBeNull();
		}
	);

	test('another goal keeps the proposal as it stands, and files are of it', async ({ page }) => {
		await page.goto(TABLE);
		await field(page, 'Kortrijk').fill('40');
		await page.keyboard.press('Tab');
		await expect.poll(() => proposalIn(new URL(page.url())).parts.get(KORTRIJK)).toBe(40);
		const file = page.locator('#tafel section[aria-labelledby=voorstel] a[download]').first();
		expect(await file.getAttribute('href')).toContain('34022-40');
		await page.getByText('Een ander streefcijfer of jaar').click();
		await page.getByRole('textbox', { name: 'Streefcijfer, in %' }).fill('10');
		await page.getByRole('button', { name: 'Reken', exact: true }).first().click();
		await page.waitForURL(/doel=10/);
		expect(proposalIn(new URL(page.url())).parts.get(KORTRIJK)).toBe(40);
	});

	test('says all that the server says, as axe likes it, within 100 kB of script, and keeps nothing', async ({
		page
	}) => {
		const scripts: Promise<number>[] = [];
		page.on('response', (response) => {
			if (response.request().resourceType() === 'script')
				scripts.push(response.body().then((body) => gzipSync(body).length));
		});
		const address = `${TABLE}&ruil=${MENEN}-${KORTRIJK}-25&naast=tekort`;
		const told = await open(address);
		await page.goto(address);
		const bare = (text: string | null) => text?.replace(/\s/g, '');
		const server = [...told.document.querySelectorAll('#tafel table')];
		const browser = await page.locator('#tafel table').allTextContents();
		expect(server).toHaveLength(3);
		expect(browser.map(bare)).toEqual(server.map((table) => bare(table.textContent)));
		expect(await violations(page)).toEqual([]);
		const sizes = await Promise.all(scripts);
		expect(sizes.length).toBeGreaterThan(1);
		expect(sizes.reduce((sum, one) => sum + one, 0)).toBeLessThan(100_000);
		expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
	});
});
