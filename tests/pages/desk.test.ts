import type { FileChooser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { makeWorkbook } from '../import/workbook-maker.ts';
import { violations } from '../support/axe.ts';
import { newVisitor, test } from '../support/browser.ts';
import { type DeskSite, serveDesk } from '../support/desk.ts';
import { inventedBoundaries } from '../support/invented-boundaries.ts';
import { runHere } from '../support/shell.ts';

const at = { organisation: 'Proefdienst', code: 'OVO000001' };
const PEOPLE = {
	els: { ...at, name: 'Els Proef', roles: ['redacteur', 'vrijgever'] },
	gust: { ...at, name: 'Gust Proef', roles: ['vrijgever', 'beheerder'] },
	stad: { name: 'Stad Proef', organisation: 'Stad Kortrijk', code: '34022', roles: ['gemeente'] }
};
let desk: DeskSite;
beforeAll(async () => {
	desk = await serveDesk(PEOPLE);
});
afterAll(() => desk.stop());

const go = (page: Page, path: string) => page.goto(desk.site.address + path);
const words = (page: Page) => page.locator('main').innerText();

/** A made-up measurement: group titles with known names, a total, a note, a hidden sheet, a column and a name nobody knows, a rest. */
const measurement = (homes: number) => ({
	name: `meting-${homes}.xlsx`,
	mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	buffer: Buffer.from(
		makeWorkbook([
			{
				sheet: 'Meting',
				rows: [
					['Meting van het sociaal woonaanbod (proef)'],
					[null],
					['', 'Sociale huurwoningen', 'BSO 2009-2025', null],
					['Gemeente', 'Totaal', 'Er bij gekomen', 'Gepland'],
					['Kortrijk', homes, 300, 40],
					['Kuurne', 402, 31, 0],
					['Kourtrai', 1203, 95, 12],
					['Niet toegewezen', 7, 1, 0],
					['Totaal', homes + 1605, 426, 52],
					['Bron: verzonnen cijfers. =1+1 <b>vet</b>']
				],
				merges: ['C3:D3']
			},
			{ sheet: 'Uitleg', rows: [['Dit blad legt uit.']], hidden: { sheet: true } }
		])
	)
});

/** Hands a measurement in and settles what it leaves open, by clicks. Ends at the draft. */
async function enter(page: Page, homes: number): Promise<string> {
	await go(page, '/beheer/inleveren');
	await page.getByLabel('Wie gaf de cijfers uit?').fill('Proefdienst');
	await page.getByLabel('Op welke dag verschenen ze?').fill('2026-11-19');
	await page.getByLabel('Het bestand').setInputFiles(measurement(homes));
	await page.getByRole('button', { name: 'Inleveren en nakijken' }).click();
	await page.waitForURL(/inleveren\/\d+$/);
	return page.url();
}

const recheck = (page: Page) =>
	page.getByRole('button', { name: 'Opnieuw nakijken' }).first().click();

async function settle(page: Page): Promise<void> {
	await page.getByLabel('geen gemeente: rij 8').check();
	await page.getByLabel('Van welke dag is dit?').fill('2024-12-31');
	const column = page.locator('select[id*="Er bij gekomen"]');
	if (await column.isVisible()) await column.selectOption('realised');
	const name = page.getByLabel('«Kourtrai» is');
	if (await name.isVisible()) await name.fill('34013 Harelbeke');
	await recheck(page);
	await page.waitForURL(/#bevindingen$/);
	for (const why of await page.locator('input[name^="ja:"]').all()) await why.fill('Een proef.');
	await recheck(page);
	await page.getByText('Alles is beantwoord.').waitFor();
}

const draftOf = async (page: Page): Promise<string> => {
	await page.getByRole('button', { name: 'Naar de vrijgever' }).click();
	await page.waitForURL(/\/beheer\/publicaties\/\d+$/);
	return new URL(page.url()).pathname;
};

describe('a made-up measurement, from hand to version', () => {
	let draft = '';
	let previewed = '';

	test('the sheet is shown as it is, and what is open is settled by choosing', async ({
		browser
	}) => {
		const page = await desk.pageOf(browser, 'els');
		await enter(page, 3_101);
		const rows = page.getByRole('group', { name: 'Rijen van Meting' });
		expect(await rows.innerText()).toContain('3101');
		expect(await rows.locator('tr.total').count()).toBe(1);
		expect(await rows.locator('tr.municipality').count()).toBe(2);
		expect(await page.getByText('Het bestand zegt niet van welke dag').count()).toBe(1);
		expect(await page.locator('main b', { hasText: /^vet$/ }).count()).toBe(0);
		expect(await violations(page)).toEqual([]);
		await recheck(page);
		expect(await page.getByRole('status').first().innerText()).toMatch(/^Opnieuw nagekeken: /);
		await settle(page);
		expect(await rows.locator('tr.skipped').innerText()).toContain('Niet toegewezen');
		expect(await violations(page)).toEqual([]);
		draft = await draftOf(page);
		expect(await words(page)).toContain('ontwerp, nog niet vrijgegeven');
		expect(await words(page)).toContain('19/11/2026');
		expect(await violations(page)).toEqual([]);
	});

	test('nobody sees a draft on the site, and the preview of any page shows what it will be', async ({
		browser
	}) => {
		const page = await desk.pageOf(browser, 'els');
		const address = '/gemeenten/34022?op=2024-12-31';
		await go(page, address);
		expect(await words(page)).not.toContain('3.101');
		const id = draft.split('/').at(-1);
		await go(page, `/beheer/voorbeeld/${id}${address}`);
		previewed = await words(page);
		expect(previewed).toContain('3.101');
		expect(await page.locator('body').innerText()).toContain('Alleen u ziet dit.');
		expect(await page.locator('main a[href^="/gemeenten"]').count()).toBe(0);
	});

	test('who entered it cannot release it: there is no button, and what is sent all the same is refused', async ({
		browser
	}) => {
		const page = await desk.pageOf(browser, 'els');
		await go(page, draft);
		expect(await page.getByRole('button', { name: 'Geef vrij' }).count()).toBe(0);
		expect(await words(page)).toContain('een andere vrijgever kijkt het na');
		expect(await words(page)).toContain(draft);
		await page.evaluate(() => {
			const form = document.createElement('form');
			form.method = 'post';
			form.action = '?/vrijgeven';
			document.body.append(form);
			form.submit();
		});
		await page.getByRole('alert').waitFor();
		expect(await words(page)).toContain('wie inlevert, geeft niet zelf vrij');
	});

	test('a form is not released at once by who sent it, and the page tells so when it is asked all the same', async ({
		browser
	}) => {
		const page = await desk.pageOf(browser, 'els');
		const said = new URLSearchParams({
			...{ series: 'households', reference_date: '2027-01-01', expected_by: '2027-06-30' },
			...{ basis: 'pattern', source: 'Proefdienst', uitgever: 'Proefdienst' },
			...{ op: '2026-11-20' },
			titel: 'Te vroeg vrijgegeven'
		});
		await go(page, `/beheer/formulieren/verwachte-datum?${said}`);
		await page.getByRole('button', { name: 'Nakijken' }).click();
		await page.getByText('Er is niets te vragen.').waitFor();
		expect(await page.getByRole('button', { name: 'Geef vrij' }).count()).toBe(0);
		await page
			.getByRole('button', { name: 'Naar de vrijgever' })
			.evaluate((button) => button.setAttribute('formaction', '?/vrijgeven'));
		await page.getByRole('button', { name: 'Naar de vrijgever' }).click();
		expect(await page.getByRole('alert').innerText()).toContain('geeft niet zelf vrij');
		await go(page, '/beheer/publicaties');
		expect(await words(page)).not.toContain('Te vroeg vrijgegeven');
		await go(page, '/beheer');
		await page.getByRole('link', { name: 'Een verwachte publicatie' }).first().click();
		await page.getByRole('button', { name: /^Leg dit formulier/ }).click();
	});

	test('a second person releases it, and the page of the site shows at once what the preview showed', async ({
		browser
	}) => {
		const page = await desk.pageOf(browser, 'gust');
		await go(page, '/beheer');
		expect(await violations(page)).toEqual([]);
		await page.getByRole('link', { name: /^Meting 3101/ }).click();
		await page.getByRole('button', { name: 'Geef vrij' }).click();
		await page.getByText(': vrijgegeven.').waitFor();
		await go(page, '/gemeenten/34022?op=2024-12-31');
		expect(await words(page)).toBe(previewed);
	});

	test('the same file again leads to its publication, and is not checked again', async ({
		browser
	}) => {
		const page = await desk.pageOf(browser, 'els');
		await enter(page, 3_101);
		const told = page.getByRole('status').first();
		expect(await told.innerText()).toMatch(/^Precies dit bestand is al ingeleverd/);
		expect(await page.getByRole('button', { name: 'Opnieuw nakijken' }).count()).toBe(0);
		await told.getByRole('link').click();
		expect(new URL(page.url()).pathname).toBe(draft);
	});

	test('what was said of it holds for the next file of its publisher', async ({ browser }) => {
		const page = await desk.pageOf(browser, 'els');
		await enter(page, 3_102);
		const taken = page.getByRole('region', { name: 'Overgenomen van de vorige keer' });
		expect(await taken.innerText()).toContain('«Kourtrai» is Harelbeke');
		await taken.getByRole('link', { name: 'Verander dit' }).first().click();
		expect(await page.locator('select[id*="Er bij gekomen"]').inputValue()).toBe('realised');
		expect(await page.getByText('Het is niet zeker welke gemeente').count()).toBe(0);
		expect(await violations(page)).toEqual([]);
	});

	test('figures that change are shown before somebody says why, and no kind is chosen beforehand', async ({
		browser
	}) => {
		const page = await desk.pageOf(browser, 'els');
		await enter(page, 3_102);
		await page.getByLabel('geen gemeente: rij 8').check();
		await page.getByLabel('Van welke dag is dit?').fill('2024-12-31');
		await recheck(page);
		await page.waitForURL(/#bevindingen$/);
		const kind = page.getByLabel('Veranderen er vroegere cijfers?');
		expect(await kind.locator('option:checked').innerText()).toBe('kies …');
		expect(await page.locator('#waarom input').inputValue()).toBe('');
		expect(await words(page)).toMatch(
			/Wat er zou veranderen\s+Kortrijk, .* op 31\/12\/2024: 3\.101 → 3\.102 \(\+1\)\./
		);
		const left = page.url().replace(/#.*/, '');
		await page.getByRole('button', { name: 'Leg dit bestand weg' }).click();
		await page.waitForURL(/\/beheer\/inleveren$/);
		await page.goto(left);
		expect(await words(page)).toContain('Dit is weggelegd.');
	});

	test('it is withdrawn with a reason, and the same file comes in again', async ({ browser }) => {
		const page = await desk.pageOf(browser, 'gust');
		await go(page, draft);
		await page.getByLabel(/^Waarom\?/).fill('De uitgever vraagt om te wachten.');
		await page.getByRole('button', { name: 'Trek in' }).click();
		await page.getByText(': ingetrokken.').waitFor();
		const els = await desk.pageOf(browser, 'els');
		await go(els, draft);
		await els.getByRole('button', { name: 'Lever hetzelfde bestand opnieuw in' }).click();
		await els.waitForURL(/inleveren\/\d+$/);
		expect(await els.getByText('Alles is beantwoord.').count()).toBe(1);
	});

	test('the log tells who did what with which file, and gives it as a file', async ({
		browser
	}) => {
		await runHere(['data', 'withdraw', '1', '--why', 'Een proef.'], desk.environment);
		const page = await desk.pageOf(browser, 'gust');
		await go(page, '/beheer/logboek');
		const told = await words(page);
		expect(told).toMatch(/Els Proef, Proefdienst\s+leverde in/);
		expect(told).toMatch(/Gust Proef, Proefdienst\s+gaf vrij/);
		expect(told).toMatch(/Els Proef, Proefdienst\s+gaf vrij: geweigerd/);
		expect(told).toMatch(/opdrachtregel\s+trok in\s+\S/);
		expect(await violations(page)).toEqual([]);
		await page.getByLabel('Wat').selectOption('release');
		await page.getByRole('button', { name: 'Toon' }).click();
		expect(await page.locator('tbody tr').count()).toBe(2);
		const file = await page.request.get(
			`${desk.site.address}/beheer/logboek/logboek.csv?wat=release`
		);
		expect((await file.text()).trim().split('\r\n')).toHaveLength(3);
	});

	test('a name of a person stands nowhere outside the desk', async () => {
		const id = draft.split('/').at(-1);
		for (const path of [
			`/cijfers/publicaties/${id}`,
			'/cijfers',
			`/api/v1/publications/${id}`,
			'/api/v1/versions'
		])
			expect(await (await fetch(desk.site.address + path)).text()).not.toMatch(/Els|Gust/);
	});
});

test('a municipality sees what is about itself, and nothing else', async ({ browser }) => {
	const page = await desk.pageOf(browser, 'stad');
	expect(page.url()).toMatch(/gemeenten\/34022$/);
	expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Kortrijk');
	expect(await violations(page)).toEqual([]);
	for (const path of [
		'/gemeenten/34027',
		'/inleveren',
		'/publicaties',
		'/logboek',
		'/logboek/logboek.csv',
		'/mensen',
		'/voorbeeld/1/'
	]) {
		const answer = await page.request.get(`${desk.site.address}/beheer${path}`);
		expect([path, answer.status()]).toEqual([path, 403]);
	}
	const send = await page.request.post(`${desk.site.address}/beheer/inleveren`, {
		headers: { origin: desk.site.address },
		multipart: { bestand: measurement(1) }
	});
	expect(send.status()).toBe(403);
});

test('a manager of people ends the sessions of somebody', async ({ browser }) => {
	const page = await desk.pageOf(browser, 'gust');
	const other = await desk.pageOf(browser, 'stad');
	await go(page, '/beheer/mensen');
	expect(await violations(page)).toEqual([]);
	await page.getByRole('button', { name: 'Meld Stad Proef overal af' }).click();
	await page.waitForLoadState();
	await go(other, '/beheer');
	expect(other.url()).toContain('/beheer/aanmelden');
});

/** Opens the choice of a file with the keyboard; a busy browser may pass over a key. */
async function chooser(page: Page, tries = 3): Promise<FileChooser> {
	const chosen = page.waitForEvent('filechooser', { timeout: 8_000 });
	await page.keyboard.press('Enter');
	return chosen.catch((error: unknown) => {
		if (tries === 1) throw error;
		return chooser(page, tries - 1);
	});
}

/** Goes on with the tab key until something is reached, by its name or words. */
async function reach(page: Page, wanted: string): Promise<void> {
	for (let presses = 0; presses < 120; presses++) {
		await page.keyboard.press('Tab');
		const reached = await page.evaluate(() => {
			const here = document.activeElement;
			const name = ['name', 'value'].map((one) => here?.getAttribute(one) ?? '').join('=');
			return `${here?.textContent.trim()}|${name}`;
		});
		if (reached.includes(wanted)) return;
	}
	throw new Error(`«${wanted}» is not reached by the tab key.`);
}

/** What somebody does on a page with the keyboard alone. */
const keysOn = (page: Page) => ({
	async say(field: string, said: string) {
		await reach(page, `|${field}`);
		await page.keyboard.type(said);
	},
	async press(button: string) {
		await reach(page, `${button}|`);
		await page.keyboard.press('Enter');
	}
});

test('by keyboard alone a measurement becomes a draft, and a second person releases it and takes it back', async ({
	browser
}) => {
	const page = await desk.pageOf(browser, 'els');
	await page.bringToFront();
	await go(page, '/beheer/inleveren');
	const { say, press } = keysOn(page);
	await say('uitgever', 'Proefdienst van het klavier');
	await reach(page, '|bestand');
	await (await chooser(page)).setFiles(measurement(3_104));
	await press('Inleveren en nakijken');
	await page.waitForURL(/inleveren\/\d+$/);
	await say('gemeente:Kourtrai', '34013');
	await say('kolom:BSO 2009-2025 / Er bij gekomen', 'gerealiseerd');
	await say('dag', '12312024');
	await reach(page, '|rij=Meting!8');
	await page.keyboard.press('Space');
	await press('Opnieuw nakijken');
	await page.waitForURL(/#bevindingen$/);
	const asked = await page.locator('input[name^="ja:"]').count();
	for (let at = 0; at < asked; at++) await say('ja:', 'Een proef.');
	await press('Naar de vrijgever');
	await page.waitForURL(/\/beheer\/publicaties\/\d+$/);
	expect(await words(page)).toContain('ontwerp, nog niet vrijgegeven');

	const other = await desk.pageOf(browser, 'gust');
	await other.bringToFront();
	await other.goto(page.url());
	const keys = keysOn(other);
	await keys.press('Geef vrij');
	await other.getByText(': vrijgegeven.').waitFor();
	expect(
		await (await fetch(`${desk.site.address}/gemeenten/34022?op=2024-12-31`)).text()
	).toContain('3.104');
	await keys.say('waarom', 'Het was een proef.');
	await keys.press('Trek in');
	await other.getByText(': ingetrokken.').waitFor();
});

test('rules come in by the same door, and are released at a moment to come', async ({
	browser
}) => {
	const page = await desk.pageOf(browser, 'els');
	const csv =
		'region,goal_kind,holds_from,share,deadline,certainty\ngenk,reach_share,2030-01-01,0.12,2035-12-31,stated\n';
	await go(page, '/beheer/inleveren');
	const buffer = Buffer.from(csv);
	await page
		.getByLabel('Het bestand')
		.setInputFiles({ name: 'streefcijfer.csv', mimeType: 'text/csv', buffer });
	await page.getByRole('button', { name: 'Inleveren en nakijken' }).click();
	await page.waitForURL(/inleveren\/\d+$/);
	expect(await words(page)).toMatch(
		/ → 12\s% van de huishoudens, vanaf 01\/01\/2030, te halen tegen 31\/12\/2035\./
	);
	const sheet = page.getByRole('group', { name: 'Rijen van de tabel' });
	expect(await sheet.innerText()).toContain('gevraagd aandeel');
	expect(await sheet.locator('tr.rule').count()).toBe(1);
	expect(await sheet.innerText()).not.toContain('niet herkend');
	const draft = await draftOf(page);
	await page.getByText('Wat erin zit').click();
	const goal = page.getByRole('group', { name: 'Streefcijfers van regio’s' });
	expect(await goal.innerText()).toMatch(/een aandeel bereiken\s+01\/01\/2030\s+12\s%/);
	expect(await violations(page)).toEqual([]);
	await page.getByRole('link', { name: /Genk/ }).click();
	expect(await page.locator('main').innerText()).toContain('Vanaf 01/01/2030');
	const gust = await desk.pageOf(browser, 'gust');
	await go(gust, draft);
	await gust.getByText('Op een later moment').click();
	await gust.getByLabel('Op welk moment?').fill('2040-01-01T09:00');
	await gust.getByRole('button', { name: 'Geef vrij' }).click();
	await gust.getByText('vrijgave gepland').waitFor();
	expect(await words(gust)).toContain('1 januari 2040 om 09:00');
});

test('boundaries come in by the same door, and somebody else writes them', async ({ browser }) => {
	const page = await desk.pageOf(browser, 'els');
	await go(page, '/beheer/inleveren');
	const buffer = Buffer.from(JSON.stringify(inventedBoundaries('2025-01-01')));
	await page
		.getByLabel('Het bestand')
		.setInputFiles({ name: 'grenzen.geojson', mimeType: 'application/geo+json', buffer });
	await page.getByLabel('Wie gaf de cijfers uit?').fill('Proefdienst');
	await page.getByRole('button', { name: 'Inleveren en nakijken' }).click();
	await page.waitForURL(/inleveren\/\d+$/);
	expect(await page.getByRole('button', { name: 'Schrijf deze grenzen weg' }).count()).toBe(0);
	expect(await words(page)).toContain('Een vrijgever die dit bestand niet zelf inleverde');
	const gust = await desk.pageOf(browser, 'gust');
	await gust.goto(page.url());
	await gust.getByRole('button', { name: 'Schrijf deze grenzen weg' }).click();
	await gust.waitForURL(/\/cijfers#grenzen$/);
	expect(await gust.locator('#grenzen').count()).toBe(1);
});

test('without JavaScript the same forms do the same', async ({ browser }) => {
	const context = await newVisitor(browser, { javaScriptEnabled: false });
	const page = await context.newPage();
	const els = await desk.pageOf(browser, 'els');
	await page.context().addCookies(await els.context().cookies());
	await enter(page, 3_103);
	await settle(page);
	expect(await draftOf(page)).toMatch(/publicaties/);
	await context.close();
});

test('what is no file, is too large or is no workbook is refused in words', async ({ browser }) => {
	const page = await desk.pageOf(browser, 'els');
	await go(page, '/beheer/inleveren');
	const input = page.getByLabel('Het bestand');
	await input.setInputFiles({ name: 'leeg.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) });
	await page.getByRole('button', { name: 'Inleveren en nakijken' }).click();
	expect(await page.getByRole('alert').innerText()).toContain('Kies eerst een bestand');
	await input.setInputFiles({
		name: 'x.pdf',
		mimeType: 'application/pdf',
		buffer: Buffer.from('%PDF-1.7')
	});
	await page.getByRole('button', { name: 'Inleveren en nakijken' }).click();
	await page.waitForURL(/inleveren\/\d+$/);
	expect(await words(page)).toContain('Dit is een pdf, en die bevat geen cellen');
	const large = await page.request.post(`${desk.site.address}/beheer/inleveren`, {
		headers: { origin: desk.site.address },
		multipart: {
			bestand: { name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.alloc(34 * 1024 * 1024) }
		}
	});
	expect(large.status()).toBe(413);
});

test('no page of the desk is wider than a small screen', async ({ browser }) => {
	const page = await desk.pageOf(browser, 'els');
	await page.setViewportSize({ width: 360, height: 800 });
	for (const path of [
		...['', '/inleveren', '/inleveren/1', '/publicaties', '/logboek', '/afmelden', '/meldingen'],
		...['/gemeenten/34022', '/formulieren/streefcijfer', '/formulieren/regio']
	]) {
		await go(page, `/beheer${path}`);
		const width = await page.evaluate(() => document.documentElement.scrollWidth);
		expect([path, width]).toEqual([path, 360]);
	}
});
