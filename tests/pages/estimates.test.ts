import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../support/browser.ts';

/** Signs that a page leaves out, and of these the ones whose column or figure does not say in their stead that it is an estimate. */
const signsOf = (page: Page) =>
	page.evaluate(() => {
		const says = (one: Element | null | undefined) =>
			one != null && getComputedStyle(one, '::after').content.includes('raming');
		const headOf = (cell: HTMLTableCellElement) =>
			[...(cell.closest('table')?.tHead?.rows ?? [])].at(-1)?.cells[cell.cellIndex];
		const isSaid = (sign: Element) => {
			const cell = sign.closest<HTMLTableCellElement>('td');
			return says(cell ? headOf(cell) : sign.closest('figure')?.querySelector('figcaption'));
		};
		const signs = [...document.querySelectorAll('main .about')];
		const hidden = signs.filter(
			(one) => one.parentElement?.checkVisibility() && !one.checkVisibility()
		);
		return {
			seen: document.body.innerText.match(/≈/g)?.length ?? 0,
			hidden: hidden.length,
			unsaid: hidden.filter((one) => !isSaid(one)).map((one) => one.parentElement?.textContent)
		};
	});

/** Pages with a banner of estimates. */
const BANNERS = ['/', '/gemeenten', '/gemeenten/34022', '/gemeenten/34041', '/regios/kortrijk'];

describe('the signs of estimates', () => {
	test('are at most thirty on the page of a region of which all stocks are estimated', async ({
		page
	}) => {
		await page.goto('/regios/kortrijk');
		const { seen, hidden } = await signsOf(page);
		expect(seen).toBeLessThanOrEqual(30);
		expect(hidden).toBeGreaterThan(seen);
	});

	test.for(BANNERS)(
		'are left out on %s only where a banner, and a column or figure, say it',
		async (address, { page }) => {
			await page.goto(address);
			expect(await page.locator('main .practice').innerText()).toContain('geraamd');
			expect((await signsOf(page)).unsaid).toEqual([]);
		}
	);

	test.for(BANNERS)('are all there on paper: %s', async (address, { page }) => {
		await page.emulateMedia({ media: 'print' });
		await page.goto(address);
		const { seen, hidden } = await signsOf(page);
		expect(seen).toBeGreaterThan(0);
		expect(hidden).toBe(0);
	});

	test('stay at every number without a banner, as in a frame and on a sheet', async ({ page }) => {
		for (const address of [
			'/insluiten/regio/kortrijk',
			'/gemeenten/34022/steekkaart',
			'/vergadering/kortrijk'
		]) {
			await page.goto(address);
			const { seen, hidden } = await signsOf(page);
			expect(seen, address).toBeGreaterThan(0);
			expect(hidden, address).toBe(0);
		}
	});
});

describe('what was published is told before what we estimate', () => {
	/** What stands before the banner, and after it. */
	const around = (page: Page) =>
		page.evaluate(() => {
			const banner = document.querySelector('main .practice') as Element;
			const [before, after] = [document.createRange(), document.createRange()];
			before.setStart(document.querySelector('main h1') as Element, 0);
			before.setEndBefore(banner);
			after.setStartAfter(banner);
			after.setEndAfter(document.querySelector('main') as Element);
			return [before, after].map(String) as [string, string];
		});

	test.for(['34022', '34041', '46030', '73006'])(
		'on the page of %s, whose stock nobody published for the day',
		async (nis, { page }) => {
			await page.goto(`/gemeenten/${nis}`);
			const [before, after] = await around(page);
			expect(before).not.toContain('≈');
			expect(after).toContain('≈');
			const facts = await page.locator('#eerst + * tbody tr').count();
			expect(before.includes('geen gepubliceerd cijfer')).toBe(facts === 0);
		}
	);

	test('on a sheet of a municipality: what, how much, when and by whom', async ({ page }) => {
		await page.goto('/gemeenten/34022/steekkaart');
		const sheet = await page.locator('section.sheet').innerText();
		const [before = '', after = ''] = sheet.split('Onze raming, geen meting:');
		expect(before).toMatch(/Gepubliceerd door [^:]+: .+ [\d.]+ \(\d\d\/\d\d\/\d{4}\)/);
		expect(before).not.toContain('≈');
		expect(after).toContain('≈');
	});
});
