import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { violations } from '../support/axe.ts';
import { test } from '../support/browser.ts';
import { type DeskSite, serveDesk } from '../support/desk.ts';
import { plain } from './pages.ts';

const PEOPLE = {
	leie: { name: 'Leie Proef', organisation: 'Proefregio', code: 'OVO000002', roles: ['regio'] },
	rand: { name: 'Rand Proef', organisation: 'Andere regio', code: 'OVO000003', roles: ['regio'] },
	gust: {
		name: 'Gust Proef',
		organisation: 'Proefdienst',
		code: 'OVO000001',
		roles: ['beheerder']
	},
	stad: { name: 'Stad Proef', organisation: 'Stad Kortrijk', code: '34022', roles: ['gemeente'] }
};
const TABLE = '/regios/kortrijk/tafel?doel=11&tegen=2030&op=2020-12-31';
const PARTS = 'voorstel=34022-900,34027-120&ruil=34027-34022-30';

let desk: DeskSite;
beforeAll(async () => {
	desk = await serveDesk(PEOPLE);
});
afterAll(() => desk.stop());

const at = (path: string) => desk.site.address + path;
const saysOf = async (path: string) => plain(await (await fetch(at(path))).text());
const agreementIn = async () => {
	const response = await fetch(at('/api/v1/regions/kortrijk?on=2024-12-31'));
	return ((await response.json()) as { agreement: unknown }).agreement;
};

async function keep(page: Page, address: string, name: string): Promise<void> {
	await page.goto(at('/beheer/voorstellen'));
	await page.getByLabel('Adres van het voorstel').fill(address);
	await page.getByLabel('Naam (verplicht)').fill(name);
	await page.getByRole('button', { name: 'Bewaar als ontwerp' }).click();
}

async function step(page: Page, name: string, state: string): Promise<void> {
	const form = page.getByRole('form', { name: `Volgende stap van ${name}` });
	await form.getByLabel('Wat gebeurde ermee?').selectOption(state);
	await form.getByLabel('Waar of waarom?').fill('Verslag van de proef.');
	await form.getByRole('button', { name: 'Bewaar de stap' }).click();
	await page.getByRole('status').first().waitFor();
}

test('a region keeps a proposal, agrees on it, and takes it back: only what is agreed is seen', async ({
	browser
}) => {
	await desk.pageOf(browser, 'leie');
	await desk.pageOf(browser, 'rand');
	const people = await desk.pageOf(browser, 'gust');
	for (const [name, region] of [
		['Proefregio', 'kortrijk'],
		['Andere regio', 'genk']
	] as const) {
		await people.goto(at('/beheer/mensen'));
		const form = people
			.locator('form', { hasText: name })
			.or(people.locator('tr, li', { hasText: name }).locator('form'));
		await form.last().locator('select[name=regio]').selectOption(region);
		await form.last().getByRole('button').click();
	}
	const page = await desk.pageOf(browser, 'leie');
	await page.goto(at('/beheer'));
	expect(new URL(page.url()).pathname).toBe('/beheer/voorstellen');
	await keep(page, at(`${TABLE}&${PARTS}`), 'Proef van een afspraak');
	expect(await page.getByRole('status').innerText()).toContain('bewaard als ontwerp');
	expect(await violations(page)).toEqual([]);
	await step(page, 'Proef van een afspraak', 'on_the_table');
	expect(await page.locator('.cards').innerText()).toContain('op tafel');
	expect(await saysOf('/regios/kortrijk')).not.toContain('Proef van een afspraak');
	expect(await agreementIn()).toBeNull();

	await step(page, 'Proef van een afspraak', 'agreed');
	const region = await browser.newPage();
	await region.goto(at('/regios/kortrijk?op=2024-12-31'));
	const section = region.locator('section[aria-labelledby=afspraak]');
	const says = plain(await section.innerText());
	expect(says).toContain('spreidt 1.020 woningen over haar gemeenten voor 11 %');
	expect(says).toContain('is geen wet en geen objectief');
	expect(says).toMatch(
		/Sinds 31\/12\/2020 kwamen er ≈ [\d.−]+ bij; met elk jaar evenveel waren het er 408: ≈ [\d.]+ (over|te kort)\./
	);
	expect(plain(await section.locator('tbody tr', { hasText: 'Menen' }).innerText())).toContain(
		'150'
	);
	expect(await section.locator('[data-copy]').textContent()).toContain(
		'afspraak van de regio, geen wet'
	);
	expect(await violations(region)).toEqual([]);
	await section.getByRole('link', { name: 'Bekijk het voorstel aan tafel' }).click();
	expect(region.url()).toContain('voorstel=34022-900,34027-120&ruil=34027-34022-30');
	await region.close();
	expect(await saysOf('/gemeenten/34022')).toContain('telt voor Kortrijk op');
	for (const path of [
		'/gemeenten/34022/steekkaart',
		'/vergadering/kortrijk',
		'/vergadering/kortrijk?delen=regio',
		'/vergadering/kortrijk/scherm'
	])
		expect(await saysOf(path), path).toMatch(
			/Afspraak van de regio, geen wet|is geen wet en geen objectief/
		);
	const slide = await browser.newPage();
	await slide.goto(at('/vergadering/kortrijk/scherm?op=2024-12-31#afspraak'));
	expect(plain(await slide.locator('#afspraak').innerText())).toMatch(
		/1\.020 woningen over haar gemeenten.*(over|te kort).*Menen 150/
	);

	await slide.close();
	const own = await (await fetch(at('/api/v1/municipalities/34027?on=2024-12-31'))).json();
	expect(own.agreements).toMatchObject([
		{
			...{ region: 'kortrijk', name: 'Proef van een afspraak', by: '2030-12-31' },
			...{ part: { value: 120 }, dwellings: { value: 150 }, due: { value: 60 } }
		}
	]);
	expect(await saysOf('/gemeenten/34013')).not.toContain('Afspraak van de regio');
	expect(await agreementIn()).toMatchObject({
		name: 'Proef van een afspraak',
		organisation: 'Proefregio',
		goal: 0.11,
		on: '2020-12-31',
		parts: [
			{ nis: '34022', part: { value: 900 }, dwellings: { value: 870 } },
			{ nis: '34027', part: { value: 120 }, dwellings: { value: 150 } }
		]
	});
	expect(await saysOf('/cijfers/feed.atom')).not.toContain('undefined');

	await page.goto(at('/beheer/voorstellen'));
	await step(page, 'Proef van een afspraak', 'withdrawn');
	expect(await saysOf('/regios/kortrijk')).not.toContain('Proef van een afspraak');
	await people.goto(at('/beheer/logboek'));
	expect(await people.locator('main').innerText()).toContain('zette een stap met een voorstel');
});

test('nobody keeps a proposal of another region, and what is no table is refused in plain words', async ({
	browser
}) => {
	const rand = await desk.pageOf(browser, 'rand');
	await keep(rand, at(`${TABLE}&${PARTS}`), 'Van een ander');
	expect(await rand.locator('body').innerText()).toContain('alleen voorstellen van uw eigen regio');
	await rand.goto(at('/beheer/voorstellen'));
	expect(await rand.locator('main').innerText()).not.toContain('Proef van een afspraak');
	const page = await desk.pageOf(browser, 'leie');
	for (const address of [
		'/regios/kortrijk',
		'onzin',
		`${TABLE}&voorstel=niets`,
		`${TABLE}&voorstel=x`
	]) {
		await keep(page, address, 'Zonder tafel');
		expect(await page.getByRole('alert').count(), address).toBe(1);
		expect(await page.getByLabel('Naam (verplicht)').inputValue()).toBe('Zonder tafel');
	}
	const town = await desk.pageOf(browser, 'stad');
	const answer = await town.goto(at('/beheer/voorstellen'));
	expect(answer?.status()).toBe(403);
});
