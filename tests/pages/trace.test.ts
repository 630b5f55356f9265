import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../support/browser.ts';
import { answerAt } from './api.ts';
import { PAGES, plain } from './pages.ts';

/** A number on a page that leads to where it comes from. */
interface Traced {
	href: string;
	text: string;
}

/** The first number of each quantity of each area, so that one page does not ask the same a hundred times. */
async function tracedOn(page: Page, most: number): Promise<Traced[]> {
	const all = await page.locator('main a.figure').evaluateAll((links) =>
		links.map((link) => ({
			href: (link as HTMLAnchorElement).href,
			text: link.textContent ?? ''
		}))
	);
	const kind = ({ href }: Traced) => {
		const { searchParams } = new URL(href);
		return searchParams.get('cijfer') ?? searchParams.get('reeks');
	};
	return [...new Map(all.toReversed().map((one) => [kind(one), one])).values()].slice(0, most);
}

/** The number in a text with Dutch marks: its size, and how many decimals it is written with. */
function numberIn(text: string): { size: number; decimals: number } {
	const [found = ''] = /\d[\d.]*(,\d+)?/.exec(text) ?? [];
	return {
		size: Number(found.replaceAll('.', '').replace(',', '.')),
		decimals: found.split(',')[1]?.length ?? 0
	};
}

describe('every number leads to where it comes from', () => {
	test.for(PAGES)('%s: what it leads to is the same number', async (address, { page }) => {
		await page.goto(address);
		const traced = await tracedOn(page, 12);
		const origins = await Promise.all(
			traced.map(async ({ href }) => {
				const [, heading = ''] =
					/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(await (await answerAt(href)).text()) ?? [];
				return heading.replace(/<[^>]*>/g, '');
			})
		);
		traced.forEach(({ href, text }, index) => {
			const [shown, origin] = [numberIn(text), numberIn(origins[index] ?? '')];
			// A number that ends in a half is as far from its rounding as one can be: that is still the same number.
			const half = 0.5 * 10 ** -shown.decimals + 1e-9;
			expect(Math.abs(origin.size - shown.size), `${href} (${text})`).toBeLessThanOrEqual(half);
		});
		expect(origins).toHaveLength(traced.length);
	});

	test.for(PAGES.filter((address) => !address.startsWith('/herkomst')))(
		'%s: a number without a trace is explained where it stands',
		async (address, { page }) => {
			await page.goto(address);
			const unexplained = await page.locator('main span.figure').evaluateAll((numbers) =>
				numbers
					.filter((one) => {
						const row = one.closest('tr, dl, p');
						const part = one.closest('section, main');
						return (
							!row?.querySelector('a[href*="/publicaties/"]') &&
							!part?.querySelector('a[href*="/methode"]')
						);
					})
					.map((one) => `${one.closest('tr, dl, p')?.textContent}`)
			);
			expect(unexplained.map(plain)).toEqual([]);
		}
	);
});

describe('the trace of a number', () => {
	test('a share is told down to the publication of the dwellings and of the households', async ({
		page
	}) => {
		await page.goto('/gemeenten/38008?op=2007-12-31');
		await page.getByRole('link', { name: '4,54 %', exact: true }).first().click();
		const steps = page.getByRole('table', { name: 'Van boven naar onder' });
		const rows = (await steps.locator('tbody tr').allInnerTexts()).map(plain);
		expect(rows[0]).toContain('woningen op 31 december gedeeld door huishoudens op 1 januari erna');
		expect(rows[1]).toMatch(/sociale huurwoningen bij de nulmeting 226 31\/12\/2007 gepubliceerd/);
		expect(rows[2]).toMatch(/private huishoudens 4\.974 01\/01\/2008 gepubliceerd/);
	});

	test('what a region is short of is told by member', async ({ page }) => {
		await page.goto('/herkomst?gebied=kortrijk&cijfer=tekort&op=2024-12-31');
		const steps = page.getByRole('table', { name: 'Van boven naar onder' });
		expect(await steps.locator('tbody tr').count()).toBe(1 + 1 + 2 + 2 * 12);
		await expect.poll(() => steps.textContent()).toContain('Spiere-Helkijn:');
	});

	test('a merged municipality is told as the sum of those before', async ({ page }) => {
		await page.goto('/herkomst?gebied=72042&cijfer=woningen&op=2017-12-31&grond=2024-12-31');
		const text = plain((await page.locator('main').textContent()) ?? '');
		expect(text).toContain('som van de gemeenten voor de fusie');
		expect(text).toContain('Meeuwen-Gruitrode:');
		expect(text).toContain('Opglabbeek:');
	});

	test.for([
		['/herkomst', 400],
		['/herkomst?gebied=99999&op=2024-12-31', 404],
		['/herkomst?gebied=34022&op=2024-12-31&cijfer=onzin', 400],
		['/herkomst?gebied=34022&op=gisteren', 400],
		['/herkomst?gebied=34022&op=1999-12-31&cijfer=woningen', 404],
		['/herkomst?gebied=34022&op=2024-12-31&reeks=planned&publicatie=1', 404]
	] as const)('%s is refused with %i', async ([address, status], { page }) => {
		expect((await page.goto(address))?.status()).toBe(status);
	});
});
