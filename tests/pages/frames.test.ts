import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Frame, Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { test as inBrowser } from '../support/browser.ts';
import { codesUnder, FRAMED, KINDS, PLACES } from './framed.ts';
import { plain } from './pages.ts';

const REFUSED = ['/', '/regios/kortrijk', '/insluiten', '/api/health', '/favicon.svg'];
const FRAME_WIDTHS = [280, 600, 1200];
const PAGE_WIDTHS = [320, 390, 1280];

/** A page of another site: another origin, and another site to the browser, for its name is not an address. */
async function hosted<Found>(html: string, use: (address: string) => Promise<Found>) {
	const server = createServer((_, response) => {
		response.setHeader('content-type', 'text/html; charset=utf-8');
		response.end(`<!doctype html><html lang="nl"><title>Krant</title><body>${html}`);
	});
	await once(server.listen(0, '127.0.0.1'), 'listening');
	try {
		return await use(`http://localhost:${(server.address() as AddressInfo).port}/`);
	} finally {
		server.closeAllConnections();
		await new Promise((closed) => server.close(closed));
	}
}

const frameOf = (path: string, style = 'width:600px;height:700px;border:0') =>
	`<iframe title="figuur" src="${new URL(path, inject('site'))}" style="${style}"></iframe>`;

/** Opens a page of another site with some HTML on it, and says what `look` finds; scripts run on neither site. */
const onAnotherSite = <Found>(
	browser: Browser,
	html: string,
	look: (page: Page, frames: Frame[]) => Promise<Found>
) =>
	hosted(html, async (address) => {
		const page = await browser.newPage({ locale: 'nl-BE', javaScriptEnabled: false });
		try {
			await page.goto(address);
			return await look(page, page.frames().slice(1));
		} finally {
			await page.close();
		}
	});

/** Waits until every frame has heard how large it is. */
async function settled(page: Page, frames: readonly Frame[]): Promise<void> {
	const wanted = () =>
		page
			.locator('iframe')
			.evaluateAll((all) => all.map((one) => [one.clientWidth, one.clientHeight]));
	const heard = () =>
		Promise.all(frames.map((frame) => frame.evaluate(() => [innerWidth, innerHeight])));
	await expect.poll(heard).toEqual(await wanted());
}

/** What stands in a frame, and whether a drawing is seen in it. */
const shownIn = (frame: Frame) =>
	frame.evaluate(() => ({
		head: document.querySelector('h1')?.innerText ?? '',
		text: document.querySelector('main')?.innerText ?? '',
		drawings: [...document.querySelectorAll('figure svg')].filter(
			(one) => one.checkVisibility() && one.getBoundingClientRect().width > 0
		).length
	}));

/** How wide what stands in a frame is, and how much room it has, in px. */
const widthIn = (frame: Frame) =>
	frame.evaluate(() => ({
		inside: document.documentElement.scrollWidth,
		room: document.documentElement.clientWidth
	}));

const lookAtFramed = (browser: Browser) =>
	onAnotherSite(browser, FRAMED.map((path) => frameOf(path)).join(''), async (page, frames) => {
		const shown = await Promise.all(frames.map(shownIn));
		for (const frame of frames.slice(0, KINDS.length)) await frame.locator('summary').click();
		const widths: Awaited<ReturnType<typeof widthIn>>[][] = [];
		for (const width of FRAME_WIDTHS) {
			await page.setViewportSize({ width: width + 40, height: 900 });
			await page.locator('iframe').evaluateAll((all, px) => {
				for (const one of all) Object.assign(one.style, { width: `${px}px`, height: '500px' });
			}, width);
			await settled(page, frames);
			widths.push(await Promise.all(frames.map(widthIn)));
		}
		return { shown, widths };
	});

/** How high what a code shows needs to be, is and may be, in px. */
const heightIn = (frame: Frame) =>
	frame.evaluate(() => ({
		needed: document.documentElement.scrollHeight,
		used: document.body.getBoundingClientRect().height,
		room: innerHeight
	}));

async function lookAtCodes(browser: Browser) {
	const codes = await Promise.all(PLACES.map(([place, id]) => codesUnder(place, id)));
	const html = codes
		.flat()
		.map(
			(code) => `<article style="margin:0 12px">${code.replace('loading="lazy"', '')}</article>`
		);
	return onAnotherSite(browser, html.join(''), async (page, frames) => {
		const heights: Awaited<ReturnType<typeof heightIn>>[][] = [];
		for (const width of PAGE_WIDTHS) {
			await page.setViewportSize({ width, height: 900 });
			await settled(page, frames);
			heights.push(await Promise.all(frames.map(heightIn)));
		}
		return { perPlace: codes.map((own) => own.length), heights };
	});
}

/** Each is looked at once; every rule below reads what was found. */
const test = inBrowser.extend<{
	framed: Awaited<ReturnType<typeof lookAtFramed>>;
	codes: Awaited<ReturnType<typeof lookAtCodes>>;
}>({
	framed: [async ({ browser }, use) => use(await lookAtFramed(browser)), { scope: 'file' }],
	codes: [async ({ browser }, use) => use(await lookAtCodes(browser)), { scope: 'file' }]
});

describe('another site may frame a figure, and nothing else', () => {
	test.for([...FRAMED.entries()].map(([at, path]) => [path, at] as const))(
		'%s is shown in its frame',
		([, at], { framed }) => {
			expect(framed.shown[at]?.head).not.toBe('');
			expect(plain(framed.shown[at]?.text ?? '')).toContain('Woonobjectief');
		}
	);

	test('no other page is: the browser refuses it', async ({ page }) => {
		const said: string[] = [];
		page.on('console', (message) => said.push(message.text()));
		await hosted(REFUSED.map((path) => frameOf(path)).join(''), async (address) => {
			await page.goto(address);
			const urls = () => page.frames().map((frame) => frame.url());
			await expect
				.poll(() => urls().slice(1))
				.toEqual(REFUSED.map(() => expect.stringMatching(/^chrome-error:/) as string));
			const refusals = () => said.filter((one) => /frame-ancestors|X-Frame-Options/.test(one));
			await expect.poll(refusals).toHaveLength(REFUSED.length);
		});
	});

	test('a link leaves the frame and the page around it where they are; a jump inside stays inside', async ({
		page
	}) => {
		await hosted(frameOf('/insluiten/kaart'), async (address) => {
			await page.goto(address);
			const frame = page.frameLocator('iframe');
			const [opened] = await Promise.all([
				page.context().waitForEvent('page'),
				frame
					.locator('.map a:visible', { hasText: /^Gent:/ })
					.locator('path')
					.click()
			]);
			expect(new URL(opened.url()).pathname).toBe('/gemeenten/44021');
			expect(await opened.evaluate(() => window.opener)).toBeNull();
			await frame.locator('a.skip').first().focus();
			await page.keyboard.press('Enter');
			expect(page.context().pages()).toHaveLength(2);
			expect([page.url(), new URL(page.frames()[1]?.url() ?? '').pathname]).toEqual([
				address,
				'/insluiten/kaart'
			]);
		});
	});
});

describe('a figure in a frame', () => {
	const kinds = [...KINDS.entries()].map(([at, path]) => [path, at] as const);

	for (const [size, width] of FRAME_WIDTHS.entries()) {
		test.for(kinds)(`%s fits in a frame of ${width} px, opened too`, ([, at], { framed }) => {
			const { inside, room } = framed.widths[size]?.[at] ?? { inside: NaN, room: 0 };
			expect(inside).toBe(room);
			expect(room).toBeGreaterThan(width - 20);
		});
	}

	test.for(kinds)('%s is whole without JavaScript', ([, at], { framed }) => {
		expect(framed.shown[at]?.drawings).toBeGreaterThan(0);
	});

	test('is light by itself, dark when asked, and follows the reader when asked', async ({
		page
	}) => {
		const ground = () =>
			page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
		await page.emulateMedia({ colorScheme: 'dark' });
		await page.goto('/insluiten/regio/kortrijk');
		expect(await ground()).toBe('rgb(255, 255, 255)');
		await page.goto('/insluiten/regio/kortrijk?kleur=lezer');
		expect(await ground()).toBe('rgb(27, 32, 39)');
		await page.emulateMedia({ colorScheme: 'light' });
		expect(await ground()).toBe('rgb(255, 255, 255)');
		await page.goto('/insluiten/regio/kortrijk?kleur=donker');
		expect(await ground()).toBe('rgb(27, 32, 39)');
	});
});

describe('the code under a figure', () => {
	for (const [size, width] of PAGE_WIDTHS.entries()) {
		test.for([...PLACES.entries()].map(([at, [place]]) => [place, at] as const))(
			`of %s shows it whole on a page of ${width} px, and leaves little empty`,
			([, at], { codes }) => {
				expect(codes.perPlace).toEqual(PLACES.map(() => 2));
				const both = codes.heights[size]?.slice(2 * at, 2 * at + 2) ?? [];
				expect(both).toHaveLength(2);
				for (const { needed, used, room } of both) {
					expect(needed).toBe(room);
					expect(room - used).toBeLessThan(220);
				}
			}
		);
	}

	const bare = inBrowser.extend({ visitor: { javaScriptEnabled: false } });
	bare('can be opened and selected without JavaScript', async ({ page }) => {
		await page.goto('/regios/kortrijk');
		await page.locator('#stand').getByText('Sluit in', { exact: true }).click();
		const code = page.locator('#stand pre').first();
		await code.click({ clickCount: 3 });
		expect(await code.isVisible()).toBe(true);
		expect(await code.evaluate((one) => getComputedStyle(one).userSelect)).not.toBe('none');
	});
});
