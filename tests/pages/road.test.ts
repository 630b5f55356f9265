import { describe, expect } from 'vitest';
import { test } from '../support/browser.ts';
import { csv, json, rowsOf } from './api.ts';
import { plain } from './pages.ts';

const KORTRIJK = '/regios/kortrijk/weg?doel=11&tegen=2030&q=20';
const ASKED = 'goal=0.11&by=2030-12-31&q=0.2';
/** 4420 as the page writes it. */
const dutch = (value: number) => value.toLocaleString('nl-BE');

describe('the road of a region to its goal', () => {
	test('Kortrijk, 11 %, 2030: the same shortfall on page, in API and CSV, and as the division has it', async ({
		page
	}) => {
		const road = await json(`/api/v1/regions/kortrijk/road?${ASKED}`);
		const stock: number = road.stock.value;
		const expected = Math.ceil((11 * road.householdsThen.value - 100 * stock) / 100);
		expect(road.shortfall).toBe(expected);
		const division = await json('/api/v1/regions/kortrijk/division?goal=0.11&by=2030-12-31');
		expect(division.shortfall).toBe(expected);
		const file = rowsOf(await csv(`/api/v1/regions/kortrijk/road.csv?${ASKED}`));
		expect(file).toHaveLength(road.years.length);
		for (const row of file) expect(row).toContain(`,0.11,2030-12-31,${expected},`);
		await page.goto(KORTRIJK);
		expect(plain(await page.locator('h1').innerText())).toBe(
			`Tegen 31 december 2030 heeft Regio Kortrijk (Leiedal) ≈ ${dutch(expected)} sociale huurwoningen extra nodig om 11 % van de huishoudens te halen.`
		);
		const cell = page.locator('tr:has(th:text("Nodig tegen 31/12/2030")) td').first();
		expect(plain(await cell.innerText())).toContain(dutch(expected));
	});

	test('says that it is a scenario: above the figures, in the drawing and in every export', async ({
		page
	}) => {
		await page.goto(KORTRIJK);
		const text = plain(await page.locator('main').innerText());
		expect(text.match(/scenario, geen beslissing/gi)?.length).toBeGreaterThanOrEqual(3);
		const road = await json(`/api/v1/regions/kortrijk/road?${ASKED}`);
		expect(road.scenario).toBe('scenario, geen beslissing');
	});

	test('the form keeps what was asked, and asks again without a script', async ({ page }) => {
		await page.goto('/regios/eigen/weg?gemeenten=34022,34043&op=2022-12-31&doel=11,5&tegen=2031');
		const form = page.getByRole('form', { name: 'Doel en jaar' });
		expect(await form.getByLabel('Doel').inputValue()).toBe('11,5');
		await form.getByLabel('Tegen').fill('2035');
		await form.getByRole('button').click();
		await page.waitForURL(/tegen=2035/);
		const asked = new URL(page.url()).searchParams;
		expect([asked.get('gemeenten'), asked.get('op'), asked.get('doel')]).toEqual([
			'34022,34043',
			'2022-12-31',
			'11,5'
		]);
		expect(plain(await page.locator('h1').innerText())).toContain('Tegen 31 december 2035');
	});

	test('each course stands in the drawing with its own name, and in the table with its numbers', async ({
		page
	}) => {
		await page.goto(KORTRIJK);
		const figure = page.locator('figure').first();
		for (const name of ['niets erbij', 'huidig tempo', 'geplande woningen klaar', 'doel gehaald']) {
			await expect(figure.locator('svg text', { hasText: name }).first().count()).resolves.toBe(1);
			expect(await figure.locator('thead th', { hasText: name }).count()).toBe(1);
		}
		const road = await json(`/api/v1/regions/kortrijk/road?${ASKED}`);
		const last = road.years.find((one: { date: string }) => one.date === '2030-12-31');
		const shown = plain((await figure.locator('tbody tr').last().textContent()) ?? '');
		const share = (last.shares.pace.value * 100).toFixed(2).replace('.', ',');
		expect(shown).toContain(`${share} %`);
	});

	test.for([
		['/regios/limburg/weg?doel=8', 'Voor Herstappe is er voor die dag geen aantal huishoudens.'],
		[
			'/regios/antwerpen/weg',
			'was het aandeel van de regio op 31/12/2012 (afgerond): het doel is dat aandeel te houden.'
		],
		['/regios/antwerpen/weg', 'Alleen om het aandeel van nu te houden, zijn er nodig:'],
		['/regios/genk/weg', 'om haar aandeel van nu te houden.'],
		[KORTRIJK, 'zo wordt het doel nooit gehaald']
	] as const)('%s says: %s', async ([path, words], { page }) => {
		await page.goto(path);
		expect(plain(await page.locator('main').innerText())).toContain(words);
	});

	test.for([
		'/regios/kortrijk/weg?doel=elf',
		'/regios/kortrijk/weg?tegen=2010',
		'/regios/kortrijk/weg?q=200',
		'/regios/kortrijk/weg?nieuw=-1'
	])('%s is refused in plain words', async (path, { page }) => {
		const answer = await page.goto(path);
		expect(answer?.status()).toBe(400);
		expect(await page.locator('main').innerText()).toContain(
			'Het adres bevat een waarde die niet kan'
		);
	});
});
