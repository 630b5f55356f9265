import { afterAll, describe, expect } from 'vitest';
import { test } from '../support/browser.ts';
import { measureFirstScreen, partsOf, type FirstScreen } from './first-screen.ts';

const WINDOWS = { laptop: [1366, 768], phone: [390, 844] } as const;
type Window = keyof typeof WINDOWS;

/** What a first screen is to show: at least this share of drawings and tiles, at most this share of nothing. */
const RULE = { picture: 0.35, empty: 0.3 };

/** What holds where the rule does not yet hold, as it was measured; no first screen may fall behind it. */
const EXCEPTIONS: Readonly<Record<string, Partial<Record<Window, Partial<typeof RULE>>>>> = {
	// a phone shows sentence and tiles; the map begins under them
	'/': { phone: { picture: 0.33 } },
	'/regios/kortrijk': { phone: { picture: 0.3 } },
	'/regios/antwerpen': { phone: { picture: 0.3 } },
	'/gemeenten/34022': { laptop: { picture: 0.33 } },
	// little is known of it: two sentences, three tiles and a bar
	'/gemeenten/73028': { laptop: { picture: 0.32 }, phone: { picture: 0.25 } },
	'/vergelijken': {},
	'/voortgangstoets/2022': {}
};

/** Laptop screens that a part of a page may take. */
const LONGEST = 4;

/** What was measured, for whoever reads the run. */
const measured: (FirstScreen & { page: string; window: string; parts: string })[] = [];

afterAll(() => console.table(measured));

const cases = Object.entries(EXCEPTIONS).flatMap(([address, bounds]) =>
	(Object.keys(WINDOWS) as Window[]).map((window) => ({
		address,
		window,
		bounds: { ...RULE, ...bounds[window] }
	}))
);

describe('the first screen', () => {
	test.for(cases)(
		'of $address on a $window is picture and tiles for $bounds.picture of it, and empty for $bounds.empty at most',
		async ({ address, window, bounds }, { page }) => {
			const [width, height] = WINDOWS[window];
			await page.setViewportSize({ width, height });
			await page.goto(address);
			const found = await measureFirstScreen(page);
			const parts = await partsOf(page);
			measured.push({ page: address, window, ...found, parts: parts.join(' ') });
			expect(found.picture).toBeGreaterThanOrEqual(bounds.picture);
			expect(found.empty).toBeLessThanOrEqual(bounds.empty);
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
