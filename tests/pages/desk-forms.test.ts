import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { violations } from '../support/axe.ts';
import { newVisitor, test } from '../support/browser.ts';
import { type DeskSite, serveDesk } from '../support/desk.ts';
import { freeRound } from '../support/facts.ts';

let desk: DeskSite;
let context: BrowserContext | null = null;
beforeAll(async () => {
	desk = await serveDesk(null);
});
afterAll(async () => {
	await context?.close();
	await desk.stop();
});

/** A page at the desk; its printed link opens it once, so all tests share a browser. */
async function open(browser: Browser): Promise<Page> {
	if (context) return context.newPage();
	context = await newVisitor(browser);
	const page = await context.newPage();
	await page.goto(/opens once by: (\S+)/.exec(desk.site.output)?.[1] ?? '');
	return page;
}

/** Fills the fields of a form by their labels, and sends it. */
async function fill(page: Page, form: string, values: Readonly<Record<string, string>>) {
	await page.goto(`${desk.site.address}/beheer/formulieren/${form}`);
	expect(await violations(page)).toEqual([]);
	await page.getByText('Nog iets toevoegen').click();
	for (const [label, value] of Object.entries(values)) {
		const starts = new RegExp(`^\\s*${label.replace('?', '\\?')}`);
		const field = page
			.locator('form label', { hasText: starts })
			.locator('input, select, textarea')
			.first();
		const isChoice = await field.evaluate((one) => one.tagName === 'SELECT');
		await (isChoice ? field.selectOption(value) : field.fill(value));
	}
}

const SOURCE = {
	'Wie besliste of publiceerde dit?': 'Proefdienst',
	'Titel op de site': 'Brief van de proef',
	'Op welke dag verscheen dit?': '2026-11-20'
};

/** Sends a form and makes what it says known. */
async function send(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Nakijken' }).click();
	await page.waitForURL(/inleveren\/\d+$/);
	await release(page);
}

/** Makes known what a form said that was looked at. */
async function release(page: Page): Promise<void> {
	expect(await page.locator('main').innerText()).not.toMatch(/xlsx|nis_code|stated|_share|stock_/);
	for (const why of await page.locator('input[name^="ja:"]').all()) await why.fill('Een proef.');
	await page.getByRole('button', { name: 'Geef vrij' }).click();
	await page.waitForURL(/publicaties\/\d+$/);
	await page.getByText('vrijgegeven').first().waitFor();
}

/** Gives the homes of Kortrijk on a day another number. @returns the title that it got, and the line that says what changes */
async function correct(page: Page, value: string): Promise<{ title: string; line: string }> {
	await fill(page, 'cijfer', {
		Gemeente: '34022 Kortrijk',
		'Welk cijfer?': 'stock_b',
		'Van welke dag is het?': '2024-12-31',
		'Het juiste getal': value,
		'Waarom verandert het?': 'Een tikfout van de proef.',
		'Van wie komt de verbetering?': 'Proefdienst'
	});
	await page.getByRole('button', { name: 'Nakijken' }).click();
	await page.waitForURL(/inleveren\/\d+$/);
	const line = await page.getByText(' → ').innerText();
	await release(page);
	return { title: await page.getByRole('heading', { level: 1 }).innerText(), line };
}

test('one figure is corrected, says of itself that it is, and its origin shows the reason', async ({
	browser
}) => {
	const page = await open(browser);
	const { title, line } = await correct(page, '3.209');
	expect(line).toMatch(/^Kortrijk, .* op 31\/12\/2024: ≈\s[\d.]+ → 3\.209 \(/);
	expect(title).toMatch(/^Sociale huurwoningen .* van Kortrijk op 31\/12\/2024$/);
	const first = page.url();
	const place = page
		.getByText('Op de site, op 31/12/2024:')
		.getByRole('link', { name: 'Kortrijk', exact: true });
	expect(await place.getAttribute('href')).toBe('/gemeenten/34022?op=2024-12-31');
	const originOf = async (value: string) => {
		await page.goto(`${desk.site.address}/gemeenten/34022?op=2024-12-31`);
		await page.getByRole('link', { name: value }).first().click();
		return page.locator('main').innerText();
	};
	expect(await originOf('3.209')).toContain('Waarom: Een tikfout van de proef.');
	const second = await correct(page, '3.210');
	expect(second.line).toContain(': 3.209 → 3.210 (+1).');
	expect(second.title).toBe(`Rechtzetting: ${title.replace('S', 's')}`);
	await page.goto(first);
	expect(await page.getByRole('status').first().innerText()).toContain(
		`het enige cijfer vervangen door ${second.title}`
	);
	expect(await originOf('3.210')).toContain('Waarom het veranderde: Een tikfout van de proef.');
	await page.goto(`${desk.site.address}/beheer/logboek`);
	expect(
		await page
			.getByRole('row', { name: /gaf vrij/ })
			.first()
			.innerText()
	).toMatch(/3\.209 → 3\.210 \(\+1\)\. · Een tikfout van de proef\./);
});

test('a figure of a form is read as the form says it, whatever was said of the last file of its publisher', async ({
	browser
}) => {
	const page = await open(browser);
	const publisher = 'Proefdienst met een eigen blad';
	const buffer = Buffer.from(
		'nis_code,indicator,reference_date,value\n34023,in_execution,2024-12-31,7\n'
	);
	await page.goto(`${desk.site.address}/beheer/inleveren`);
	await page.getByLabel('Wie gaf de cijfers uit?').fill(publisher);
	await page
		.getByLabel('Het bestand')
		.setInputFiles({ name: 'eigen.csv', mimeType: 'text/csv', buffer });
	await page.getByRole('button', { name: 'Inleveren en nakijken' }).click();
	await page.waitForURL(/inleveren\/\d+$/);
	await page.getByText('Alles wat u over dit bestand kunt zeggen').click();
	await page.getByLabel('Licentie').fill('Licentie van het blad');
	for (const why of await page.locator('input[name^="ja:"]').all()) await why.fill('Een proef.');
	await page.getByRole('button', { name: 'Maak er een ontwerp van' }).click();
	await page.waitForURL(/publicaties\/\d+$/);
	await fill(page, 'cijfer', {
		Gemeente: '34023 Kuurne',
		'Welk cijfer?': 'planned',
		'Van welke dag is het?': '2024-12-31',
		'Het juiste getal': '1.234',
		'Waarom verandert het?': 'Een proef.',
		'Van wie komt de verbetering?': publisher
	});
	await page.getByRole('button', { name: 'Nakijken' }).click();
	await page.waitForURL(/inleveren\/\d+$/);
	expect(await page.getByText('Overgenomen van').count()).toBe(0);
	expect(await page.locator('main').innerText()).toContain('Er is niets te vragen.');
	await release(page);
	await page.getByRole('link', { name: 'deze publicatie' }).click();
	await page.waitForURL(/\/cijfers\/publicaties\//);
	expect(await page.locator('main').innerText()).toContain(publisher);
	expect(await page.locator('main').innerText()).not.toContain('Licentie van het blad');
});

test('a round with its thresholds is entered, and has its page', async ({ browser }) => {
	const page = await open(browser);
	await fill(page, 'ronde', {
		'Jaar van de toets': String(freeRound),
		'Drempel voor gerealiseerd': '81,50',
		'Drempel samen met gepland': '97,25 %',
		'Waar staat de regel?': 'proefbesluit, artikel 1',
		...SOURCE
	});
	await send(page);
	await page.goto(`${desk.site.address}/voortgangstoets/${freeRound}`);
	expect(await page.locator('main').innerText()).toContain('81,5');
});

test('a part for a target group is entered, and stands with its municipality and in no total', async ({
	browser
}) => {
	const page = await open(browser);
	const answer = () => page.locator('#antwoord').innerText();
	const address = `${desk.site.address}/gemeenten/34023?op=2024-12-31`;
	await page.goto(address);
	const before = await answer();
	await fill(page, 'doelgroep', {
		Gemeente: '34023 Kuurne',
		'Voor wie?': 'elderly',
		Soort: 'stock',
		'Wat wordt geteld?': 'dwellings',
		'Aantal woningen': '45',
		'Van welke dag is het?': '2024-12-31',
		'Hoe zeker is het?': 'stated',
		...SOURCE
	});
	await send(page);
	await page.goto(address);
	expect(await answer()).toBe(before);
	const part = await page.locator('section', { has: page.locator('#doelgroepen') }).innerText();
	expect(part).toMatch(/ouderen[^]*45.woningen[^]*31\/12\/2024[^]*Proefdienst/);
});

test('a region is made of ticked municipalities, and gets a goal from a day on', async ({
	browser
}) => {
	const page = await open(browser);
	await fill(page, 'regio', {
		Naam: 'Regio Proef',
		'Naam in het adres': 'regio-proef',
		Soort: 'gebied',
		'Leden vanaf': '2025-01-01',
		...SOURCE
	});
	for (const town of ['Kuurne', 'Harelbeke', 'Zwevegem'])
		await page.getByLabel(town, { exact: true }).check();
	await send(page);
	await fill(page, 'streefcijfer', {
		Regio: 'regio-proef',
		Soort: 'reach_share',
		Aandeel: '12 %',
		'Geldt vanaf': '2030-01-01',
		'Te halen tegen': '2035-12-31',
		'Hoe zeker is het?': 'stated',
		...SOURCE
	});
	await send(page);
	await page.goto(`${desk.site.address}/regios/regio-proef`);
	const words = await page.locator('main').innerText();
	expect(words).toContain('Harelbeke');
	expect(words).toMatch(/12(,00)?\s%/);
});

test('a goal of one municipality is entered by its name alone, and stands on a page of its own', async ({
	browser
}) => {
	const page = await open(browser);
	await fill(page, 'streefcijfer', { Gemeente: 'Genk', Aandeel: '12', ...SOURCE });
	await page.getByRole('button', { name: 'Nakijken' }).click();
	await page.waitForURL(/inleveren\/\d+$/);
	const said = await page.locator('main').innerText();
	expect(said).toMatch(/Gemeente\s+Genk/);
	expect(said).not.toContain('niet bekend');
	await release(page);
	await page.goto(`${desk.site.address}/regios/gemeente-71016`);
	expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/^Gemeente Genk telt /);
	expect(await page.locator('main').innerText()).toMatch(/12(,00)?\s%/);
});

test('a goal of no place is not handed in', async ({ browser }) => {
	const page = await open(browser);
	await fill(page, 'streefcijfer', { Aandeel: '12', ...SOURCE });
	await page.getByRole('button', { name: 'Nakijken' }).click();
	expect(await page.getByRole('alert').innerText()).toBe('Kies een gemeente of een regio.');
});

/** A point of the window at which the ground of a municipality lies on the map. */
const groundOf = (page: Page, nis: string) =>
	page.locator(`.ground[for="gemeente-${nis}"]`).evaluate((ground) => {
		const { x, y, width, height } = ground.getBoundingClientRect();
		for (let across = x; across < x + width; across += 4)
			for (let down = Math.max(0, y); down < y + height; down += 4)
				if (document.elementFromPoint(across, down) === ground) return { across, down };
		throw new Error('It lies nowhere in the window.');
	});

test('members are picked on the map and in the list, which stay in step without a script too', async ({
	browser
}) => {
	const page = await open(browser);
	const address = `${desk.site.address}/beheer/formulieren/regio`;
	const size = { width: 1_366, height: 1_800 };
	await page.setViewportSize(size);
	await page.goto(address);
	const { across, down } = await groundOf(page, '34027');
	const bare = await browser.newContext({ javaScriptEnabled: false, viewport: size });
	await bare.addCookies((await context?.cookies()) ?? []);
	const without = await bare.newPage();
	await without.goto(address);
	for (const one of [page, without]) {
		const box = one.getByLabel('Menen', { exact: true });
		await one.mouse.click(across, down);
		expect(await box.isChecked()).toBe(true);
		await box.focus();
		await one.keyboard.press('Space');
		expect(await box.isChecked()).toBe(false);
		await one.mouse.click(across, down);
		expect(await box.isChecked()).toBe(true);
	}
	const colour = (nis: string) =>
		page
			.locator(`.ground[for="gemeente-${nis}"]`)
			.evaluate((one) => getComputedStyle(one).backgroundColor);
	await page.mouse.move(0, 0);
	await page.getByLabel('Kuurne', { exact: true }).check();
	await page.getByLabel('Naam (verplicht)').focus();
	expect(await colour('34023')).toBe(await colour('34027'));
	expect(await colour('34023')).not.toBe(await colour('34022'));
	await bare.close();
});

test('a fact of cooperation is entered, and stands on the page of its municipality with its day', async ({
	browser
}) => {
	const page = await open(browser);
	await page.goto(`${desk.site.address}/beheer`);
	await page.getByRole('link', { name: 'Een feit over samenwerking' }).click();
	await page.waitForURL(/samenwerking$/);
	await fill(page, 'samenwerking', {
		Gemeente: 'Kuurne',
		Soort: 'actor',
		'Wie of wat?': 'maatschappij van de proef',
		'Hoe staat het ermee?': 'aanwezig',
		'Op welke dag is dat zo?': '2026-01-01',
		...SOURCE
	});
	await send(page);
	await page.goto(`${desk.site.address}/gemeenten/34023`);
	const words = await page.locator('main').innerText();
	expect(words).toContain('maatschappij van de proef: aanwezig');
	expect(words).toContain('Zoals het was in januari 2026, volgens Brief van de proef.');
});

test('a form that was handed in is filled in again from its file', async ({ browser }) => {
	const page = await open(browser);
	await fill(page, 'verwachte-datum', {
		'Wat komt er?': 'households',
		'Van welke dag?': '2027-01-01',
		'Verwacht tegen': '2027-06-30',
		'Waarop steunt dat?': 'pattern',
		'Wie zegt dat?': 'Proefdienst',
		...SOURCE
	});
	await page.getByRole('button', { name: 'Nakijken' }).click();
	await page.getByRole('link', { name: 'Verbeter het formulier' }).click();
	expect(await page.getByLabel('Wat komt er?').inputValue()).toBe('households');
	expect(await page.getByLabel('Verwacht tegen').inputValue()).toBe('2027-06-30');
	expect(await page.getByLabel('Titel op de site').inputValue()).toBe('Brief van de proef');
});

test('a form that is not complete says which field, and keeps what was filled', async ({
	browser
}) => {
	const page = await open(browser);
	await page.goto(`${desk.site.address}/beheer/formulieren/ronde`);
	await page.locator('form').evaluate((form) => form.setAttribute('novalidate', ''));
	const year = page.getByLabel('Jaar van de toets');
	await year.fill('26');
	await page.getByRole('button', { name: 'Nakijken' }).click();
	expect(await page.getByRole('alert').innerText()).toContain(
		'«Jaar van de toets» is geen jaar. Vier cijfers, zoals 2026.'
	);
	expect(await year.getAttribute('aria-invalid')).toBe('true');
	await page.locator('form').evaluate((form) => form.setAttribute('novalidate', ''));
	await year.fill('2026');
	await page.getByRole('button', { name: 'Nakijken' }).click();
	expect(await page.getByRole('alert').innerText()).toContain(
		'«Waar staat de regel?» is nog leeg.'
	);
	expect(await year.inputValue()).toBe('2026');
	expect(await year.getAttribute('aria-invalid')).toBe(null);
});
