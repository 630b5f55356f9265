import { describe, expect, inject } from 'vitest';
import { test } from '../support/browser.ts';

interface Suggestion {
	label: string;
	kind: string;
	href: string;
}

const suggestions = async (query: string): Promise<Suggestion[]> => {
	const answer = await fetch(new URL(`/zoek/voorstellen?${query}`, inject('site')));
	expect(answer.headers.get('cache-control')).toBe('public, no-cache');
	return (await answer.json()) as Suggestion[];
};

describe('suggestions of the site', () => {
	test('hold municipalities and regions, those that begin with the words first', async () => {
		const found = await suggestions('q=kortr');
		expect(found[0]).toEqual({ label: 'Kortrijk', kind: 'gemeente', href: '/gemeenten/34022' });
		expect(found.map((one) => one.href)).toContain('/regios/kortrijk');
	});

	test('lead to pages of the same moment', async () => {
		const found = await suggestions('q=genk&op=2012-12-31&bekend=2013-01-01&structuur=vandaag');
		expect(found[0]?.href).toBe(
			'/gemeenten/71016?op=2012-12-31&bekend=2013-01-01&structuur=vandaag'
		);
	});

	test.for(['', 'q=', 'q=%20', 'q=qqqq'])(
		'nothing to find is an empty list: «%s»',
		async (query) => {
			expect(await suggestions(query)).toEqual([]);
		}
	);

	test('appear while typing and are chosen with arrows and Enter', async ({ page }) => {
		const errors: Error[] = [];
		page.on('pageerror', (error) => errors.push(error));
		await page.goto('/gemeenten?op=2012-12-31');
		const field = page.locator('header').getByRole('combobox');
		await field.pressSequentially('kort', { delay: 150 });
		const options = page.getByRole('listbox').getByRole('option');
		await options.filter({ hasText: 'Kortrijk' }).first().waitFor();
		const labels = await options.allTextContents();
		const wanted = labels.findIndex((label) => label.startsWith('Kortrijk gemeente'));
		expect(wanted).toBeGreaterThanOrEqual(0);
		for (let step = 0; step <= wanted; step++) await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await page.waitForURL('**/gemeenten/34022?op=2012-12-31');
		expect(await page.locator('h1').innerText()).toContain('Kortrijk');
		expect(errors).toEqual([]);
	});
});
