import type { Page } from 'playwright-core';
import { describe, expect, inject, test as byRequest } from 'vitest';
import { test as inBrowser } from '../support/browser.ts';
import { allWords, sent } from '../support/html.ts';
import { open, seen } from '../support/reader.ts';
import {
	jumpByNumber,
	openNotes,
	shownSlides,
	slideNames,
	walkByKey,
	whereWeAre
} from './slides.ts';

const KORTRIJK = '/vergadering/kortrijk/scherm?sinds=2018-02-01';
const projector = { viewport: { width: 1280, height: 720 } };
/** Tests with a visitor of their own, and tests on one deck that is opened once and left where the last test was. */
const test = inBrowser.extend({ visitor: projector }).extend<{ deck: Page }>({
	deck: [
		async ({ browser }, use) => {
			const page = await browser.newPage({
				baseURL: inject('site'),
				locale: 'nl-BE',
				...projector
			});
			await page.goto(KORTRIJK);
			await use(page);
			await page.close();
		},
		{ scope: 'file' }
	]
});

/** Leads to the slide of the map; within one document an address is followed a moment later. */
async function showMap(deck: Page): Promise<void> {
	await deck.goto(`${KORTRIJK}#kaart`);
	await expect.poll(() => shownSlides(deck)).toEqual(['kaart']);
}

describe('slides by key', () => {
	test('every key leads through all of them', ({ deck }) => walkByKey(deck));

	test('a number leads to a municipality', ({ deck }) => jumpByNumber(deck));

	test('another key ends a number that was begun', async ({ deck }) => {
		await deck.keyboard.press('Home');
		await deck.keyboard.press('1');
		await deck.keyboard.press('ArrowRight');
		await deck.keyboard.press('2');
		expect(await whereWeAre(deck)).toBe(await deck.locator('[data-number="2"]').getAttribute('id'));
	});

	test('n and s open the notes', async ({ deck }) => {
		await deck.keyboard.press('Home');
		await openNotes(deck);
	});

	test('f asks for the whole screen, and gives it back', async ({ deck }) => {
		const isWhole = () => deck.evaluate(() => document.fullscreenElement !== null);
		await deck.keyboard.press('f');
		await expect.poll(isWhole).toBe(true);
		await deck.keyboard.press('f');
		await expect.poll(isWhole).toBe(false);
	});

	test('d makes the room dark, and light again', async ({ deck }) => {
		const ground = () =>
			deck.locator('[data-current]').evaluate((slide) => getComputedStyle(slide).backgroundColor);
		const light = await ground();
		await deck.keyboard.press('d');
		expect(await ground()).not.toBe(light);
		await deck.keyboard.press('d');
		expect(await ground()).toBe(light);
	});

	test('keys that mean something to the browser or to what has the focus are left alone', async ({
		deck
	}) => {
		await showMap(deck);
		await deck.keyboard.press('Control+ArrowRight');
		expect(await shownSlides(deck)).toEqual(['kaart']);
		const notes = deck.locator('[data-current] [data-notes] > div');
		await deck.locator('[data-current] summary').focus();
		for (const isOpen of [true, false]) {
			await deck.keyboard.press('Space');
			expect(await shownSlides(deck)).toEqual(['kaart']);
			await expect.poll(() => notes.isVisible()).toBe(isOpen);
		}
		await deck.locator('[data-current] nav [rel=next]').focus();
		await deck.keyboard.press('Enter');
		await expect.poll(() => whereWeAre(deck)).not.toBe('kaart');
	});

	test('in a drawing the arrows go from mark to mark', async ({ deck }) => {
		await showMap(deck);
		await deck.locator('#kaart svg:visible a[tabindex="0"]').focus();
		await deck.keyboard.press('ArrowDown');
		expect(await shownSlides(deck)).toEqual(['kaart']);
		await deck.locator('#kaart svg:visible a[href="#gemeente-34022"]').focus();
		await deck.keyboard.press('Enter');
		await expect.poll(() => shownSlides(deck)).toEqual(['gemeente-34022']);
	});

	test('a digit that can be the first of two waits, then goes by itself', async ({ page }) => {
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

	const small = inBrowser.extend({ visitor: { viewport: { width: 640, height: 400 } } });
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
		await page.goto('/toegankelijkheid');
		await page.goto(KORTRIJK);
		for (const key of ['ArrowRight', 'ArrowRight', 'End']) await page.keyboard.press(key);
		await page.goBack();
		expect(new URL(page.url()).pathname).toBe('/toegankelijkheid');
	});

	byRequest('the numbers are those of the page of the region', async () => {
		const region = await open('/regios/kortrijk');
		const slides = await open(KORTRIJK);
		expect(seen(slides.document.querySelector('#regio h2'))).toBe(
			seen(region.document.querySelector('h1'))
		);
	});

	byRequest.for([
		'/vergadering/kortrijk/scherm?sinds=gisteren',
		'/vergadering/kortrijk/scherm?delen=alles',
		'/vergadering/kortrijk/scherm?leden=kortrijk'
	])('%s is refused in plain words', async (address) => {
		expect((await sent(address)).status).toBe(400);
	});
});

describe('slides for everyone', () => {
	const bare = inBrowser.extend({ visitor: { javaScriptEnabled: false, ...projector } });
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
		expect(await page.locator('#regio [data-notes] > div').isVisible()).toBe(true);
		expect(await page.locator('#regio [data-notes]').innerText()).toContain('Bron');
	});

	byRequest('what holds a member against the goal says that it is for the region', async () => {
		const { document } = await sent(KORTRIJK);
		for (const id of ['leden', 'gemeente-34040'])
			expect(document.getElementById(id)?.textContent).toMatch(/voor de regio\s+als geheel/);
		expect(document.getElementById('gemeente-34040')?.textContent).toMatch(
			/zou Waregem ≈\s\d+ tot ≈\s[\d.]+\swoningen nemen, naargelang de sleutel/
		);
	});

	byRequest('the notes of every slide with figures name a source', async () => {
		const { document } = await open(KORTRIJK);
		const without = [
			...document.querySelectorAll('[data-slide]:not(#omslag, #gemeenten, #kalender)')
		].filter((slide) => !slide.querySelector('[data-notes] a[href*="/cijfers/publicaties/"]'));
		expect(without.map((slide) => slide.id)).toEqual([]);
		expect(document.querySelectorAll('[data-slide]').length).toBeGreaterThan(4);
	});

	byRequest('every key is named on the first slide', async () => {
		const { document } = await open(KORTRIJK);
		expect(allWords(document, '#omslag kbd')).toEqual(
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

	test('of one municipality are its own: no list of one, and its objective on the title slide', async () => {
		const town = await open('/gemeenten/34022');
		const asked = town.document.querySelector('.page-tools a[href*="/scherm"]');
		const { document } = await open(asked?.getAttribute('href') ?? '');
		const ids = [...document.querySelectorAll('[data-slide]')].map(({ id }) => id);
		expect(ids).toContain('gemeente-34022');
		expect(ids.filter((id) => ['regio', 'leden', 'kaart', 'gemeenten'].includes(id))).toEqual([]);
		expect(seen(document.querySelector('#omslag'))).toMatch(/^gemeente Kortrijk .*objectief/i);
	});
});
