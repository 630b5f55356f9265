import { describe, expect } from 'vitest';
import { test as inBrowser } from '../support/browser.ts';
import { press } from '../support/form.ts';
import { open } from '../support/reader.ts';

/** What other tests do by request, done once more by a browser: both must come to the same address. */
describe('a form that is filled in by request leads where it leads in a browser without JavaScript', () => {
	const test = inBrowser.extend({ visitor: { javaScriptEnabled: false } });

	test('with a choice', async ({ page }) => {
		const asked = '/voortgangstoets/2018?op=2018-12-31';
		const { url } = await press(await open(asked), 'Filter', { ingevoerd: '2b' });
		await page.goto(asked);
		await page.locator('select[name=ingevoerd]').selectOption('2b');
		await page.getByRole('button', { name: 'Filter' }).click();
		expect(page.url()).toBe(url.href);
		expect(url.search).toContain('ingevoerd=2b');
	});

	test('with boxes, words of many lines and a button that says something', async ({ page }) => {
		const asked = '/regios/samenstellen?van=genk';
		const { url } = await press(await open(asked), 'Toon deze regio', {
			'Typ namen': 'Menen',
			'Naam van de regio': 'Proef & co',
			As: false
		});
		await page.goto(asked);
		await page.getByLabel('Typ namen').fill('Menen');
		await page.getByLabel('Naam van de regio').fill('Proef & co');
		await page.getByLabel('As', { exact: true }).uncheck();
		await page.getByRole('button', { name: 'Toon deze regio' }).click();
		expect(page.url()).toBe(url.href);
		expect(url.searchParams.get('naam')).toBe('Proef & co');
	});

	test('with days, numbers and what is kept', async ({ page }) => {
		const asked = '/vergadering/kortrijk?op=2022-12-31';
		const { url } = await press(await open(asked), 'Stel samen', {
			'Vorige vergadering': '2022-06-30',
			'Tegen eind': '2035',
			Scenario: false
		});
		await page.goto(asked);
		await page.getByRole('textbox', { name: 'Vorige vergadering' }).fill('2022-06-30');
		await page.locator('summary', { hasText: 'Scenario' }).click();
		await page.getByLabel('Tegen eind').fill('2035');
		await page.getByRole('checkbox', { name: 'Scenario' }).uncheck();
		await page.getByRole('button', { name: 'Stel samen' }).click();
		expect(page.url()).toBe(url.href);
		expect(url.searchParams.get('sinds')).toBe('2022-06-30');
	});
});
