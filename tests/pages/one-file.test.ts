import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseHTML } from 'linkedom';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test as byRequest } from 'vitest';
import { violations } from '../support/axe.ts';
import { test } from '../support/browser.ts';
import { wordsOf } from '../support/html.ts';
import { pdfPages } from '../support/pdf.ts';
import { open } from '../support/reader.ts';
import { jumpByNumber, openNotes, walkByKey } from './slides.ts';

const ASKED = 'sinds=2018-02-01&op=2024-12-31';
const FILE = `/vergadering/kortrijk/bestand?${ASKED}`;

let folder = '';
let address = '';
/** The file as it lies on the disk. */
let file: Document;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'woonobjectief-file-'));
	const answer = await fetch(inject('site') + FILE);
	expect(answer.status).toBe(200);
	expect(answer.headers.get('content-disposition')).toBe(
		'attachment; filename="vergadering-kortrijk-2024-12-31.html"'
	);
	const html = await answer.text();
	({ document: file } = parseHTML(html) as unknown as { document: Document });
	const path = join(folder, 'vergadering.html');
	await writeFile(path, html);
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

/** What some parts of each section say, by its name. */
const wordsIn = (document: Document, sections: string, parts: string): [string, string][] =>
	[...document.querySelectorAll(sections)].map((section) => [
		section.id,
		[...section.querySelectorAll(parts)].map(wordsOf).join(' ')
	]);

describe('the one file, as it is written', () => {
	byRequest('says on its slides what those of the site say', async () => {
		const slides = (document: Document) =>
			wordsIn(document, '[data-slide]:not(#omslag)', 'header, .body');
		const { document } = await open(`/vergadering/kortrijk/scherm?${ASKED}`);
		expect(slides(file).length).toBeGreaterThan(4);
		expect(slides(file)).toEqual(slides(document));
	});

	byRequest('holds every sheet of the pack, with the same words', async () => {
		const sheets = (document: Document) =>
			wordsIn(document, 'section.sheet', '.head, .body, .dates').map(([, words]) => words);
		const { document } = await open(`/vergadering/kortrijk?${ASKED}`);
		expect(sheets(file).length).toBeGreaterThan(15);
		expect(sheets(file)).toEqual(sheets(document));
	});

	byRequest('says when it was made, and from which address for ever', () => {
		const cover = file.getElementById('omslag');
		expect(wordsOf(cover)).toMatch(/Gemaakt op \d+ \p{L}+ \d{4} om \d\d:\d\d/u);
		expect(cover?.querySelector('a[data-leaves]')?.getAttribute('href')).toMatch(
			/^http:.*\/vergadering\/kortrijk\/scherm\?.*op=2024-12-31&bekend=\d{4}-\d\d-\d\d&versie=\d+$/
		);
	});

	byRequest('every link in it leads to a part of it, or says that it leaves', () => {
		const hrefs = [...file.querySelectorAll('a[href]:not([data-leaves])')].map(
			(link) => link.getAttribute('href') ?? ''
		);
		const leadsNowhere = (href: string) =>
			!href.startsWith('#') || !file.getElementById(href.slice(1));
		expect(hrefs.length).toBeGreaterThan(0);
		expect(hrefs.filter(leadsNowhere)).toEqual([]);
	});

	byRequest('has no name twice', () => {
		const ids = [...file.querySelectorAll('[id]')].map((one) => one.id);
		expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
	});
});

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

	/** axe is brought in from outside, which the policy of the file forbids. */
	const reviewed = test.extend({
		visitor: { viewport: { width: 1280, height: 720 }, bypassCSP: true }
	});
	reviewed.for(['', '#blad-omslag'])('has no axe violation%s', async (part, { page }) => {
		await opened(page);
		await page.goto(address + part);
		expect(await violations(page)).toEqual([]);
	});

	const silent = test.extend({ visitor: { javaScriptEnabled: false } });

	silent('can be read from top to bottom without a script', async ({ page }) => {
		await opened(page);
		expect(await page.locator('#omslag').isVisible()).toBe(true);
		expect(await page.locator('section.sheet').last().isVisible()).toBe(true);
	});
});
