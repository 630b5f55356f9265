import { globSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../support/browser.ts';

const ORIGIN = 'http://reader.test';
const [BUILT = ''] = globSync('build/client/_app/immutable/assets/enhance.*.js');
const SCRIPT = readFileSync(BUILT, 'utf8');
const PAGE = `<!doctype html><html lang="nl"><title>proef</title><style>body { margin: 0 }</style>
	<svg data-marks width="300" height="200" role="group" aria-labelledby="t">
		<title id="t">Kaart</title>
		<a href="/links"><title>Links: 3 %</title><circle cx="50" cy="100" r="10" /></a>
		<a href="/midden"><title>Midden: 6 %</title><circle cx="150" cy="100" r="10" /></a>
		<a href="/onder"><title>Onder: 9 %</title><circle cx="150" cy="180" r="10" /></a>
	</svg>
	<form action="/zoek" data-suggest="/voorstellen"><input type="hidden" name="op" value="2012-12-31"><label for="q">Zoek</label><input id="q" name="q" type="search"><button>Zoek</button></form>
	<form action="/toon" data-submit-on-change>
		<select name="op" aria-label="op"><option>2023</option><option>2024</option></select><button>Toon</button>
	</form>
	<p data-copy>Op 31/12/2024 telde Gent er 1: https://site.test/#stand</p>
	<script type="module" src="/enhance.js"></script>`;
const SUGGESTIONS = [
	{ label: 'Kortrijk', kind: 'gemeente', href: '/gemeenten/34022' },
	{ label: 'regio Kortrijk', kind: 'stadsregio', href: '/regios/kortrijk' }
];

/** A small page with the marks and forms that the script knows, served without a server. */
async function open(page: Page): Promise<void> {
	await page.route(`${ORIGIN}/**`, (route) => {
		const { pathname, searchParams } = new URL(route.request().url());
		if (pathname === '/enhance.js')
			return route.fulfill({ contentType: 'text/javascript', body: SCRIPT });
		if (pathname === '/voorstellen') {
			if (searchParams.get('q') === 'stuk')
				return route.fulfill({ status: 500, body: '<h1>Oei</h1>' });
			if (searchParams.get('q') === 'geen json') return route.fulfill({ body: '<h1>Oei</h1>' });
			if (searchParams.get('q') === 'weg') return route.abort();
			const found = searchParams.get('q')?.startsWith('kort') ? SUGGESTIONS : [];
			return route.fulfill({ json: found });
		}
		return route.fulfill({ contentType: 'text/html; charset=utf-8', body: PAGE });
	});
	await page.goto(`${ORIGIN}/`, { waitUntil: 'load' });
}

const tip = (page: Page) => page.getByRole('tooltip');
const field = (page: Page) => page.getByRole('combobox', { name: 'Zoek' });
const options = (page: Page) => page.getByRole('listbox').getByRole('option');

describe('marks of a drawing', () => {
	test('show their sentence on hover, near them too, and not elsewhere', async ({ page }) => {
		await open(page);
		await page.mouse.move(50, 100);
		expect(await tip(page).textContent()).toBe('Links: 3 %');
		await page.mouse.move(162, 100);
		expect(await tip(page).textContent()).toBe('Midden: 6 %');
		await page.mouse.move(260, 20);
		expect(await tip(page).isVisible()).toBe(false);
	});

	test('are one stop for the tab key; arrows go to the nearest in that direction', async ({
		page
	}) => {
		await open(page);
		const visited: (string | null)[] = [];
		for (const key of ['Tab', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowUp']) {
			await page.keyboard.press(key);
			visited.push(await tip(page).textContent());
		}
		expect(visited).toEqual([
			'Links: 3 %',
			'Midden: 6 %',
			'Onder: 9 %',
			'Onder: 9 %',
			'Midden: 6 %'
		]);
		await page.keyboard.press('Tab');
		expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
	});

	test('keep their name for those who listen', async ({ page }) => {
		await open(page);
		await page.mouse.move(50, 100);
		expect(
			await page
				.getByRole('group', { name: 'Kaart' })
				.getByRole('link', { name: 'Links: 3 %' })
				.count()
		).toBe(1);
	});

	test('Escape takes the sentence away', async ({ page }) => {
		await open(page);
		await page.mouse.move(50, 100);
		await page.keyboard.press('Escape');
		expect(await tip(page).isVisible()).toBe(false);
	});
});

describe('marks under a finger', () => {
	const touch = test.extend({ visitor: { hasTouch: true } });

	touch('show their sentence at the first tap and go there at the second', async ({ page }) => {
		await open(page);
		await page.touchscreen.tap(50, 100);
		expect(await tip(page).textContent()).toBe('Links: 3 %');
		expect(new URL(page.url()).pathname).toBe('/');
		await page.touchscreen.tap(50, 100);
		await page.waitForURL('**/links');
		expect(new URL(page.url()).pathname).toBe('/links');
	});
});

describe('suggestions', () => {
	test('appear while typing and are chosen with the keyboard', async ({ page }) => {
		await open(page);
		await field(page).pressSequentially('kort');
		await options(page).first().waitFor();
		expect(await options(page).allTextContents()).toEqual([
			'Kortrijk gemeente',
			'regio Kortrijk stadsregio'
		]);
		await page.keyboard.press('ArrowUp');
		expect(
			await page.getByRole('listbox').getByRole('option', { selected: true }).textContent()
		).toContain('regio Kortrijk');
		await page.keyboard.press('Enter');
		await page.waitForURL('**/regios/kortrijk');
		expect(new URL(page.url()).pathname).toBe('/regios/kortrijk');
	});

	test('go away with Escape, after which Enter sends the form', async ({ page }) => {
		await open(page);
		await field(page).pressSequentially('kort');
		await options(page).first().waitFor();
		await page.keyboard.press('Escape');
		expect(await options(page).count()).toBe(0);
		await page.keyboard.press('Enter');
		await page.waitForURL('**/zoek?op=2012-12-31&q=kort');
		expect(new URL(page.url()).pathname).toBe('/zoek');
	});

	test('nothing found shows no list', async ({ page }) => {
		await open(page);
		const answered = page.waitForResponse('**/voorstellen?op=2012-12-31&q=xyz');
		await field(page).pressSequentially('xyz');
		await answered;
		expect(await options(page).count()).toBe(0);
		expect(await field(page).getAttribute('aria-expanded')).toBe('false');
	});

	test.for(['stuk', 'geen json', 'weg'])(
		'an answer that fails leaves the form as it was, without an error: %s',
		async (query, { page }) => {
			const errors: Error[] = [];
			page.on('pageerror', (error) => errors.push(error));
			await open(page);
			const asked = page.waitForRequest(/voorstellen/);
			await field(page).fill(query);
			await (await asked).response();
			await page.waitForTimeout(50);
			expect(errors).toEqual([]);
			expect(await options(page).count()).toBe(0);
		}
	);
});

describe('a form of choices', () => {
	test('is sent when a choice is made with the pointer', async ({ page }) => {
		await open(page);
		await page.mouse.click(5, 5);
		await page.getByLabel('op').selectOption('2024');
		await page.waitForURL('**/toon?op=2024');
		expect(new URL(page.url()).search).toBe('?op=2024');
	});

	test('waits for the button when a choice is made with the keyboard', async ({ page }) => {
		await open(page);
		await page.getByLabel('op').focus();
		await page.keyboard.press('ArrowDown');
		expect(await page.getByLabel('op').inputValue()).toBe('2024');
		expect(new URL(page.url()).pathname).toBe('/');
	});
});

test('where the browser keeps the clipboard shut, the words are selected for the reader to copy', async ({
	page
}) => {
	await open(page);
	await page.getByRole('button', { name: 'Kopieer' }).click();
	await expect
		.poll(() => page.getByRole('status').textContent())
		.toBe('De tekst is geselecteerd: kopieer met Ctrl+C');
	expect(await page.evaluate(() => getSelection()?.toString())).toBe(
		'Op 31/12/2024 telde Gent er 1: https://site.test/#stand'
	);
});
