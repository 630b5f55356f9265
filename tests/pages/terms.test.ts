import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { TERMS } from '#lib/text/terms.ts';
import { violations } from '../support/axe.ts';
import { test } from '../support/browser.ts';
import { allWords } from '../support/html.ts';
import { open } from '../support/reader.ts';
import { plain } from './pages.ts';

const RULE = '/voortgangstoets';
const { nulmeting } = TERMS;

const term = (page: Page) => page.getByRole('button', { name: 'nulmeting', exact: true });
const says = (page: Page) => page.getByText(nulmeting.says);

describe('a term explains itself where it stands', () => {
	test('on hover until the pointer leaves, on focus, and Escape shuts it', async ({ page }) => {
		await page.goto(RULE);
		expect(await says(page).isVisible()).toBe(false);
		await term(page).hover();
		expect(await says(page).isVisible()).toBe(true);
		await page.keyboard.press('Escape');
		expect(await says(page).isVisible()).toBe(false);
		await page.mouse.move(0, 0);
		await term(page).focus();
		expect(await says(page).isVisible()).toBe(true);
		expect(await violations(page)).toEqual([]);
		expect(await term(page).getAttribute('aria-describedby')).toBe(
			await says(page).getAttribute('id')
		);
	});

	test('near its word, within the window', async ({ page }) => {
		await page.goto(RULE);
		await term(page).hover();
		const box = await says(page).boundingBox();
		const word = await term(page).boundingBox();
		const width = page.viewportSize()?.width ?? 0;
		expect(box?.x).toBeGreaterThanOrEqual(0);
		expect((box?.x ?? NaN) + (box?.width ?? NaN)).toBeLessThanOrEqual(width);
		expect(Math.abs((box?.y ?? NaN) - (word?.y ?? NaN))).toBeLessThan(200);
	});

	test.extend({
		visitor: { javaScriptEnabled: false, hasTouch: true, viewport: { width: 390, height: 844 } }
	})('on a tap, without a script, and not on paper', async ({ page }) => {
		await page.goto(RULE);
		await term(page).tap();
		expect(await says(page).isVisible()).toBe(true);
		const { width } = await page.evaluate(() => ({ width: document.documentElement.scrollWidth }));
		expect(width).toBeLessThanOrEqual(390);
		await page.emulateMedia({ media: 'print' });
		expect(await says(page).isVisible()).toBe(false);
	});

	test('every term stands with its explanation in the method, and its link leads somewhere', async () => {
		const { document } = await open('/methode');
		const told = allWords(document, '#begrippen + ul > li').map(plain);
		for (const { word, says: meaning, at } of Object.values(TERMS)) {
			expect(
				told.some((one) => one.startsWith(plain(`${word}: ${meaning}`))),
				word
			).toBe(true);
			expect(document.getElementById(at.split('#')[1] ?? ''), at).not.toBeNull();
		}
	});
});
