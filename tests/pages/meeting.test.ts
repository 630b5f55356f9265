import type { Browser, Page } from 'playwright-core';
import { describe, expect, inject, test as byRequest } from 'vitest';
import { membersOn } from '../support/facts.ts';
import { test as inBrowser } from '../support/browser.ts';
import { press } from '../support/form.ts';
import { sent } from '../support/html.ts';
import { pdfPages } from '../support/pdf.ts';
import { follow, open, seen, type Reading } from '../support/reader.ts';
import { remembered } from '../support/remembered.ts';
import { shownDay } from './api.ts';

const KORTRIJK = '/vergadering/kortrijk?sinds=2022-06-30';

/** Packs and single sheets, with extreme cases. */
const PRINTED = [
	KORTRIJK,
	'/vergadering/kortrijk?delen=omslag,steekkaarten&leden=34022,34043',
	'/vergadering/antwerpen?sinds=2020-01-31&delen=omslag,regio,agenda,scenario,bronnen',
	'/vergadering/genk?structuur=vandaag&doel=9&tegen=2035',
	'/vergadering/zuid-west-vlaanderen?bekend=2021-06-30&delen=omslag,regio,agenda,steekkaarten',
	'/vergadering/eigen?gemeenten=34022,73028&naam=Proef',
	'/vergadering/vlaanderen?leden=73028',
	'/gemeenten/34022/steekkaart',
	'/gemeenten/31005/steekkaart',
	'/gemeenten/73028/steekkaart',
	'/gemeenten/72042/steekkaart?op=2012-12-31'
];

/** Text without any space, for a line of paper may end anywhere in an address. */
const joined = (text: string) => text.replace(/\s/g, '');

/** What reaches over an edge of its sheet, or over its foot. */
const cutOff = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const problems: string[] = [];
		for (const sheet of document.querySelectorAll('section.sheet')) {
			const edge = sheet.getBoundingClientRect();
			const foot = sheet.querySelector(':scope > .foot')?.getBoundingClientRect();
			const parts = sheet.querySelectorAll(
				'p, h2, h3, li, dt, dd, tr, figure, .card, .foot, .code svg, svg:not(svg svg, [aria-hidden])'
			);
			for (const part of parts) {
				const box = part.getBoundingClientRect();
				if (box.width === 0 || box.height === 0) continue;
				const inFoot = part.closest('.foot') !== null;
				const low = inFoot ? edge.bottom : (foot?.top ?? edge.bottom);
				const fits =
					box.left >= edge.left - 1 &&
					box.right <= edge.right + 1 &&
					box.top >= edge.top - 1 &&
					box.bottom <= low + 1;
				if (!fits) problems.push(`${sheet.id}: ${part.tagName} ${part.textContent?.slice(0, 40)}`);
			}
		}
		return problems;
	});

/** Prints an address once, and says what is on its sheets. */
async function printed(browser: Browser, address: string) {
	const page = await browser.newPage({
		baseURL: inject('site'),
		locale: 'nl-BE',
		viewport: { width: 794, height: 1123 }
	});
	try {
		await page.goto(address);
		await page.evaluate(() => document.fonts.ready.then(() => undefined));
		const pages = await pdfPages(await page.pdf({ preferCSSPageSize: true }));
		await page.emulateMedia({ media: 'print' });
		const sheets = await page.locator('section.sheet').count();
		const frozen = await page.locator('.foot .address').first().textContent();
		const codes = await page
			.locator('.foot')
			.getByRole('img', { name: /QR-code/ })
			.count();
		return { pages, sheets, frozen: joined(frozen ?? ''), codes, cutOff: await cutOff(page) };
	} finally {
		await page.close();
	}
}

/** Each address is printed once, and every rule reads what came out. */
const test = inBrowser.extend<{ paper: (address: string) => ReturnType<typeof printed> }>({
	paper: [
		({ browser }, use) => use(remembered((address: string) => printed(browser, address))),
		{ scope: 'file' }
	]
});

describe.for(PRINTED)('on paper, %s', (address) => {
	test('a page for every sheet, each with its dates, address and number', async ({ paper }) => {
		const { pages, sheets, frozen } = await paper(address);
		expect(pages).toHaveLength(sheets);
		expect(frozen).toMatch(/[?&]bekend=\d{4}-\d\d-\d\d(&.*)?&versie=\d+|…$/);
		pages.forEach((text, index) => {
			expect(text).toMatch(/Toestand op \d\d\/\d\d\/\d{4} · bekend op \d\d\/\d\d\/\d{4}/);
			expect(text).toContain(`blad ${index + 1} van ${pages.length}`);
			expect(joined(text)).toContain(frozen);
			expect(text).not.toContain('object Object');
		});
	});

	test('no row, card or drawing crosses the edge of its sheet', async ({ paper }) => {
		expect((await paper(address)).cutOff).toEqual([]);
	});

	test('nothing of the site around the sheets is printed', async ({ paper }) => {
		expect((await paper(address)).pages.join(' ')).not.toMatch(
			/Zoek een gemeente|Druk af met|Stel samen|pagina \d+ van/
		);
	});

	test('every sheet has a QR code', async ({ paper }) => {
		const { codes, sheets } = await paper(address);
		expect(codes).toBe(sheets);
	});
});

describe('what a pack holds', () => {
	const test = byRequest;
	const sheetsOf = ({ document }: Reading) =>
		[...document.querySelectorAll('section.sheet')].map((sheet) => sheet.id);
	const wordsOn = ({ document }: Reading, id: string) => seen(document.getElementById(id));

	test('Kortrijk: cover, one sheet for the region, agenda, its municipalities, scenario, sources', async () => {
		const ids = sheetsOf(await open(KORTRIJK));
		expect(ids.slice(0, 3)).toEqual(['omslag', 'regio', 'agenda']);
		expect(ids).not.toContain('regio-2');
		expect(ids.filter((id) => id.startsWith('gemeente-')).sort()).toEqual(
			membersOn('kortrijk', await shownDay()).map((nis) => `gemeente-${nis}`)
		);
		expect(ids).toEqual(expect.arrayContaining(['weg', 'verdeling', 'methode', 'bronnen']));
	});

	test('only the parts and municipalities that were chosen', async () => {
		const page = await open('/vergadering/kortrijk?delen=omslag,steekkaarten&leden=34022,34043');
		expect(sheetsOf(page)).toEqual(['omslag', 'gemeente-34022', 'gemeente-34043']);
	});

	test('the form gives one short address, and works without a script', async () => {
		const page = await press(await open('/vergadering/kortrijk'), 'Stel samen', {
			Scenario: false,
			'Vorige vergadering': '2022-06-30'
		});
		const { searchParams } = page.url;
		expect(searchParams.getAll('delen')).toEqual(['omslag,regio,agenda,steekkaarten,bronnen']);
		expect(searchParams.get('sinds')).toBe('2022-06-30');
		expect(sheetsOf(page)).not.toContain('weg');
	});

	test('a region without a goal has no scenario, and one of the address has', async () => {
		expect(sheetsOf(await open('/vergadering/genk'))).not.toContain('weg');
		const asked = await open('/vergadering/genk?doel=9');
		expect(wordsOn(asked, 'weg')).toContain('Scenario, geen beslissing.');
	});

	test('without the day of the previous meeting the card says what it needs', async () => {
		const page = await open('/vergadering/kortrijk?delen=agenda');
		expect(wordsOn(page, 'agenda')).toContain('de dag van de vorige vergadering nodig');
	});

	test('a pack of an earlier day says so on its cover', async () => {
		const page = await open('/vergadering/zuid-west-vlaanderen?bekend=2021-06-30');
		expect(wordsOn(page, 'omslag')).toContain('Dit pakket toont wat bekend was op 30/06/2021.');
	});

	test('the pack is linked from its region, and a sheet from its municipality', async () => {
		const region = await open('/regios/eigen?gemeenten=34022,34043');
		const pack = await follow(region, 'Afdrukken');
		expect(pack.url.href).toContain('/vergadering/eigen?gemeenten=34022,34043');
		const sheet = await follow(await open('/gemeenten/34022'), 'Afdrukken');
		expect(sheet.url.pathname).toBe('/gemeenten/34022/steekkaart');
	});

	test.for([
		['/vergadering/kortrijk?delen=alles', 400],
		['/vergadering/kortrijk?leden=kortrijk', 400],
		['/vergadering/kortrijk?sinds=gisteren', 400],
		['/vergadering/kortrijk?bekend=2020-01-01&sinds=2021-01-01', 400],
		['/vergadering/kortrijk?doel=0', 400],
		['/vergadering/kortrijk?op=gisteren', 400],
		['/vergadering/nergens', 404],
		['/gemeenten/99999/steekkaart', 404]
	] as const)('%s is refused with %i', async ([address, status]) => {
		expect((await sent(address)).status).toBe(status);
	});
});
