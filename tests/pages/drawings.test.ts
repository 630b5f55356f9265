import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../support/browser.ts';
import { documentAt, wordsOf } from '../support/html.ts';
import { json } from './api.ts';

test('a bar in a row of a table says the numbers of its row', async () => {
	const document = await documentAt('/regios/kortrijk?op=2024-12-31');
	const row = document.querySelector(
		'section[aria-labelledby=leden] tr:has(a[href^="/gemeenten/34022"])'
	);
	const { objectives } = await json('/api/v1/municipalities/34022?on=2024-12-31');
	const [objective] = objectives as { target: { value: number } }[];
	expect(wordsOf(row?.querySelector('svg[role=img]'))).toMatch(
		new RegExp(`^Kortrijk: .*gerealiseerd.*van ${objective?.target.value}\\b`)
	);
});

/** Contrast by WCAG of what is drawn with the tokens, and lightness of the classes from low to high. */
const contrasts = (page: Page) =>
	page.evaluate(() => {
		const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
		if (!canvas) throw new Error('no canvas');
		const lightness = (color: string) => {
			canvas.fillStyle = color;
			canvas.fillRect(0, 0, 1, 1);
			const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
				const part = value / 255;
				return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
			});
			return 0.2126 * r + 0.7152 * g + 0.0722 * b;
		};
		const contrast = (a: string, b: string) => {
			const [low = 0, high = 0] = [lightness(a), lightness(b)].sort((x, y) => x - y);
			return (high + 0.05) / (low + 0.05);
		};
		const look = (selector: string) =>
			getComputedStyle(document.querySelector(selector) as Element);
		const ground = look('figure').backgroundColor;
		const classes = ['c0', 'c1', 'c2', 'c3', 'c4'].map((name) => look(`figure .${name}`).fill);
		return {
			bar: contrast(look('.bullet .p0').fill, ground),
			goal: contrast(look('.bullet .target').stroke, ground),
			steps: classes.slice(1).map((color, index) => contrast(color, classes[index] ?? color)),
			underlined: [...document.querySelectorAll('header nav a')].filter(
				(link) =>
					contrast(
						getComputedStyle(link).borderBottomColor,
						getComputedStyle(document.body).backgroundColor
					) > 1.5
			).length
		};
	});

for (const colorScheme of ['light', 'dark'] as const) {
	describe(`with forced colours, ${colorScheme}`, () => {
		const forced = test.extend({ visitor: { forcedColors: 'active' as const, colorScheme } });

		forced('bars, goals and classes are told apart', async ({ page }) => {
			await page.goto('/regios/kortrijk');
			const { bar, goal, steps } = await contrasts(page);
			expect(bar).toBeGreaterThanOrEqual(3);
			expect(goal).toBeGreaterThanOrEqual(3);
			expect(Math.min(...steps)).toBeGreaterThan(1.15);
		});

		forced('only the current page is underlined in the menu', async ({ page }) => {
			await page.goto('/regios/kortrijk');
			await page.evaluate(() => (document.body.style.background = 'Canvas'));
			expect((await contrasts(page)).underlined).toBe(1);
		});
	});
}

describe('movement', () => {
	const still = test.extend({ visitor: { reducedMotion: 'reduce' as const } });
	still('who wants none gets none', async ({ page }) => {
		await page.goto('/');
		const moving = await page.evaluate(
			() =>
				getComputedStyle(document.documentElement).scrollBehavior === 'smooth' ||
				document.getAnimations().length > 0
		);
		expect(moving).toBe(false);
	});
});

describe('names on the map of Flanders', () => {
	const names = (page: Page) => page.locator('.map .name text:visible').allTextContents();
	const phone = test.extend({ visitor: { viewport: { width: 360, height: 780 } } });
	const desk = test.extend({ visitor: { viewport: { width: 1024, height: 768 } } });

	desk('say where the cities lie where there is room', async ({ page }) => {
		await page.goto('/');
		const shown = await names(page);
		expect(shown.length).toBeGreaterThanOrEqual(6);
		expect(shown).toEqual(expect.arrayContaining(['Antwerpen', 'Gent', 'Kortrijk']));
	});

	phone('are left out where they would hide the map', async ({ page }) => {
		await page.goto('/');
		expect(await names(page)).toEqual([]);
	});
});

describe('names above the dots', () => {
	const phone = test.extend({ visitor: { viewport: { width: 360, height: 780 } } });

	phone.for([
		['kortrijk', 'Kortrijk'],
		['antwerpen', 'Antwerpen'],
		['genk', 'Genk']
	] as const)('the city of region %s comes first', async ([slug, city], { page }) => {
		await page.goto(`/?regio=${slug}`);
		expect(await page.locator('.swarm .name text:visible').first().textContent()).toBe(city);
	});
});

describe('the figures of a municipality on a phone', () => {
	const phone = test.extend({ visitor: { viewport: { width: 360, height: 780 } } });

	phone.for(['/gemeenten/34022', '/gemeenten/73028', '/gemeenten/38008?op=2007-12-31'])(
		'%s: nothing of a figure and its source is cut',
		async (address, { page }) => {
			await page.goto(address);
			const cut = await page
				.locator('.scroll:has(table.reflow)')
				.evaluateAll(
					(regions) => regions.filter((one) => one.scrollWidth > one.clientWidth).length
				);
			expect(cut).toBe(0);
			expect(await page.locator('table.reflow').count()).toBeGreaterThan(0);
		}
	);
});
