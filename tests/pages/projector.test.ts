import type { AxeResults } from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, inject } from 'vitest';
import { test as inBrowser } from '../support/browser.ts';
import { remembered } from '../support/remembered.ts';
import { plain } from './pages.ts';
import { atEachSlide, slideNames } from './slides.ts';

const KORTRIJK = '/vergadering/kortrijk/scherm?sinds=2018-02-01';
const OWN = '/vergadering/eigen/scherm?gemeenten=34022,34027,73028&naam=Proef&doel=11';
/** With many members, with few, without a goal, with the least figures there are, put together by a visitor. */
const DECKS = [
	KORTRIJK,
	'/vergadering/antwerpen/scherm?sinds=2018-02-01',
	'/vergadering/genk/scherm',
	'/vergadering/limburg/scherm?leden=73028,71016',
	'/vergadering/kortrijk/scherm?op=2012-12-31&bekend=2013-06-30',
	OWN
];
/** Of what is looked at once, and read by several rules. */
const FILE = { scope: 'file' } as const;
const SIZES = [
	[1920, 1080],
	[1280, 720],
	[1024, 768]
] as const;

/** Texts that are seen smaller than 24 px, with their size. */
function smallTexts(): string[] {
	const found: string[] = [];
	const parts = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT;
	const walker = document.createTreeWalker(document.body, parts, (node) => {
		if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
		const isGone = !node.checkVisibility() || node.matches('.hidden, svg > title, svg > desc');
		return isGone ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
	});
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const { parentElement: element, textContent } = node;
		if (!textContent?.trim() || !element) continue;
		const size = parseFloat(getComputedStyle(element).fontSize) * element.currentCSSZoom;
		if (size >= 24) continue;
		const range = document.createRange();
		range.selectNodeContents(node);
		if (range.getBoundingClientRect().width < 1) continue;
		found.push(`${textContent.trim().slice(0, 40)}: ${size.toFixed(1)} px`);
	}
	return found;
}

/** How far in px the page can be scrolled, and texts that are cut by an edge of the window. */
function stickingOut(): string[] {
	const { scrollHeight, scrollWidth } = document.documentElement;
	const found = [
		...(scrollHeight > innerHeight ? [`${scrollHeight - innerHeight} px below`] : []),
		...(scrollWidth > innerWidth ? [`${scrollWidth - innerWidth} px beside`] : [])
	];
	const foot = document.querySelector('[data-current] > footer')?.getBoundingClientRect();
	for (const text of document.querySelectorAll('[data-current] > .body :is(text, p, li, td, th)')) {
		const { width, left, right, bottom } = text.getBoundingClientRect();
		if (width < 2 || !text.checkVisibility() || text.closest('.hidden')) continue;
		if (left < -1 || right > innerWidth + 1 || bottom > (foot?.top ?? 0) + 1)
			found.push(`${text.textContent?.trim().slice(0, 40)}`);
	}
	return found;
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** What the colours of a room can break. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** What axe finds on all slides under each other. @param rules none: all of them */
const violations = (page: Page, rules: readonly string[] = []) =>
	page.evaluate(async (only) => {
		const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
		const options = only.length > 0 ? { runOnly: { type: 'rule', values: only } } : {};
		const { violations } = await axe.run(options);
		return violations.map((one) => `${one.id}: ${one.nodes[0]?.html.slice(0, 200)}`);
	}, rules);

/** Expressions for the browser: what is wrong with a slide, and with the size of its letters alone. */
const FAULTS = `[...(${stickingOut})(), ...(${smallTexts})()]`;
const SMALL = `(${smallTexts})()`;

/** Every slide of a deck at every size. */
async function faultsAt(page: Page) {
	const found: Record<string, Awaited<ReturnType<typeof atEachSlide>>> = {};
	for (const [width, height] of SIZES) {
		await page.setViewportSize({ width, height });
		found[`${width} × ${height}`] = await atEachSlide(page, FAULTS);
	}
	return found;
}

/** All slides under each other, by daylight and in a dark room. */
async function violationsIn(page: Page) {
	await page.setViewportSize({ width: 1280, height: 720 });
	await page.evaluate(() => document.documentElement.removeAttribute('data-showing'));
	await page.evaluate(AXE);
	const light = await violations(page);
	await page.emulateMedia({ colorScheme: 'dark' });
	return { light, dark: await violations(page, OF_COLOUR) };
}

/** Opens a deck once, for all that is asked of it. */
async function onDeck<Found>(
	browser: Browser,
	address: string,
	ask: (page: Page) => Promise<Found>
) {
	const page = await browser.newPage({
		baseURL: inject('site'),
		locale: 'nl-BE',
		bypassCSP: true // axe is brought in from outside
	});
	try {
		await page.goto(address);
		return await ask(page);
	} finally {
		await page.close();
	}
}

const faulty = (found: Awaited<ReturnType<typeof atEachSlide>> | undefined) => {
	expect(found?.length).toBeGreaterThan(4);
	return found?.filter(([, faults]) => faults.length > 0);
};

const large = inBrowser.extend({ visitor: { viewport: { width: 1920, height: 1080 } } });
type Look<Found> = (address: string) => Promise<Found>;

/** Each deck is opened once for its sizes and once for axe, and every rule reads what was found. */
const test = large.extend<{
	faults: Look<Awaited<ReturnType<typeof faultsAt>>>;
	review: Look<Awaited<ReturnType<typeof violationsIn>>>;
}>({
	faults: [
		({ browser }, use) => use(remembered((address: string) => onDeck(browser, address, faultsAt))),
		FILE
	],
	review: [
		({ browser }, use) =>
			use(remembered((address: string) => onDeck(browser, address, violationsIn))),
		FILE
	]
});

describe.for(DECKS)('on a projector, %s', (address) => {
	test.for(SIZES)(
		'at %i × %i nothing sticks out or is smaller than 24 px',
		async ([width, height], { faults }) => {
			expect(faulty((await faults(address))[`${width} × ${height}`])).toEqual([]);
		}
	);
});

describe.for([KORTRIJK, OWN])('for everyone, every slide of %s', (address) => {
	test('has no axe violation', async ({ review }) => {
		expect((await review(address)).light).toEqual([]);
	});

	test('has none of colour in the dark', async ({ review }) => {
		expect((await review(address)).dark).toEqual([]);
	});
});

describe('a deck on a large screen and on paper', () => {
	test('with the notes opened nothing is smaller than 24 px either', async ({ page }) => {
		await page.goto(KORTRIJK);
		await page.keyboard.press('n');
		expect(faulty(await atEachSlide(page, SMALL))).toEqual([]);
	});

	test('what a larger screen shows is larger', async ({ page }) => {
		await page.goto(`${KORTRIJK}#regio`);
		const height = () =>
			page.locator('#regio h2').evaluate((title) => title.getBoundingClientRect().height);
		const before = await height();
		await page.setViewportSize({ width: 3840, height: 2160 });
		expect(await height()).toBeGreaterThan(1.9 * before);
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
