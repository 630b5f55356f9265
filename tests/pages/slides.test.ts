import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect } from 'vitest';
import { test } from '../support/browser.ts';
import { plain } from './pages.ts';
import {
	jumpByNumber,
	openNotes,
	shownSlides,
	slideNames,
	walkByKey,
	whereWeAre
} from './slides.ts';

const KORTRIJK = '/vergadering/kortrijk/scherm?sinds=2018-02-01';
/** With many members, with few, without a goal, with the least figures there are, put together by a visitor. */
const DECKS = [
	KORTRIJK,
	'/vergadering/antwerpen/scherm?sinds=2018-02-01',
	'/vergadering/genk/scherm',
	'/vergadering/limburg/scherm?leden=73028,71016',
	'/vergadering/kortrijk/scherm?op=2012-12-31&bekend=2013-06-30',
	'/vergadering/eigen/scherm?gemeenten=34022,34027,73028&naam=Proef&doel=11'
];
const SIZES = [
	[1920, 1080],
	[1280, 720],
	[1024, 768]
] as const;

/** Shows each slide in turn, and says what `look` finds. */
async function atEachSlide<Found>(page: Page, look: () => Promise<Found>) {
	const found: [slide: string, found: Found][] = [];
	for (const [index] of (await slideNames(page)).entries()) {
		await page.keyboard.press(index === 0 ? 'Home' : 'ArrowRight');
		found.push([await whereWeAre(page), await look()]);
	}
	return found;
}

describe('slides by key', () => {
	const projector = test.extend({ visitor: { viewport: { width: 1280, height: 720 } } });

	projector('every key leads through all of them', async ({ page }) => {
		await page.goto(KORTRIJK);
		await walkByKey(page);
	});

	projector('a number leads to a municipality', async ({ page }) => {
		await page.goto(KORTRIJK);
		await jumpByNumber(page);
	});

	projector('a digit that can be the first of two waits, then goes by itself', async ({ page }) => {
		await page.clock.install();
		await page.goto(KORTRIJK);
		await page.clock.pauseAt(Date.now() + 3_600_000); // the patience of the page, not that of this machine
		const [first, fifth, twelfth] = await page
			.locator('[data-number="1"], [data-number="5"], [data-number="12"]')
			.evaluateAll((slides) => slides.map((slide) => slide.id));
		await page.keyboard.press('5');
		expect(await whereWeAre(page)).toBe(fifth);
		await page.keyboard.type('12');
		expect(await whereWeAre(page)).toBe(twelfth);
		await page.keyboard.press('1');
		expect(await page.getByRole('status').textContent()).toBe('Gemeente 1 …');
		expect(await whereWeAre(page)).toBe(twelfth);
		await page.clock.runFor(900);
		await expect.poll(() => shownSlides(page)).toEqual([first]);
	});

	projector('another key ends a number that was begun', async ({ page }) => {
		await page.goto(KORTRIJK);
		await page.keyboard.press('1');
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('2');
		expect(await whereWeAre(page)).toBe(await page.locator('[data-number="2"]').getAttribute('id'));
	});

	projector('f asks for the whole screen, and gives it back', async ({ page }) => {
		await page.goto(KORTRIJK);
		const isWhole = () => page.evaluate(() => document.fullscreenElement !== null);
		await page.keyboard.press('f');
		await expect.poll(isWhole).toBe(true);
		await page.keyboard.press('f');
		await expect.poll(isWhole).toBe(false);
	});

	projector('n and s open the notes', async ({ page }) => {
		await page.goto(KORTRIJK);
		await openNotes(page);
	});

	projector('the notes of every slide with figures name a source', async ({ page }) => {
		await page.goto(KORTRIJK);
		const without = await page
			.locator('[data-slide]:not(#omslag, #gemeenten, #kalender)')
			.evaluateAll((slides) =>
				slides
					.filter((slide) => !slide.querySelector('[data-notes] a[href*="/cijfers/publicaties/"]'))
					.map((slide) => slide.id)
			);
		expect(without).toEqual([]);
	});

	projector('d makes the room dark, and light again', async ({ page }) => {
		await page.goto(KORTRIJK);
		const ground = () =>
			page.locator('[data-current]').evaluate((slide) => getComputedStyle(slide).backgroundColor);
		const light = await ground();
		await page.keyboard.press('d');
		expect(await ground()).not.toBe(light);
		await page.keyboard.press('d');
		expect(await ground()).toBe(light);
	});

	projector(
		'keys that mean something to the browser or to what has the focus are left alone',
		async ({ page }) => {
			await page.goto(`${KORTRIJK}#kaart`);
			await page.keyboard.press('Control+ArrowRight');
			expect(await shownSlides(page)).toEqual(['kaart']);
			await page.locator('[data-current] summary').focus();
			await page.keyboard.press('Space');
			expect(await shownSlides(page)).toEqual(['kaart']);
			expect(await page.locator('[data-current] [data-notes] > div').isVisible()).toBe(true);
			await page.locator('[data-current] nav [rel=next]').focus();
			await page.keyboard.press('Enter');
			expect(await whereWeAre(page)).not.toBe('kaart');
		}
	);

	projector('in a drawing the arrows go from mark to mark', async ({ page }) => {
		await page.goto(`${KORTRIJK}#kaart`);
		await page.locator('#kaart svg a[tabindex="0"]').focus();
		await page.keyboard.press('ArrowDown');
		expect(await shownSlides(page)).toEqual(['kaart']);
		await page.locator('#kaart svg a[href="#gemeente-34022"]').focus();
		await page.keyboard.press('Enter');
		await expect.poll(() => shownSlides(page)).toEqual(['gemeente-34022']);
	});

	const small = test.extend({ visitor: { viewport: { width: 640, height: 400 } } });
	small('where a slide is higher than the window, the key first scrolls', async ({ page }) => {
		await page.goto(`${KORTRIJK}#leden`);
		await page.keyboard.press('PageDown');
		expect(await shownSlides(page)).toEqual(['leden']);
		const hasScrolled = () =>
			page.evaluate(async () => {
				const from = scrollY;
				await new Promise((done) => setTimeout(done, 200));
				return scrollY > 0 && scrollY === from;
			});
		await expect.poll(hasScrolled).toBe(true);
		await page.keyboard.press('ArrowRight');
		expect(await whereWeAre(page)).toBe('kaart');
		await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
	});
});

describe('slides by address', () => {
	test('a link opens one slide, with its name for who listens', async ({ page }) => {
		await page.goto(`${KORTRIJK}#gemeente-34022`);
		expect(await whereWeAre(page)).toBe('gemeente-34022');
		const names = await slideNames(page);
		const place = names.indexOf('gemeente-34022') + 1;
		const slide = page.getByRole('region', {
			name: new RegExp(`^dia ${place} van ${names.length} Kortrijk telt`)
		});
		expect(await slide.getAttribute('aria-roledescription')).toBe('dia');
		expect(await slide.evaluate((one) => one === document.activeElement)).toBe(true);
	});

	test('a name that no slide has opens the first, and takes no focus', async ({ page }) => {
		await page.goto(KORTRIJK);
		expect(await shownSlides(page)).toEqual(['omslag']);
		expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
		await page.goto(`${KORTRIJK}#bestaat-niet`);
		expect(await shownSlides(page)).toEqual(['omslag']);
	});

	test('going on by key adds no step to the history', async ({ page }) => {
		await page.goto('/regios/kortrijk');
		await page.goto(KORTRIJK);
		for (const key of ['ArrowRight', 'ArrowRight', 'End']) await page.keyboard.press(key);
		await page.goBack();
		expect(new URL(page.url()).pathname).toBe('/regios/kortrijk');
	});

	test('the numbers are those of the page of the region', async ({ page }) => {
		await page.goto('/regios/kortrijk');
		const said = [
			await page.locator('h1').textContent(),
			await page.locator('#leden').textContent()
		];
		await page.goto(KORTRIJK);
		expect(plain((await page.locator('#regio h2').textContent()) ?? '')).toBe(plain(said[0] ?? ''));
	});

	test.for([
		'/vergadering/kortrijk/scherm?sinds=gisteren',
		'/vergadering/kortrijk/scherm?delen=alles',
		'/vergadering/kortrijk/scherm?leden=kortrijk'
	])('%s is refused in plain words', async (address, { page }) => {
		expect((await page.goto(address))?.status()).toBe(400);
	});
});

/** Texts that are seen smaller than 24 px, with their size. */
const smallTexts = (page: Page) =>
	page.evaluate(() => {
		const found: string[] = [];
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const { parentElement: element, textContent } = node;
			if (!textContent?.trim() || !element?.checkVisibility()) continue;
			if (element.closest('.hidden, svg > title, svg > desc')) continue;
			const range = document.createRange();
			range.selectNodeContents(node);
			if (range.getBoundingClientRect().width < 1) continue;
			const size = parseFloat(getComputedStyle(element).fontSize) * element.currentCSSZoom;
			if (size < 24) found.push(`${textContent.trim().slice(0, 40)}: ${size.toFixed(1)} px`);
		}
		return found;
	});

/** How far in px the page can be scrolled, and texts that are cut by an edge of the window. */
const stickingOut = (page: Page) =>
	page.evaluate(() => {
		const { scrollHeight, scrollWidth } = document.documentElement;
		const found = [
			...(scrollHeight > innerHeight ? [`${scrollHeight - innerHeight} px below`] : []),
			...(scrollWidth > innerWidth ? [`${scrollWidth - innerWidth} px beside`] : [])
		];
		const foot = document.querySelector('[data-current] > footer')?.getBoundingClientRect();
		for (const text of document.querySelectorAll(
			'[data-current] > .body :is(text, p, li, td, th)'
		)) {
			const { width, left, right, bottom } = text.getBoundingClientRect();
			if (width < 2 || !text.checkVisibility() || text.closest('.hidden')) continue;
			if (left < -1 || right > innerWidth + 1 || bottom > (foot?.top ?? 0) + 1)
				found.push(`${text.textContent?.trim().slice(0, 40)}`);
		}
		return found;
	});

describe('slides on a projector', () => {
	for (const [width, height] of SIZES) {
		const sized = test.extend({ visitor: { viewport: { width, height } } });
		sized.for(DECKS)(
			`at ${width} × ${height} nothing of %s sticks out or is smaller than 24 px`,
			async (address, { page }) => {
				await page.goto(address);
				const found = await atEachSlide(page, async () => [
					...(await stickingOut(page)),
					...(await smallTexts(page))
				]);
				expect(found.length).toBeGreaterThan(4);
				expect(found.filter(([, what]) => what.length > 0)).toEqual([]);
			}
		);
	}

	const large = test.extend({ visitor: { viewport: { width: 1920, height: 1080 } } });
	large('with the notes opened nothing is smaller than 24 px either', async ({ page }) => {
		await page.goto(KORTRIJK);
		await page.keyboard.press('n');
		const found = await atEachSlide(page, () => smallTexts(page));
		expect(found.filter(([, what]) => what.length > 0)).toEqual([]);
	});

	large('what a larger screen shows is larger', async ({ page }) => {
		await page.goto(`${KORTRIJK}#regio`);
		const size = () =>
			page.locator('#regio h2').evaluate((title) => title.getBoundingClientRect().height);
		const before = await size();
		await page.setViewportSize({ width: 3840, height: 2160 });
		expect(await size()).toBeGreaterThan(1.9 * before);
	});
});

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('slides for everyone', () => {
	for (const colorScheme of ['light', 'dark'] as const) {
		const bypassing = test.extend({
			visitor: { bypassCSP: true, colorScheme, viewport: { width: 1280, height: 720 } }
		});
		bypassing.for([KORTRIJK, DECKS[5] as string])(
			`every slide of %s, ${colorScheme}, has no axe violation`,
			async (address, { page }) => {
				await page.goto(address);
				await page.evaluate(() => document.documentElement.removeAttribute('data-showing'));
				await page.evaluate(AXE);
				const violations = await page.evaluate(async () => {
					const { axe } = window as unknown as { axe: { run(): Promise<AxeResults> } };
					const { violations } = await axe.run();
					return violations.map((one) => `${one.id}: ${one.nodes[0]?.html.slice(0, 200)}`);
				});
				expect(violations).toEqual([]);
			}
		);
	}

	const bare = test.extend({
		visitor: { javaScriptEnabled: false, viewport: { width: 1280, height: 720 } }
	});
	bare(
		'without JavaScript all slides stand under each other, and links lead from one to the next',
		async ({ page }) => {
			await page.goto(KORTRIJK);
			const slides = page.locator('[data-slide]');
			const names = await slides.evaluateAll((all) => all.map((one) => one.id));
			const tops = await slides.evaluateAll((all) =>
				all.map((one) => one.getBoundingClientRect()).map(({ top, height }) => [top, height])
			);
			tops.slice(1).forEach(([top], index) => {
				const [above = 0, height = 0] = tops[index] ?? [];
				expect(top).toBeCloseTo(above + height, 0);
			});
			await page.locator('#omslag nav [rel=next]').click();
			expect(new URL(page.url()).hash).toBe(`#${names[1]}`);
			await page.locator('#gemeenten').getByRole('link', { name: 'Kortrijk', exact: true }).click();
			const box = await page.locator('#gemeente-34022').boundingBox();
			expect(Math.abs(box?.y ?? Infinity)).toBeLessThan(2);
		}
	);

	bare('without JavaScript the notes can be read', async ({ page }) => {
		await page.goto(`${KORTRIJK}#regio`);
		await page.locator('#regio summary').click();
		expect(await page.locator('#regio [data-notes]').textContent()).toContain('Bron');
	});

	test('every key is named on the first slide', async ({ page }) => {
		await page.goto(KORTRIJK);
		const keys = await page.locator('#omslag kbd').allTextContents();
		expect(keys).toEqual(
			expect.arrayContaining([
				'→',
				'←',
				'spatie',
				'PageUp',
				'PageDown',
				'Home',
				'End',
				'n',
				's',
				'f',
				'd'
			])
		);
	});

	test('printed, each slide has a sheet of its own, lying', async ({ page }) => {
		await page.goto(KORTRIJK);
		const names = await slideNames(page);
		const printed = await getDocumentProxy(
			new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true }))
		);
		expect(printed.numPages).toBe(names.length);
		const { width, height } = (await printed.getPage(1)).getViewport({ scale: 1 });
		expect(width).toBeGreaterThan(height);
		const { text } = await extractText(printed);
		expect(plain(text[1] ?? '')).toContain('Regio Kortrijk (Leiedal) telt');
	});
});
