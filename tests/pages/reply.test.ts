import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { addDays } from '#lib/domain/dates.ts';
import { today } from '#lib/server/today.ts';
import { misfits } from '../support/api-shapes.ts';
import { test as plainTest } from '../support/browser.ts';
import { serveSite, start, type ServedSite } from '../support/program.ts';
import { violations } from '../support/axe.ts';
import { plain } from './pages.ts';

/** A trial, with what would do harm if it were taken for anything but words. No municipality said this. */
const WORDS = '=cmd() is een proef. <script>alert(1)</script> <b>vet</b> \u202e{Math.max()}';
const SHOWN = WORDS.replace('\u202e', '');
const FORMER = 'Proef van een vroegere gemeente.';
const folder = mkdtempSync(join(tmpdir(), 'woonobjectief-weerwoord-'));
const DATA_DIR = join(folder, 'data');
let site: ServedSite;

const test = plainTest.extend({ visitor: { bypassCSP: true } });

/** Every page of which a number is that of the reply, or is computed from it. */
const WITH_MARK = [
	'/gemeenten/34022',
	'/gemeenten?regio=kortrijk',
	'/',
	'/?maat=voortgang',
	'/regios/kortrijk',
	'/regios/eigen?gemeenten=34022,34027',
	'/regios/kortrijk/verdeling',
	'/regios/kortrijk/sinds',
	'/gemeenten/34022/sinds',
	'/vergelijken?regios=kortrijk,genk',
	'/insluiten/kaart',
	'/herkomst?gebied=34022&cijfer=woningen&op=2024-12-31',
	'/herkomst?gebied=34022&cijfer=aandeel&op=2024-12-31',
	'/herkomst?gebied=kortrijk&cijfer=woningen&op=2024-12-31'
] as const;

async function data(...args: string[]): Promise<string> {
	const program = start(['src/cli/main.ts', 'data', ...args], { DATA_DIR, DATABASE_URL: '' });
	const [code] = (await once(program.process, 'close')) as [number | null];
	if (code !== 0) throw new Error(program.output);
	return program.output;
}

const reply = (nis: string, figure: string, date: string, words: string) =>
	data(
		...['reply', nis, figure, date, '--text', words],
		...['--by', 'proefcollege', '--given', '2026-01-05', '--reference', '@brief 1']
	);

const numbersOn = async (page: Page, address: string) => {
	await page.goto(site.address + address);
	return page.locator('main .figure').allTextContents();
};

const notesOn = async (page: Page, address: string) => {
	await page.goto(site.address + address);
	return (await page.locator('main [id^="weerwoord-"]').allInnerTexts()).map(plain);
};

/** The numbers of the pages before anybody replied. */
const before = new Map<string, string[]>();

beforeAll(async () => {
	site = await serveSite({ DATA_DIR });
});
afterAll(async () => {
	await site.stop();
	rmSync(folder, { recursive: true, force: true });
});

describe('a reply that was entered while the site runs', () => {
	test('there is none before, and no page speaks of one', async ({ page }) => {
		for (const address of WITH_MARK) {
			before.set(address, await numbersOn(page, address));
			expect(await page.locator('.reply').count()).toBe(0);
			expect(await page.locator('#weerwoord').count()).toBe(0);
		}
		expect(await reply('34022', 'stock', '2024-12-31', WORDS)).toMatch(
			/^It stands with stock of Kortrijk.*\nWritten as reply 1: it is shown from 20/
		);
		await reply('71047', 'stock', '2012-12-31', FORMER);
	});

	test.for(WITH_MARK)(
		'%s: the mark leads to the words, and no number changes',
		async (address, { page }) => {
			expect(await numbersOn(page, address)).toEqual(before.get(address));
			const marks = page.locator('main a.reply');
			expect(await marks.count()).toBeGreaterThan(0);
			for (const target of await marks.evaluateAll((all) =>
				all.map((one) => one.getAttribute('href'))
			))
				expect(await page.locator(`main ${target}`).count()).toBe(1);
			expect(plain(await page.locator('main #weerwoord-1').innerText())).toBe(
				`Weerwoord van gemeente Kortrijk, 05/01/2026: «${SHOWN}» Over sociale huurwoningen op 31/12/2024; proefcollege; @brief 1.`
			);
			expect(plain(await page.locator('aside:has(#weerwoord)').innerText())).toContain(
				'Het cijfer zelf verandert niet.'
			);
		}
	);

	test.for(['/gemeenten/34022', '/gemeenten?regio=kortrijk', '/regios/kortrijk'])(
		'%s with a mark has no axe violation, and the mark has its name',
		async (address, { page }) => {
			await page.goto(site.address + address);
			expect(await violations(page)).toEqual([]);
			const link = page.getByRole('link', { name: 'Weerwoord van gemeente Kortrijk, 05/01/2026' });
			await link.first().click();
			expect(page.url()).toMatch(/#weerwoord-1$/);
		}
	);

	const narrow = plainTest.extend({ visitor: { viewport: { width: 320, height: 800 } } });
	narrow('at 320 px nothing sticks out', async ({ page }) => {
		await page.goto(`${site.address}/gemeenten/34022`);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
			320
		);
	});

	test('its words run nothing and open nothing', async ({ page }) => {
		const opened: string[] = [];
		page.on('dialog', (dialog) => {
			opened.push(dialog.message());
			void dialog.dismiss();
		});
		await page.goto(`${site.address}/gemeenten/34022`);
		expect(await page.locator('#weerwoord-1 script, #weerwoord-1 b').count()).toBe(0);
		expect(opened).toEqual([]);
	});

	test('it is on paper, at ten points or more', async ({ page }) => {
		await page.goto(`${site.address}/regios/kortrijk`);
		await page.emulateMedia({ media: 'print' });
		expect(await page.locator('#weerwoord-1').isVisible()).toBe(true);
		const sizes = await page
			.locator('.reply:visible, #weerwoord-1, #weerwoord-1 *')
			.evaluateAll((all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize)));
		expect(Math.min(...sizes)).toBeGreaterThanOrEqual((10 * 96) / 72 - 0.01);
	});

	test('words for the minutes give it with the figure that they quote', async ({ page }) => {
		await page.goto(`${site.address}/gemeenten/34022`);
		const said = plain(
			(await page.locator('#antwoord [data-copy], [data-copy]').first().textContent()) ?? ''
		);
		expect(said).toContain(`Weerwoord van gemeente Kortrijk, 05/01/2026: «${SHOWN}»`);
	});

	test.for([
		['a page as known on an earlier day', `/gemeenten/34022?bekend=${addDays(today(), -1)}`],
		['another reference date', '/gemeenten?regio=kortrijk&op=2010-12-31'],
		['a region of others', '/regios/genk'],
		['the totals of regions', '/regios']
	] as const)('%s does not show it', async ([, address], { page }) => {
		expect(await notesOn(page, address)).toEqual([]);
	});

	test('after a merger it stands with the sum, with the name of who said it', async ({ page }) => {
		const notes = await notesOn(page, '/gemeenten/72042?op=2012-12-31&structuur=vandaag');
		expect(notes).toEqual([expect.stringContaining(`Weerwoord van gemeente Opglabbeek`)]);
		expect(notes[0]).toContain(FORMER);
	});
});

describe('in exports', () => {
	const answer = async (path: string) => (await fetch(site.address + path)).text();
	const rows = (text: string) => parse<Record<string, string>>(text, { columns: true });

	plainTest('the API gives it with the figure and what was computed from it', async () => {
		const { stock, share, households } = JSON.parse(await answer('/api/v1/municipalities/34022'));
		const said = { id: 1, nis: '34022', figure: 'stock', date: '2024-12-31', words: SHOWN };
		expect(stock.replies).toMatchObject([said]);
		expect(share.replies).toMatchObject([said]);
		expect(households).not.toHaveProperty('replies');
		const region = JSON.parse(await answer('/api/v1/regions/kortrijk'));
		expect(region.stock).not.toHaveProperty('replies');
		expect(region.members.find((one: { nis: string }) => one.nis === '34022').stock).toEqual(stock);
	});

	plainTest(
		'the answers of the API with a reply have the shape that its document gives',
		async () => {
			for (const path of [
				'/municipalities/34022',
				'/regions/kortrijk',
				'/replies',
				'/progress-tests/2022',
				'/changes?municipality=34022'
			]) {
				const whole = `/api/v1${path}`;
				expect(await misfits(whole, await fetch(site.address + whole))).toEqual([]);
			}
		}
	);

	plainTest('files have it in its own column, harmless to a spreadsheet', async () => {
		for (const path of ['/api/v1/municipalities.csv', '/api/v1/regions/kortrijk.csv']) {
			const told = rows(await answer(path)).filter((row) => row['replies']);
			expect(told.map((row) => [row['nis'], row['replies']])).toEqual([
				['34022', `Kortrijk, stock 2024-12-31: «${SHOWN}» (proefcollege, 2026-01-05)`]
			]);
		}
		const [first] = rows(await answer('/api/v1/replies.csv'));
		expect(first).toMatchObject({ words: `'${SHOWN}`, reference: "'@brief 1", state: 'shown' });
	});

	plainTest('the folder of open data has a file of replies', async () => {
		await data('export', join(folder, 'open'));
		const told = rows(readFileSync(join(folder, 'open', 'replies.csv'), 'utf8'));
		expect(told.map((row) => [row['nis'], row['figure'], row['state']])).toEqual([
			['34022', 'stock', 'shown'],
			['71047', 'stock', 'shown']
		]);
	});
});

describe('a reply that was replaced, and one that was withdrawn', () => {
	const TRACE = '/herkomst?gebied=34022&cijfer=woningen&op=2024-12-31';

	test('leave the pages, and stay where the figure comes from', async ({ page }) => {
		await reply('34022', 'stock', '2024-12-31', 'Tweede proef.');
		expect(await notesOn(page, '/gemeenten/34022')).toEqual([
			expect.stringContaining('«Tweede proef.»')
		]);
		await page.goto(site.address + TRACE);
		expect(plain(await page.locator('section:has(#vorige-weerwoorden)').innerText())).toContain(
			`«${SHOWN}» Over sociale huurwoningen op 31/12/2024; proefcollege; @brief 1. Vervangen.`
		);

		expect(await data('reply', '--withdraw', '3', '--why', 'Einde <i>proef</i>')).toContain(
			'Reply 1 of 2026-01-05 is shown again'
		);
		expect(await notesOn(page, '/gemeenten/34022')).toEqual([expect.stringContaining(SHOWN)]);
		await page.goto(site.address + TRACE);
		expect(plain(await page.locator('section:has(#vorige-weerwoorden)').innerText())).toMatch(
			/«Tweede proef\.» .* Ingetrokken op \d\d\/\d\d\/\d{4}: Einde <i>proef<\/i>/
		);
		expect(await data('reply', '--list', '34022')).toMatch(/3 +34022 .*withdrawn 20.*Einde/);
		expect(await data('verify')).toMatch(/^The chain holds/);
	});
});
