import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../support/browser.ts';

/** Marks the window, so that a new page is known by the absence of it. */
const stay = (page: Page) => page.evaluate(() => Object.assign(window, { same: true }));
const isSame = (page: Page) => page.evaluate(() => 'same' in window);
const at = (page: Page) => {
	const { pathname, search } = new URL(page.url());
	return pathname + search;
};
const map = (page: Page) => page.locator('#kaart .title');
const shown = (page: Page, title: string) =>
	page.locator('#kaart .title', { hasText: title }).waitFor();

describe('a switch, a filter, an order and a date change the page in place', () => {
	test('a switch: the address follows, the way back works, focus and scroll stay', async ({
		page
	}) => {
		await page.goto('/regios/kortrijk');
		await stay(page);
		const link = page.getByRole('link', { name: 'tegenover de buren' });
		await link.scrollIntoViewIfNeeded();
		const before = await link.boundingBox();
		await link.press('Enter');
		await shown(page, 'tegenover zijn buurgemeenten');
		expect(at(page)).toBe('/regios/kortrijk?kaart=spreiding');
		expect(await link.boundingBox()).toMatchObject({ y: before?.y });
		expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
			'tegenover de buren'
		);
		expect(await page.locator('body > .hidden[role=status]').textContent()).toBe(
			'Kaart toont tegenover de buren'
		);
		await page.goBack();
		await shown(page, 'Aandeel per lid');
		expect(at(page)).toBe('/regios/kortrijk');
		await page.goForward();
		await shown(page, 'tegenover zijn buurgemeenten');
		expect(await isSame(page)).toBe(true);
	});

	test('what is folded open stays so, and what came has its marks, arrows and buttons', async ({
		page
	}) => {
		await page.goto('/');
		await stay(page);
		await page.locator('#kaart').getByText('Cijfers als tabel').click();
		await page.getByRole('link', { name: 'voortgang', exact: true }).click();
		await page.locator('#kaart th', { hasText: 'Voortgang' }).first().waitFor();
		await page.locator('.map svg:visible a').nth(40).hover();
		expect(await page.getByRole('tooltip').textContent()).toContain(': ');
		expect(await page.locator('.map svg:visible a[tabindex="0"]').count()).toBe(1);
		expect(await isSame(page)).toBe(true);
	});

	test('an order', async ({ page }) => {
		await page.goto('/gemeenten?regio=kortrijk');
		await stay(page);
		await page.getByRole('link', { name: 'Per 100 huis' }).click();
		await page.locator('th[aria-sort]', { hasText: 'Per 100' }).waitFor();
		expect(new URL(page.url()).searchParams.get('orde')).toBe('aandeel');
		expect(await isSame(page)).toBe(true);
	});

	test('a filter: what was left empty is left out of the address', async ({ page }) => {
		await page.goto('/gemeenten');
		await stay(page);
		await page.locator('select[name=status]').selectOption({ index: 1 });
		await page.getByRole('button', { name: 'Filter' }).click();
		await page.getByRole('link', { name: 'Alle gemeenten', exact: true }).waitFor();
		expect(at(page)).toMatch(/^\/gemeenten\?status=[a-z-]+$/);
		expect(await isSame(page)).toBe(true);
	});

	test('a date: what stands around the page follows too', async ({ page }) => {
		await page.goto('/regios/kortrijk');
		await stay(page);
		await page.locator('summary', { hasText: 'Toestand op 31' }).click();
		await page.getByLabel('Toestand op').selectOption('2018-12-31');
		await page.locator('summary', { hasText: 'Toestand op 31/12/2018' }).waitFor();
		expect(new URL(page.url()).searchParams.get('op')).toBe('2018-12-31');
		const home = page.getByRole('link', { name: 'Vergelijken' }).first();
		expect(await home.getAttribute('href')).toContain('op=2018-12-31');
		expect(await page.locator('head [data-address]').textContent()).toContain('op=2018-12-31');
		expect(await isSame(page)).toBe(true);
	});

	test('the last of two quick choices holds', async ({ page }) => {
		await page.goto('/');
		await page.evaluate(() => {
			for (const name of ['voortgang', 'nog te gaan'])
				[...document.querySelectorAll('a')].find((one) => one.textContent === name)?.click();
		});
		await page.locator('a[aria-current]', { hasText: 'nog te gaan' }).waitFor();
		expect(new URL(page.url()).searchParams.get('maat')).not.toBe('voortgang');
	});
});

test('a page that the site does not give is gone to in the ordinary way', async ({ page }) => {
	await page.goto('/');
	await stay(page);
	await page.route('**/*maat=*', (route, request) =>
		request.isNavigationRequest() ? route.continue() : route.fulfill({ status: 503, body: '' })
	);
	await page.getByRole('link', { name: 'voortgang', exact: true }).click();
	await page.locator('a[aria-current]', { hasText: 'voortgang' }).waitFor();
	expect(await isSame(page)).toBe(false);
});

test('a page with a script of its own is not changed under it', async ({ page }) => {
	await page.goto('/regios/kortrijk/tafel');
	await stay(page);
	await page.getByRole('link', { name: 'tekort', exact: true }).first().click();
	await page.locator('a[aria-current]', { hasText: 'tekort' }).first().waitFor();
	expect(await isSame(page)).toBe(false);
});

describe('without script', () => {
	const plain = test.extend({ visitor: { javaScriptEnabled: false } });
	plain('a switch leads to the part of the page that it changes', async ({ page }) => {
		await page.goto('/regios/kortrijk');
		await page.getByRole('link', { name: 'tegenover de buren' }).click();
		expect(await map(page).textContent()).toContain('buurgemeenten');
		expect(new URL(page.url()).hash).toBe('#kaart');
	});
});
