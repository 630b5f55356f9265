import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject } from 'vitest';
import { violations } from '../support/axe.ts';
import { test } from '../support/browser.ts';
import { pdfPages } from '../support/pdf.ts';
import { jumpByNumber, openNotes, walkByKey, wordsOfSlides } from './slides.ts';

const ASKED = 'sinds=2018-02-01&op=2024-12-31';
const FILE = `/vergadering/kortrijk/bestand?${ASKED}`;

let folder = '';
let address = '';

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'woonobjectief-file-'));
	const answer = await fetch(inject('site') + FILE);
	expect(answer.status).toBe(200);
	expect(answer.headers.get('content-disposition')).toBe(
		'attachment; filename="vergadering-kortrijk-2024-12-31.html"'
	);
	const path = join(folder, 'vergadering.html');
	await writeFile(path, await answer.text());
	address = pathToFileURL(path).href;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Opens the file without network; whatever else it asks for is remembered. */
async function opened(page: Page): Promise<string[]> {
	const asked: string[] = [];
	page.on('request', (request) => {
		if (request.url() !== address && !request.url().startsWith('data:')) asked.push(request.url());
	});
	page.on('console', (message) => {
		if (message.type() === 'error') asked.push(message.text());
	});
	await page.context().setOffline(true);
	await page.goto(address);
	return asked;
}

/** What every sheet says, without the address at its foot. */
const wordsOfSheets = (page: Page): Promise<string[]> =>
	page
		.locator('section.sheet')
		.evaluateAll((sheets) =>
			sheets.map((sheet) =>
				[...sheet.querySelectorAll('.head, .body, .dates')]
					.map((part) => part.textContent?.replace(/\s+/g, ' '))
					.join(' ')
			)
		);

describe('the one file, opened from a disk with the network off', () => {
	const projector = test.extend({ visitor: { viewport: { width: 1280, height: 720 } } });

	projector('passes the same walk by key as the site, and asks for nothing', async ({ page }) => {
		const asked = await opened(page);
		await walkByKey(page);
		await jumpByNumber(page);
		await page.keyboard.press('Home');
		await openNotes(page);
		expect(asked).toEqual([]);
	});

	projector('says on its slides what those of the site say', async ({ page }) => {
		await page.goto(`/vergadering/kortrijk/scherm?${ASKED}`);
		const onSite = await wordsOfSlides(page);
		await opened(page);
		expect(await wordsOfSlides(page)).toEqual(onSite);
	});

	projector('holds every sheet of the pack, with the same words', async ({ page }) => {
		await page.goto(`/vergadering/kortrijk?${ASKED}`);
		const onSite = await wordsOfSheets(page);
		expect(onSite.length).toBeGreaterThan(15);
		await opened(page);
		expect(await wordsOfSheets(page)).toEqual(onSite);
	});

	projector('says when it was made, and from which address for ever', async ({ page }) => {
		await opened(page);
		const cover = page.locator('#omslag');
		expect(await cover.textContent()).toMatch(/Gemaakt op \d+ \p{L}+ \d{4} om \d\d:\d\d/u);
		const links = cover.locator('a[data-leaves]');
		expect(await links.first().getAttribute('href')).toMatch(
			/^http:.*\/vergadering\/kortrijk\/scherm\?.*op=2024-12-31&bekend=\d{4}-\d\d-\d\d$/
		);
	});

	projector('leads from the slides to the sheets and back', async ({ page }) => {
		await opened(page);
		const sheets = page.locator('[data-paper]');
		expect(await sheets.isVisible()).toBe(false);
		await page.getByRole('link', { name: 'Alle bladen, zoals op papier' }).click();
		await expect.poll(() => sheets.isVisible()).toBe(true);
		expect(await page.locator('[data-slide]').first().isVisible()).toBe(false);
		await page.getByRole('link', { name: 'Terug naar de dia’s' }).click();
		await expect.poll(() => page.locator('#omslag').isVisible()).toBe(true);
		expect(await sheets.isVisible()).toBe(false);
	});

	projector(
		'prints the sheets that are shown, each with its dates and number',
		async ({ page }) => {
			await opened(page);
			await page.goto(`${address}#blad-omslag`);
			const total = await page.locator('section.sheet').count();
			const pages = await pdfPages(await page.pdf({ preferCSSPageSize: true }));
			expect(pages).toHaveLength(total);
			pages.forEach((text, index) => {
				expect(text).toMatch(/Toestand op 31\/12\/2024 · bekend op \d\d\/\d\d\/\d{4}/);
				expect(text).toContain(`blad ${index + 1} van ${total}`);
			});
		}
	);

	projector('every link in it leads to a part of it, or says that it leaves', async ({ page }) => {
		await opened(page);
		const broken = await page
			.locator('a[href]:not([data-leaves])')
			.evaluateAll((links) =>
				links
					.map((link) => link.getAttribute('href') ?? '')
					.filter((href) => !href.startsWith('#') || !document.getElementById(href.slice(1)))
			);
		expect(broken).toEqual([]);
	});

	/** axe is brought in from outside, which the policy of the file forbids. */
	const reviewed = test.extend({
		visitor: { viewport: { width: 1280, height: 720 }, bypassCSP: true }
	});
	reviewed.for(['', '#blad-omslag'])(
		'has no axe violation, and no name twice%s',
		async (part, { page }) => {
			await opened(page);
			await page.goto(address + part);
			expect(await violations(page)).toEqual([]);
			const ids = await page.locator('[id]').evaluateAll((all) => all.map((one) => one.id));
			expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
		}
	);

	const silent = test.extend({ visitor: { javaScriptEnabled: false } });

	silent('can be read from top to bottom without a script', async ({ page }) => {
		await opened(page);
		expect(await page.locator('#omslag').isVisible()).toBe(true);
		expect(await page.locator('section.sheet').last().isVisible()).toBe(true);
	});
});
