import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../support/browser.ts';

const PLACE = '/regios/kortrijk';
const TOWN = '34040';

const mark = (page: Page, kind: string) =>
	page.locator(`.${kind} svg:visible a[href^="/gemeenten/${TOWN}"]`).first();
const row = (page: Page) => page.locator(`table.towns tr[data-town="${TOWN}"]`);
const rims = (page: Page, kind: string) => page.locator(`.${kind} svg .lit`);
const rowsLit = (page: Page) =>
	page
		.locator('tr.lit')
		.evaluateAll((rows) => [...new Set(rows.map((one) => one.getAttribute('data-town')))]);
const KINDS = ['map', 'strip', 'diverging', 'asked'];

async function expectLit(page: Page): Promise<void> {
	await page.locator(`tr.lit[data-town="${TOWN}"]`).first().waitFor({ state: 'attached' });
	for (const kind of KINDS) expect(await rims(page, kind).count(), kind).toBe(1);
	expect(await rowsLit(page)).toEqual([TOWN]);
}
async function expectDark(page: Page): Promise<void> {
	await page.locator('.lit').first().waitFor({ state: 'detached' });
	expect(await page.locator('.tip:visible').count()).toBe(0);
}

describe('one municipality is lit in map, dots, bars and tables at once', () => {
	test('when the pointer is on its row, and nothing is left when it goes', async ({ page }) => {
		await page.goto(PLACE);
		await row(page).locator('td').first().hover();
		await expectLit(page);
		await page.locator('h1').hover();
		await expectDark(page);
	});

	test.for(KINDS)('when the pointer is on its mark in the %s', async (kind, { page }) => {
		await page.goto(PLACE);
		await mark(page, kind).hover();
		await expectLit(page);
	});

	test('when the pointer is on its bar', async ({ page }) => {
		await page.goto(PLACE);
		const name = await mark(page, 'asked').boundingBox();
		if (!name) throw new Error('no name');
		await mark(page, 'asked').scrollIntoViewIfNeeded();
		const { x, y, width, height } = (await mark(page, 'asked').boundingBox()) ?? name;
		await page.mouse.move(x + width + 60, y + height / 2);
		await expectLit(page);
	});

	test('when it has the focus, or is reached by arrow keys', async ({ page }) => {
		await page.goto(PLACE);
		await row(page).getByRole('link', { name: 'Waregem' }).focus();
		await expectLit(page);
		await mark(page, 'map').focus();
		await expectLit(page);
		await page.keyboard.press('ArrowDown');
		expect(await rowsLit(page)).not.toEqual([TOWN]);
		expect(await rims(page, 'strip').count()).toBe(1);
		await page.keyboard.press('Escape');
		await expectDark(page);
	});

	test('its number stands beside each mark that is in sight', async ({ page }) => {
		await page.setViewportSize({ width: 1366, height: 6000 });
		await page.goto(PLACE);
		await row(page).getByRole('link', { name: 'Waregem' }).focus();
		await expectLit(page);
		const words = await page.locator('.tip:visible').allTextContents();
		expect(words.length).toBeGreaterThan(1);
		for (const one of words) expect(one).toMatch(/^Waregem: .*\d/);
	});
});

describe('by touch', () => {
	const touching = test.extend({
		visitor: { hasTouch: true, viewport: { width: 390, height: 844 } }
	});
	touching('a tap on a row or a mark lights it, a tap elsewhere darkens all', async ({ page }) => {
		await page.goto(PLACE);
		await mark(page, 'map').tap();
		await expectLit(page);
		await page.locator('h1').tap();
		await expectDark(page);
		await row(page).locator('td.bar').tap();
		await expectLit(page);
		expect(new URL(page.url()).pathname).toBe(PLACE);
	});
});

describe('without script', () => {
	const plain = test.extend({ visitor: { javaScriptEnabled: false } });
	plain('nothing is lit, and the marks are links', async ({ page }) => {
		await page.goto(PLACE);
		await row(page).locator('td').first().hover();
		await expectDark(page);
		await mark(page, 'asked').click();
		expect(new URL(page.url()).pathname).toBe(`/gemeenten/${TOWN}`);
	});
});
