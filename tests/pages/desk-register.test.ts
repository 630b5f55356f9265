import { afterAll, beforeAll, expect } from 'vitest';
import { violations } from '../support/axe.ts';
import { test } from '../support/browser.ts';
import { type DeskSite, serveDesk } from '../support/desk.ts';

const at = { organisation: 'Proefdienst', code: 'OVO000001', roles: ['redacteur', 'vrijgever'] };
const PEOPLE = { els: { ...at, name: 'Els Proef' }, gust: { ...at, name: 'Gust Proef' } };
let desk: DeskSite;
beforeAll(async () => {
	desk = await serveDesk(PEOPLE);
});
afterAll(() => desk.stop());

/** A register in which one municipality ends, as Statbel writes it. */
const REGISTER = [
	'LVL_REFNIS|CD_REFNIS|CD_SUP_REFNIS|TX_REFNIS_DE|TX_REFNIS_FR|TX_REFNIS_NL|DT_VLDT_START|DT_VLDT_END',
	'1|02000|-|x|x|Vlaams Gewest|01/01/1970|31/12/9999',
	'2|30000|02000|x|x|Provincie West-Vlaanderen|01/01/1970|31/12/9999',
	'3|34000|30000|x|x|Arrondissement Kortrijk|01/01/1970|31/12/9999',
	'4|34022|34000|x|x|Kortrijk|01/01/1970|31/12/9999',
	'4|34023|34000|x|x|Kuurne|01/01/1970|31/12/2026',
	''
].join('\r\n');

test('a register and who goes where come in by the same door: somebody else writes them, at once', async ({
	browser
}) => {
	const page = await desk.pageOf(browser, 'els');
	await page.goto(`${desk.site.address}/beheer/inleveren`);
	const buffer = Buffer.from(REGISTER);
	await page
		.getByLabel('Het bestand')
		.setInputFiles({ name: 'refnis.txt', mimeType: 'text/plain', buffer });
	await page.getByRole('button', { name: 'Inleveren en nakijken' }).click();
	await page.waitForURL(/inleveren\/\d+$/);
	const address = page.url();
	await page.getByText('Om te weten:').click();
	await page.getByRole('link', { name: 'Zeg in welke gemeente ze opging.' }).click();
	await page.getByLabel('Kuurne gaat op in').fill('34022 Kortrijk');
	const agree = async () => {
		for (const why of await page.locator('input[name^="ja:"]').all()) await why.fill('Een proef.');
		const next = page.getByRole('region', { name: 'Waar dit staat' });
		await next.getByRole('button', { name: 'Opnieuw nakijken' }).click();
	};
	await agree();
	await page.getByText('Een gemeente gaat op in een andere.').waitFor();
	await agree();
	await page.getByText('Alles is beantwoord.').waitFor();
	expect(await violations(page)).toEqual([]);
	expect(await page.getByRole('button', { name: 'Maak er een ontwerp van' }).count()).toBe(0);
	expect(await page.getByRole('button', { name: 'Schrijf deze gemeenten weg' }).count()).toBe(0);

	const other = await desk.pageOf(browser, 'gust');
	await other.goto(address);
	await other.getByRole('button', { name: 'Schrijf deze gemeenten weg' }).click();
	await other.waitForURL(/\/beheer\/publicaties\/\d+$/);
	const told = await other.locator('main').innerText();
	expect(told).toContain('Els Proef');
	expect(told).toContain('Gust Proef');
	const found = await fetch(`${desk.site.address}/api/v1/municipalities/34023?on=2026-12-31`);
	expect(JSON.stringify(await found.json())).toContain('2026-12-31');
});
