import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { violations } from '../support/axe.ts';
import { test } from '../support/browser.ts';
import { PAGES, plain, repeatsFigures } from './pages.ts';

const SUMMARY = 'Kopieer voor het verslag';
/** The pages whose heading is a figure. */
const HEADED =
	/^\/(\?|$|gemeenten\/\d|regios\/(?!samenstellen)[^?]|vergelijken|voortgangstoets\/\d)/;

const bare = test.extend({ visitor: { javaScriptEnabled: false } });
const copying = test.extend({
	visitor: { permissions: ['clipboard-read', 'clipboard-write'] }
});
const inspected = test.extend({ visitor: { bypassCSP: true } });

/** The words for the minutes, not the code of a frame or an example that can be copied too. */
const WORDS = 'p[data-copy]';

/** The words on a page by the figure that they are of. */
const wordsOn = async (page: Page): Promise<Map<string, string>> =>
	new Map(
		(await page.locator(WORDS).allTextContents()).map((text) => [
			/#(\S+)$/.exec(text)?.[1] ?? '',
			plain(text)
		])
	);

/** Sizes of the numbers in a Dutch text, with how many decimals each is written; dates are no numbers. */
const numbersIn = (text: string) =>
	(text.replace(/\d\d\/\d\d\/\d{4}/g, ' ').match(/\d+(\.\d{3})*(,\d+)?/g) ?? []).map((number) => ({
		text: number,
		size: Number(number.replaceAll('.', '').replace(',', '.')),
		decimals: number.split(',')[1]?.length ?? 0
	}));

/** Numbers of a statement that the text shows nowhere, rounded as the statement rounds them. */
function absent(statement: string, shown: string): string[] {
	const there = numbersIn(shown);
	return numbersIn(statement)
		.filter(({ size, decimals }) =>
			there.every((one) => Math.abs(one.size - size) > 0.5 * 10 ** -decimals + 1e-9)
		)
		.map((one) => one.text);
}

/** The address in words that say all that they must, without the name of the figure. */
function sound(id: string, text: string): string {
	const [, says = '', source = '', to = ''] =
		/^(.+)\. ((?:Bron|Opgezocht).+): (\S+)$/.exec(text) ?? [];
	expect(says, text).toMatch(/\d\d\/\d\d\/\d{4}|van geen enk/i);
	expect(source, text).toMatch(
		/^(Bron: .+, «.+»( en \d+ andere)?, zoals bekend op|Opgezocht in wat op) \d\d\/\d\d\/\d{4}/
	);
	expect(to).toMatch(new RegExp(`^${inject('site')}/\\S*(bekend|tot)=\\S+#${id}$`));
	return to.replace(/#.*$/, '');
}

/** All that a page shows except what it gives to copy. */
const restOf = (page: Page): Promise<string> =>
	page.locator('main').evaluate((main) => {
		const copy = main.cloneNode(true) as HTMLElement;
		for (const words of copy.querySelectorAll('[data-copy]')) words.remove();
		// Numbers of cells that stand side by side must not run into one another.
		const texts = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
		let all = '';
		while (texts.nextNode()) all += `${texts.currentNode.textContent} `;
		return all;
	});

describe('words for the minutes', () => {
	bare.for(PAGES)(
		'%s: every figure of its own has them, with a date, a source and an address that shows the same numbers',
		async (address, { page }) => {
			await page.goto(address);
			const words = await wordsOn(page);
			const figures = await page
				.locator('main figure[id]')
				.evaluateAll((all) => all.map((one) => one.id));
			const heading = HEADED.test(address) ? ['antwoord'] : [];
			const own = repeatsFigures(address) ? [] : [...heading, ...figures];
			expect([...words.keys()]).toEqual(expect.arrayContaining(own));

			const addresses = [...words].map(([id, text]) => sound(id, text));
			const [frozen = address] = addresses;
			expect(new Set(addresses).size).toBeLessThanOrEqual(1);
			expect((await page.goto(frozen))?.status()).toBe(200);
			const shown = await restOf(page);
			for (const [id, text] of words) {
				const [says = ''] = text.split(/\. (?:Bron|Opgezocht)/);
				expect(absent(says, shown), text).toEqual([]);
				expect(await page.locator(`[id="${id}"]`).count(), id).toBe(1);
			}
		}
	);

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

	inspected.for(['/', '/regios/kortrijk', '/gemeenten/34022', '/regios/kortrijk/verdeling'])(
		'%s has no axe violation with the words open',
		async (address, { page }) => {
			await page.goto(address);
			for (const summary of await page.getByText(SUMMARY).all()) await summary.click();
			expect(await page.locator(WORDS).last().isVisible()).toBe(true);
			expect(await violations(page)).toEqual([]);
		}
	);
});
