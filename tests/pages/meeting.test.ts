import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../support/browser.ts';
import { pdfPages } from '../support/pdf.ts';
import { plain } from './pages.ts';

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
	'/gemeenten/73028/steekkaart',
	'/gemeenten/72042/steekkaart?op=2012-12-31'
];

const print = async (page: Page, address: string): Promise<string[]> => {
	await page.goto(address);
	await page.evaluate(() => document.fonts.ready.then(() => undefined));
	return pdfPages(await page.pdf({ preferCSSPageSize: true }));
};

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

describe('a pack on paper', () => {
	test.for(PRINTED)(
		'%s: a page for every sheet, each with its dates, address and number',
		async (address, { page }) => {
			const pages = await print(page, address);
			expect(pages).toHaveLength(await page.locator('section.sheet').count());
			const frozen = joined((await page.locator('.foot .address').first().textContent()) ?? '');
			expect(frozen).toMatch(/[?&]bekend=\d{4}-\d\d-\d\d|…$/);
			pages.forEach((text, index) => {
				expect(text).toMatch(/Toestand op \d\d\/\d\d\/\d{4} · bekend op \d\d\/\d\d\/\d{4}/);
				expect(text).toContain(`blad ${index + 1} van ${pages.length}`);
				expect(joined(text)).toContain(frozen);
				expect(text).not.toContain('object Object');
			});
		}
	);

	test.for(PRINTED)(
		'%s: no row, card or drawing crosses the edge of its sheet',
		async (address, { page }) => {
			await page.setViewportSize({ width: 794, height: 1123 });
			await page.goto(address);
			await page.emulateMedia({ media: 'print' });
			expect(await cutOff(page)).toEqual([]);
		}
	);

	test('nothing of the site around the sheets is printed', async ({ page }) => {
		const pages = await print(page, KORTRIJK);
		expect(pages.join(' ')).not.toMatch(/Zoek een gemeente|Druk af met|Stel samen|pagina \d+ van/);
	});

	test('every sheet has a QR code', async ({ page }) => {
		await page.goto(KORTRIJK);
		const codes = page.locator('.foot').getByRole('img', { name: /QR-code/ });
		expect(await codes.count()).toBe(await page.locator('section.sheet').count());
	});
});

describe('what a pack holds', () => {
	test('Kortrijk: cover, one sheet for the region, agenda, twelve municipalities, scenario, sources', async ({
		page
	}) => {
		await page.goto(KORTRIJK);
		const ids = await page.locator('section.sheet').evaluateAll((all) => all.map((one) => one.id));
		expect(ids.slice(0, 3)).toEqual(['omslag', 'regio', 'agenda']);
		expect(ids).not.toContain('regio-2');
		expect(ids.filter((id) => id.startsWith('gemeente-'))).toHaveLength(12);
		expect(ids).toEqual(expect.arrayContaining(['weg', 'verdeling', 'methode', 'bronnen']));
	});

	test('only the parts and municipalities that were chosen', async ({ page }) => {
		await page.goto('/vergadering/kortrijk?delen=omslag,steekkaarten&leden=34022,34043');
		const ids = await page.locator('section.sheet').evaluateAll((all) => all.map((one) => one.id));
		expect(ids).toEqual(['omslag', 'gemeente-34022', 'gemeente-34043']);
	});

	test('the form gives one short address, and works without a script', async ({ page }) => {
		await page.goto('/vergadering/kortrijk');
		await page.getByRole('checkbox', { name: 'Scenario' }).uncheck();
		await page.getByRole('textbox', { name: 'Vorige vergadering' }).fill('2022-06-30');
		await page.getByRole('button', { name: 'Stel samen' }).click();
		const { searchParams } = new URL(page.url());
		expect(searchParams.getAll('delen')).toEqual(['omslag,regio,agenda,steekkaarten,bronnen']);
		expect(searchParams.get('sinds')).toBe('2022-06-30');
		expect(await page.locator('#weg').count()).toBe(0);
	});

	test('a region without a goal has no scenario, and one of the address has', async ({ page }) => {
		await page.goto('/vergadering/genk');
		expect(await page.locator('#weg').count()).toBe(0);
		await page.goto('/vergadering/genk?doel=9');
		expect(plain(await page.locator('#weg').innerText())).toContain('Scenario, geen beslissing.');
	});

	test('without the day of the previous meeting the card says what it needs', async ({ page }) => {
		await page.goto('/vergadering/kortrijk?delen=agenda');
		expect(plain(await page.locator('#agenda').innerText())).toContain(
			'de dag van de vorige vergadering nodig'
		);
	});

	test('a pack of an earlier day says so on its cover', async ({ page }) => {
		await page.goto('/vergadering/zuid-west-vlaanderen?bekend=2021-06-30');
		const text = plain(await page.locator('#omslag').innerText());
		expect(text).toContain('Dit pakket toont wat bekend was op 30/06/2021.');
	});

	test('the pack is linked from its region, and a sheet from its municipality', async ({
		page
	}) => {
		await page.goto('/regios/eigen?gemeenten=34022,34043');
		await page.getByRole('link', { name: 'Alles op papier voor de vergadering' }).click();
		expect(page.url()).toContain('/vergadering/eigen?gemeenten=34022,34043');
		await page.goto('/gemeenten/34022');
		await page.getByRole('link', { name: /^Steekkaart/ }).click();
		expect(new URL(page.url()).pathname).toBe('/gemeenten/34022/steekkaart');
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
	] as const)('%s is refused with %i', async ([address, status], { page }) => {
		expect((await page.goto(address))?.status()).toBe(status);
	});
});
