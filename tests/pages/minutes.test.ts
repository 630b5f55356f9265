import { describe, expect } from 'vitest';
import { test } from '../support/browser.ts';

const SUMMARY = 'Kopieer voor het verslag';
const bare = test.extend({ visitor: { javaScriptEnabled: false } });
const copying = test.extend({
	visitor: { permissions: ['clipboard-read', 'clipboard-write'] }
});

/** The words for the minutes, not the code of a frame or an example that can be copied too. */
const WORDS = 'p[data-copy]';

describe('words for the minutes', () => {
	bare('can be selected without JavaScript, and print nothing', async ({ page }) => {
		await page.goto('/gemeenten/34022');
		const words = page.locator(WORDS).first();
		expect(await words.isVisible()).toBe(false);
		await page.getByText(SUMMARY).first().click();
		expect(await words.isVisible()).toBe(true);
		expect(await page.getByRole('button', { name: 'Kopieer' }).count()).toBe(0);
		await page.emulateMedia({ media: 'print' });
		expect(await words.isVisible()).toBe(false);
		expect(await page.getByText(SUMMARY).first().isVisible()).toBe(false);
	});

	copying('a button copies exactly what stands there, and says so', async ({ page }) => {
		await page.goto('/regios/kortrijk');
		const tools = page.locator('#stand').locator('details', { hasText: SUMMARY });
		await tools.getByText(SUMMARY).click();
		await tools.getByRole('button', { name: 'Kopieer' }).click();
		await expect.poll(() => tools.getByRole('status').textContent()).toBe('Gekopieerd');
		const copied = await page.evaluate(() => navigator.clipboard.readText());
		expect(copied).toBe(await tools.locator(WORDS).textContent());
		expect(copied).toMatch(/^Op .+#stand$/);
	});
});
