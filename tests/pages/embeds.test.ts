import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FrameLocator, Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { test as plainTest } from '../support/browser.ts';
import { answerAt } from './api.ts';
import { plain } from './pages.ts';

const KINDS = [
	'/insluiten/kaart?regio=kortrijk',
	'/insluiten/regio/kortrijk',
	'/insluiten/groeipad/34022',
	'/insluiten/vergelijken'
] as const;

/** Puts HTML on a page of another site, and gives its address. */
type Host = (html: string) => Promise<string>;

/** A test with another site: another origin, and another site to the browser, for its name is not an address. */
const test = plainTest.extend<{ host: Host }>({
	host: async ({}, use) => {
		const server = createServer();
		await once(server.listen(0, '127.0.0.1'), 'listening');
		const { port } = server.address() as AddressInfo;
		await use(async (html) => {
			server.removeAllListeners('request').on('request', (_, response) => {
				response.setHeader('content-type', 'text/html; charset=utf-8');
				response.end(`<!doctype html><html lang="nl"><title>Krant</title><body>${html}`);
			});
			return `http://localhost:${port}/`;
		});
		server.closeAllConnections();
		await new Promise((closed) => server.close(closed));
	}
});

const frameOf = (path: string, style = 'width:600px;height:700px') =>
	`<iframe title="figuur" src="${new URL(path, inject('site'))}" style="${style}"></iframe>`;

const textOf = async (part: Page | FrameLocator) =>
	plain(await part.locator('main').innerText({ timeout: 5_000 }));

describe('another site may frame a figure, and nothing else', () => {
	test.for([...KINDS, '/insluiten/regio/nergens', '/insluiten/kaart?op=gisteren'])(
		'%s is shown in its frame',
		async (path, { page, host }) => {
			await page.goto(await host(frameOf(path)));
			const frame = page.frameLocator('iframe');
			expect(await frame.locator('h1').innerText()).not.toBe('');
			expect(await textOf(frame)).toContain('Woonobjectief');
		}
	);

	test.for(['/', '/regios/kortrijk', '/insluiten', '/api/health', '/favicon.svg'])(
		'%s is refused by the browser',
		async (path, { page, host }) => {
			const refused = page.waitForEvent('console', (message) =>
				/frame-ancestors|X-Frame-Options/.test(message.text())
			);
			await page.goto(await host(frameOf(path)));
			await refused;
			await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
		}
	);

	test('a link leaves the frame and the page around it where they are; a jump inside stays inside', async ({
		page,
		host
	}) => {
		await page.goto(await host(frameOf('/insluiten/kaart')));
		const before = page.url();
		const frame = page.frameLocator('iframe');
		const [opened] = await Promise.all([
			page.context().waitForEvent('page'),
			frame
				.locator('.map a', { hasText: /^Gent:/ })
				.locator('path')
				.click()
		]);
		expect(new URL(opened.url()).pathname).toBe('/gemeenten/44021');
		expect(await opened.evaluate(() => window.opener)).toBeNull();
		await frame.locator('a.skip').first().focus();
		await page.keyboard.press('Enter');
		expect(page.context().pages()).toHaveLength(2);
		expect([page.url(), new URL(page.frames()[1]?.url() ?? '').pathname]).toEqual([
			before,
			'/insluiten/kaart'
		]);
	});
});

describe('a figure in a frame', () => {
	for (const width of [280, 600, 1200]) {
		const sized = test.extend({ visitor: { viewport: { width: width + 40, height: 900 } } });
		sized.for(KINDS)(
			`%s fits in a frame of ${width} px, opened too`,
			async (path, { page, host }) => {
				await page.goto(await host(frameOf(path, `width:${width}px;height:500px;border:0`)));
				const frame = page.frames()[1];
				await frame?.locator('summary').click();
				const inside = await frame?.evaluate(() => document.documentElement.scrollWidth);
				const room = await frame?.evaluate(() => document.documentElement.clientWidth);
				expect(inside).toBe(room);
			}
		);
	}

	test.for(KINDS)(
		'%s says title, base, date, source, credit and where it is from',
		async (path, { page }) => {
			await page.goto(path);
			const text = await textOf(page);
			expect(text).toContain('Toestand op 31/12/2024');
			expect(text).toMatch(/per 100 huishoudens|in woningen/);
			expect(text).toMatch(/Bron(nen)?: /);
			expect(text).toContain('≈');
			expect(text).toMatch(/Woonobjectief · Alle cijfers en uitleg$/);
			expect(await page.locator('header, nav, form, script').count()).toBe(0);
		}
	);

	const bare = test.extend({ visitor: { javaScriptEnabled: false } });
	bare.for(KINDS)('%s is whole without JavaScript', async (path, { page }) => {
		await page.goto(path);
		expect(await page.locator('figure svg:visible').count()).toBeGreaterThan(0);
	});

	test.for(KINDS)(
		'%s is light: at most 25 kB of page and styles, 28 kB with the map',
		async (path) => {
			const bytes = async (address: string) => {
				const answer = await fetch(new URL(address, inject('site')), {
					headers: { 'accept-encoding': 'br' }
				});
				const length = Number(answer.headers.get('content-length'));
				return { length, text: await answer.text() };
			};
			const { length, text } = await bytes(path);
			const styles = [...text.matchAll(/<link[^>]*href="([^"]+\.css)"/g)].map(([, href]) => href);
			const own = new URL(path, inject('site'));
			const all = await Promise.all(styles.map((href) => bytes(new URL(href ?? '', own).pathname)));
			const sum = all.reduce((total, one) => total + one.length, length);
			expect(styles.length).toBeGreaterThan(0);
			expect(sum).toBeLessThan(path.startsWith('/insluiten/kaart') ? 28_000 : 25_000);
		}
	);

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

describe('a figure in a frame says the same as its page', () => {
	const both = async (page: Page, framed: string, read: (page: Page) => Promise<unknown>) => {
		await page.goto(framed);
		const inFrame = await read(page);
		await page.goto((await page.locator('.credit a').getAttribute('href')) ?? '');
		return { inFrame, onPage: await read(page) };
	};
	const h1 = async (page: Page) => plain(await page.locator('h1').innerText());

	test.for([
		'/insluiten/regio/kortrijk?op=2012-12-31&structuur=vandaag',
		'/insluiten/regio/antwerpen?bekend=2012-03-18&op=2009-12-31',
		'/insluiten/regio/eigen?gemeenten=34022,34027&naam=Proef',
		'/insluiten/vergelijken?regios=kortrijk,genk&orde=inspanning&op=2022-12-31'
	])('%s: its sentence', async (framed, { page }) => {
		const { inFrame, onPage } = await both(page, framed, h1);
		expect(inFrame).toBe(onPage);
	});

	test.for(['/insluiten/groeipad/34022', '/insluiten/groeipad/11002?structuur=vandaag'])(
		'%s: its table',
		async (framed, { page }) => {
			const { inFrame, onPage } = await both(page, framed, async () =>
				plain((await page.locator('figure:has-text("De weg van") table').textContent()) ?? '')
			);
			expect(inFrame).toBe(onPage);
			expect(inFrame).toContain('31/12/2024');
		}
	);

	test.for([
		'/insluiten/kaart',
		'/insluiten/kaart?maat=tekort&regio=kortrijk&op=2022-12-31&structuur=vandaag'
	])('%s: what every cell says', async (framed, { page }) => {
		const { inFrame, onPage } = await both(page, framed, () =>
			page
				.locator('.map svg a')
				.evaluateAll((cells) =>
					cells.map((cell) => cell.getAttribute('aria-label') ?? cell.textContent)
				)
		);
		expect(inFrame).toEqual(onPage);
		expect(inFrame).toHaveProperty('length', framed.includes('vandaag') ? 285 : 300);
	});
});

describe('a figure that is held to a moment', () => {
	const HELD = 'op=2009-12-31&bekend=2012-03-18';

	test.for([
		[`/insluiten/kaart?${HELD}`, /Van 1 gemeente is nu een ander cijfer bekend\./],
		[`/insluiten/regio/centrumsteden?${HELD}`, /Nu bekend: ≈? ?[\d.]+ woningen/],
		['/insluiten/groeipad/35013?op=2021-12-31&bekend=2022-01-01', /Nu bekend: Het objectief vroeg/],
		[
			`/insluiten/vergelijken?regios=kortrijk,centrumsteden&${HELD}`,
			/Van \d regio(’s)? is nu een ander cijfer bekend\./
		]
	] as const)(
		'%s says what is known since, and that there are newer figures',
		async ([path, now], { page }) => {
			await page.goto(path);
			const text = await textOf(page);
			expect(text).toMatch(/Toestand op 31\/12\/20(09|21), zoals bekend op/);
			expect(text).toMatch(now);
			expect(text).toContain('Er zijn nieuwere cijfers: toestand op 31/12/2024');
		}
	);

	test('keeps the number of then', async ({ page }) => {
		await page.goto(
			'/insluiten/regio/eigen?gemeenten=44021&naam=Gent&op=2009-12-31&bekend=2012-03-18'
		);
		const text = await textOf(page);
		expect(text).toContain('Gent telt 14.544 sociale huurwoningen');
		expect(text).toContain('Nu bekend: 14.753 woningen');
	});

	test('the newest one says nothing of newer ones', async ({ page }) => {
		for (const path of KINDS) {
			await page.goto(path);
			expect(await textOf(page)).not.toMatch(/nieuwere cijfers|zoals bekend|nu bekend/i);
		}
	});
});

/** Pages with the figure on them that can be framed, and where it stands. */
const PLACES = [
	['/?maat=voortgang&regio=kortrijk', 'kaart', '/insluiten/kaart?maat=voortgang&regio=kortrijk'],
	['/regios/kortrijk', 'stand', '/insluiten/regio/kortrijk'],
	[
		'/regios/eigen?gemeenten=34022,34027&naam=Proef',
		'stand',
		'/insluiten/regio/eigen?gemeenten=34022,34027&naam=Proef'
	],
	['/gemeenten/34022', 'groeipad', '/insluiten/groeipad/34022'],
	[
		'/vergelijken?orde=inspanning',
		'leden-per-regio',
		'/insluiten/vergelijken?soort=stadsregio&orde=inspanning'
	]
] as const;

describe('the code under a figure', () => {
	const codes = (page: Page, id: string) =>
		page.locator(`figure[id="${id}"] pre`).allTextContents();
	const addressOf = (code = '') => {
		const src = /src="([^"]+)"/.exec(code)?.[1] ?? '';
		const { pathname, search } = new URL(src.replaceAll('&amp;', '&'));
		return pathname + search;
	};

	test.for(PLACES)(
		'of %s leads to the same figure, live and held to the moment',
		async ([place, id, address], { page }) => {
			await page.goto(place);
			const [live, held] = await codes(page, id);
			expect(addressOf(live)).toBe(address);
			expect(addressOf(held)).toMatch(/[?&]op=2024-12-31&bekend=\d{4}-\d\d-\d\d$/);
			expect(addressOf(held)).toContain(address.split('?')[1] ?? address);
		}
	);

	const bare = test.extend({ visitor: { javaScriptEnabled: false } });
	bare('can be opened and selected without JavaScript', async ({ page }) => {
		await page.goto('/regios/kortrijk');
		await page.locator('#stand').getByText('Sluit in', { exact: true }).click();
		const code = page.locator('#stand pre').first();
		await code.click({ clickCount: 3 });
		expect(await code.isVisible()).toBe(true);
		expect(await code.evaluate((one) => getComputedStyle(one).userSelect)).not.toBe('none');
	});

	for (const width of [320, 390, 1280]) {
		const sized = test.extend({ visitor: { viewport: { width, height: 900 } } });
		sized.for(PLACES)(
			`of %s shows it whole on a page of ${width} px, and leaves little empty`,
			async ([place, id], { page, host }) => {
				await page.goto(place);
				const found = await codes(page, id);
				for (const code of found) {
					const words = code.replace('loading="lazy"', '');
					await page.goto(await host(`<article style="margin:0 12px">${words}</article>`));
					const inside = await page.frames()[1]?.evaluate(() => ({
						needed: document.documentElement.scrollHeight,
						used: document.body.getBoundingClientRect().height,
						room: innerHeight
					}));
					expect(inside?.needed).toBe(inside?.room);
					expect((inside?.room ?? Infinity) - (inside?.used ?? 0)).toBeLessThan(220);
				}
				expect(found).toHaveLength(2);
			}
		);
	}

	bare('is made by a form that works without JavaScript', async ({ page }) => {
		await page.goto('/insluiten?figuur=regio&bekend=2026-01-01');
		await page.locator('select[name=regio]').selectOption({ label: 'Regio Genk (GAOZ)' });
		await page.locator('select[name=kleur]').selectOption('donker');
		await page.locator('input[name=breedte]').fill('480');
		await page.locator('form:has(select[name=kleur]) button').click();
		const [live, held] = await page.locator('main pre').allTextContents();
		expect(addressOf(live)).toBe('/insluiten/regio/genk?kleur=donker');
		expect(addressOf(held)).toBe(
			'/insluiten/regio/genk?kleur=donker&op=2024-12-31&bekend=2026-01-01'
		);
		expect(live).toContain('width="480"');
		const shown = page.frameLocator('main iframe');
		expect(plain(await shown.locator('h1').innerText())).toContain('Regio Genk (GAOZ) telt');
	});
});

describe('an address of a figure that cannot be shown', () => {
	test.for([
		['/insluiten/kaart?maat=hoogte', 400],
		['/insluiten/kaart?kleur=groen', 400],
		['/insluiten/kaart?bekend=x', 400],
		['/insluiten/kaart?regio=nergens', 404],
		['/insluiten/regio/nergens', 404],
		['/insluiten/regio/eigen', 400],
		['/insluiten/regio/eigen?gemeenten=99999', 400],
		['/insluiten/groeipad/99999', 404],
		['/insluiten/groeipad/kortrijk', 404],
		['/insluiten/vergelijken?soort=x', 400],
		['/insluiten/iets', 404]
	] as const)('%s is refused with %i, in the frame too', async ([path, status]) => {
		const answer = await answerAt(path);
		expect(answer.status).toBe(status);
		expect(answer.headers.get('x-frame-options')).toBeNull();
		expect(answer.headers.get('content-security-policy')).toContain('frame-ancestors *');
	});

	test.for([
		['/insluiten?figuur=taart', 400],
		['/insluiten?breedte=100', 400],
		['/insluiten?breedte=1e3', 400],
		['/insluiten?kleur=groen', 400],
		['/insluiten?figuur=vergelijken&soort=x', 400],
		['/insluiten?figuur=regio&regio=nergens', 404],
		['/insluiten?figuur=groeipad&gemeente=99999', 404]
	] as const)('the form %s is refused with %i', async ([path, status]) => {
		expect((await answerAt(path)).status).toBe(status);
	});

	test('a municipality that ended goes to the one it went into, in the frame', async () => {
		const answer = await answerAt('/insluiten/groeipad/11056?op=2025-12-31&kleur=donker');
		const { pathname, search } = new URL(answer.url);
		expect(pathname + search).toBe('/insluiten/groeipad/46030?op=2025-12-31&kleur=donker');
	});
});
