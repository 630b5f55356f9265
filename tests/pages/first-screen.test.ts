import { afterAll, describe, expect } from 'vitest';
import type { Locator } from 'playwright-core';
import { test } from '../support/browser.ts';
import { measureFirstScreen, partsOf, type FirstScreen } from './first-screen.ts';

const WINDOWS = { laptop: [1366, 768], phone: [390, 844] } as const;
type Window = keyof typeof WINDOWS;

/** What a first screen is to show: at least this share of drawings and tiles, at most this share of nothing. */
const RULE = { picture: 0.35, empty: 0.3 };

/** A page of each kind, and of what is known much or little of. */
const PAGES = [
	'/',
	...['kortrijk', 'antwerpen', 'genk', 'oostende', 'zuid-west-vlaanderen'].map(
		(region) => `/regios/${region}`
	),
	...['34022', '34040', '34043', '11002', '73028', '72042', '73109'].map(
		(nis) => `/gemeenten/${nis}`
	),
	'/vergelijken',
	'/voortgangstoets/2022'
];

/** Laptop screens that a part of a page may take. */
const LONGEST = 4;

/** What was measured, for whoever reads the run. */
const measured: (FirstScreen & { page: string; window: string; parts: string })[] = [];

afterAll(() => console.table(measured));

const cases = PAGES.flatMap((address) =>
	(Object.keys(WINDOWS) as Window[]).map((window) => ({ address, window }))
);

describe(`the first screen is picture and tiles for ${RULE.picture} of it, and empty for ${RULE.empty} at most`, () => {
	test.for(cases)('of $address on a $window', async ({ address, window }, { page }) => {
		const [width, height] = WINDOWS[window];
		await page.setViewportSize({ width, height });
		await page.goto(address);
		const found = await measureFirstScreen(page);
		const parts = await partsOf(page);
		measured.push({ page: address, window, ...found, parts: parts.join(' ') });
		expect(found.picture).toBeGreaterThanOrEqual(RULE.picture);
		expect(found.empty).toBeLessThanOrEqual(RULE.empty);
	});
});

describe('what an alderman asks, on a phone', () => {
	const TOWNS = ['34022', '34040', '11002', '73028', '72042'];
	const phone = test.extend({ visitor: { viewport: { width: 390, height: 844 } } });

	/** Whether all of it lies within the window. */
	const isInSight = async (one: Locator) => {
		const box = await one.boundingBox();
		return box !== null && box.y >= 0 && box.y + box.height <= 844;
	};

	phone.for(TOWNS)('is on the first screen of %s, or one tap away', async (nis, { page }) => {
		await page.goto(`/gemeenten/${nis}`);
		const main = page.locator('main');
		for (const seen of [
			main.locator('#antwoord'),
			main.locator('.take ~ dl dt', { hasText: 'per 100 huishoudens' }).first(),
			main.locator('dt', { hasText: 'bindend sociaal objectief' })
		])
			expect(await isInSight(seen)).toBe(true);
		for (const tapped of [
			main.locator('.take summary').first(),
			main.getByRole('link', { name: 'Wat veranderde' }).first(),
			main.getByRole('link', { name: 'Wie draagt hoeveel?' })
		])
			expect(await isInSight(tapped)).toBe(true);
	});

	phone.for(TOWNS)(
		'its part, and by which rule, is where a tap on %s leads',
		async (nis, { page }) => {
			await page.emulateMedia({ reducedMotion: 'reduce' });
			await page.goto(`/gemeenten/${nis}`);
			await page.locator('nav.contents a', { hasText: 'Doel en deel' }).click();
			expect(await isInSight(page.locator('#deel'))).toBe(true);
			expect(await isInSight(page.locator('#deel + p'))).toBe(true);
		}
	);
});

describe('the parts of a page', () => {
	test.for(['/regios/kortrijk', '/regios/antwerpen', '/gemeenten/34022', '/gemeenten/73028'])(
		'of %s are each at an address of the contents line, which stays in sight, and at most four laptop screens',
		async (address, { page }) => {
			await page.setViewportSize({ width: 1366, height: 768 });
			await page.emulateMedia({ reducedMotion: 'reduce' });
			await page.goto(address);
			const links = page.locator('nav.contents a');
			expect(await links.count()).toBe((await partsOf(page)).length);
			for (const link of await links.all()) {
				await link.click();
				expect(await page.locator(':target').count()).toBe(1);
				expect((await link.boundingBox())?.y).toBeGreaterThanOrEqual(0);
			}
			for (const part of await partsOf(page)) expect(part).toBeLessThanOrEqual(LONGEST);
		}
	);

	test('a table that is folded opens at its address, and lies below the contents line', async ({
		page
	}) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.goto('/regios/kortrijk#spreidingtabel');
		const line = await page.locator('nav.contents').boundingBox();
		const table = await page.locator('#spreidingtabel').boundingBox();
		expect(table?.y).toBeGreaterThanOrEqual((line?.y ?? NaN) + (line?.height ?? NaN));
		expect(await page.locator('#spreidingtabel').isVisible()).toBe(true);
	});
});
