import { describe, expect, inject } from 'vitest';
import { test } from '../support/browser.ts';
import { PAGES, plain } from './pages.ts';

const json = async (path: string) => (await fetch(new URL(path, inject('site')))).json();
const count = (value: number) => new Intl.NumberFormat('nl-BE').format(value);

interface Known {
	value: number;
}
type Steps = Record<'start' | 'replaced' | 'correction' | 'real' | 'end', Known>;

/** The Gent figures of the end of 2009 were revised when the later publication became known. */
const REVISED = '/gemeenten/44021?op=2009-12-31&bekend=2012-03-18';

describe('known on', () => {
	test('a page as known then keeps the old number, and says what is known now', async ({
		page
	}) => {
		await page.goto(REVISED);
		const text = plain(await page.locator('main').innerText());
		expect(text).toContain('Gent telt 14.544 sociale huurwoningen');
		expect(text).toContain('Nu bekend: 14.753 woningen');
		const row = page.locator('section:has(#cijfers) tr', { hasText: 'Sociale huurwoningen' });
		expect(plain(await row.first().innerText())).toContain('nu bekend: 14.753 woningen');
	});

	const WITHOUT_FIGURES = ['/toegankelijkheid', '/zoek', '/api'];
	/** In a frame of another site and on the wall the moment is chosen with the address. */
	const isBare = (path: string) => path.startsWith('/insluiten/') || path.includes('/scherm');
	const withFigures = PAGES.filter(
		(path) => !isBare(path) && !WITHOUT_FIGURES.includes(path.split('?')[0] ?? '')
	);
	test.for(withFigures)('%s asks as known on which day', async (path) => {
		const html = await (await fetch(new URL(path, inject('site')))).text();
		const day = path.includes('/sinds') ? 'tot' : 'bekend';
		expect(html).toMatch(new RegExp(`<input type="date" name="${day}"`));
	});

	test('the overview, the lists and the rounds say what is known now beside what was known then', async ({
		page
	}) => {
		for (const [path, was, is] of [
			['/gemeenten?op=2009-12-31&bekend=2012-03-18', '14.544', 'nu bekend: 14.753'],
			['/?op=2009-12-31&bekend=2012-03-18', '145.132', 'Nu bekend: ≈ 145.341'],
			['/regios?op=2009-12-31&bekend=2012-03-18', 'Vlaanderen', 'nu bekend:'],
			['/voortgangstoets?bekend=2020-10-01', '178', 'Nu bekend, toen nog niet.']
		] as const) {
			await page.goto(path);
			const text = plain(await page.locator('main').innerText());
			expect(text, path).toContain(was);
			expect(text, path).toContain(is);
			await page.goto(path.replace(/&?bekend=[^&]*/, ''));
			expect(plain(await page.locator('main').innerText()), path).not.toMatch(/nu bekend:/i);
		}
	});

	test('a publication that was not known yet on the day asked says so', async ({ page }) => {
		await page.goto('/cijfers/publicaties/122?bekend=2020-10-01');
		const text = plain(await page.locator('main').innerText());
		expect(text).toContain('Op 01/10/2020 was deze publicatie nog niet bekend.');
		expect(text).toContain('Ze telt mee vanaf 31/01/2021.');
	});

	test('a page of today says nothing of that', async ({ page }) => {
		await page.goto('/gemeenten/44021?op=2009-12-31');
		expect(plain(await page.locator('main').innerText())).not.toContain('u bekend: ');
	});
});

describe('publications', () => {
	test('a revision says what it is, what it replaced, and shows both numbers', async ({ page }) => {
		await page.goto('/gemeenten/44021?op=2009-12-31');
		await page.locator('section:has(#cijfers) tbody td:last-child a').first().click();
		expect(page.url()).toMatch(/\/cijfers\/publicaties\/\d+$/);
		const text = plain(await page.locator('main').innerText());
		expect(text).toContain('Dit is een herziening');
		expect(text).toMatch(/Gent .* 31\/12\/2009 14\.544 14\.753 \+209/);
		expect(text).toContain('Vervangt');
	});

	test('the list of publications leads to each of them', async ({ page }) => {
		await page.goto('/cijfers');
		await page.locator('tr#p1000 th a').first().click();
		expect(plain(await page.locator('main').innerText())).toContain('Dit zijn oefencijfers');
	});

	test('its page and the API give the same contents', async ({ page }) => {
		const { contents } = await json('/api/v1/publications/1000');
		await page.goto('/cijfers/publicaties/1000');
		const text = plain(await page.locator('main').innerText());
		for (const { figures } of contents) expect(text).toContain(count(figures));
	});
});

describe('since the previous meeting', () => {
	const bare = test.extend({ visitor: { javaScriptEnabled: false } });

	bare('without JavaScript the two days are chosen by a form', async ({ page }) => {
		await page.goto('/regios/kortrijk');
		await page.getByRole('link', { name: 'Wat veranderde sinds de vorige vergadering?' }).click();
		await page.locator('input[name=van]').fill('2021-02-01');
		await page.locator('input[name=tot]').fill('2023-02-01');
		await page.getByRole('button', { name: 'Vergelijk' }).click();
		expect(page.url()).toContain('/regios/kortrijk/sinds?van=2021-02-01&tot=2023-02-01');
		const text = plain(await page.locator('main').innerText());
		expect(text).toContain('Toen: toestand op 31/12/2020, bekend op 01/02/2021.');
		expect(text).toContain('Nu: toestand op 31/12/2022, bekend op 01/02/2023.');
	});

	test('every row and the sum close, in the API, the CSV and on the page', async ({ page }) => {
		const query = 'from=2021-02-01&to=2023-02-01&region=kortrijk';
		const { municipalities, total } = await json(`/api/v1/changes?${query}`);
		expect(municipalities).toHaveLength(12);
		for (const { stock } of [...municipalities, total] as { stock: Steps }[]) {
			const { start, replaced, correction, real, end } = stock;
			expect(start.value + replaced.value + correction.value + real.value).toBe(end.value);
		}
		const csv = await (await fetch(new URL(`/api/v1/changes.csv?${query}`, inject('site')))).text();
		expect(csv.trim().split(/\r?\n/)).toHaveLength(13);

		await page.goto('/regios/kortrijk/sinds?van=2021-02-01&tot=2023-02-01');
		const sum = plain(await page.locator('section:has(#woningen) tfoot').innerText());
		expect(sum).toContain(count(total.stock.start.value));
		expect(sum).toContain(count(total.stock.end.value));
	});

	test('a municipality that merged since leads to the one it went into', async ({ page }) => {
		await page.goto('/gemeenten/71047/sinds?van=2018-02-01');
		expect(page.url()).toContain('/gemeenten/72042/sinds?van=2018-02-01');
	});

	test('on paper the two days stand on the sheet, and no form', async ({ page }) => {
		await page.goto('/regios/kortrijk/sinds?van=2021-02-01&tot=2023-02-01');
		await page.emulateMedia({ media: 'print' });
		expect(await page.locator('button:visible').count()).toBe(0);
		expect(plain(await page.locator('main').innerText())).toContain('bekend op 01/02/2021');
	});
});
