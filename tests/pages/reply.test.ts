import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { addDays } from '#lib/domain/dates.ts';
import { today } from '#lib/server/today.ts';
import { misfits } from '../support/api-shapes.ts';
import { violations } from '../support/axe.ts';
import { test as inBrowser } from '../support/browser.ts';
import { allWords } from '../support/html.ts';
import { serveSite, type ServedSite } from '../support/program.ts';
import { open, seen } from '../support/reader.ts';
import { remembered } from '../support/remembered.ts';
import { runHere } from '../support/shell.ts';
import { copyFolder } from '../support/starts.ts';

/** A trial, with what would do harm if it were taken for anything but words. No municipality said this. */
const WORDS = '=cmd() is een proef. <script>alert(1)</script> <b>vet</b> \u202e{Math.max()}';
const SHOWN = WORDS.replace('\u202e', '');
const FORMER = 'Proef van een vroegere gemeente.';
const folder = mkdtempSync(join(tmpdir(), 'woonobjectief-weerwoord-'));
const DATA_DIR = join(folder, 'data');
let site: ServedSite;

/** Every page of which a number is that of the reply, or is computed from it. */
const WITH_MARK = [
	'/gemeenten/34022',
	'/gemeenten?regio=kortrijk',
	'/',
	'/?maat=voortgang',
	'/regios/kortrijk',
	'/regios/eigen?gemeenten=34022,34027',
	'/regios/kortrijk/verdeling',
	'/regios/kortrijk/tafel',
	'/regios/kortrijk/sinds',
	'/gemeenten/34022/sinds',
	'/vergelijken?regios=kortrijk,genk',
	'/insluiten/kaart',
	'/herkomst?gebied=34022&cijfer=woningen&op=2024-12-31',
	'/herkomst?gebied=34022&cijfer=aandeel&op=2024-12-31',
	'/herkomst?gebied=kortrijk&cijfer=woningen&op=2024-12-31'
] as const;

/** What a command prints that must succeed while the site runs. */
async function data(...args: string[]): Promise<string> {
	const { code, output } = await runHere(['data', ...args], { DATA_DIR, DATABASE_URL: '' });
	if (code !== 0) throw new Error(output);
	return output;
}

const reply = (nis: string, figure: string, date: string, words: string) =>
	data(
		...['reply', nis, figure, date, '--text', words],
		...['--by', 'proefcollege', '--given', '2026-01-05', '--reference', '@brief 1']
	);

const documentOf = async (address: string) => (await open(site.address + address)).document;
const numbersIn = (document: Document) => allWords(document, 'main .figure');
const notesOn = async (address: string) =>
	[...(await documentOf(address)).querySelectorAll('main [id^="weerwoord-"]')].map(seen);

/** The numbers of the pages before anybody replied. */
const before = new Map<string, string[]>();

beforeAll(async () => {
	await copyFolder(inject('starts'), 'practice', DATA_DIR);
	site = await serveSite({ DATA_DIR });
});
afterAll(async () => {
	await site.stop();
	rmSync(folder, { recursive: true, force: true });
});

describe('a reply that was entered while the site runs', () => {
	test('there is none before, and no page speaks of one', async () => {
		for (const address of WITH_MARK) {
			const document = await documentOf(address);
			before.set(address, numbersIn(document));
			expect(document.querySelectorAll('.reply, #weerwoord'), address).toHaveLength(0);
		}
		expect(await reply('34022', 'stock', '2024-12-31', WORDS)).toMatch(
			/^It stands with stock of Kortrijk.*\nWritten as reply 1: it is shown from 20/
		);
		await reply('71047', 'stock', '2012-12-31', FORMER);
	});

	test.for(WITH_MARK)('%s: the mark leads to the words, and no number changes', async (address) => {
		const document = await documentOf(address);
		expect(numbersIn(document)).toEqual(before.get(address));
		const targets = [...document.querySelectorAll('main a.reply')].map((mark) =>
			mark.getAttribute('href')
		);
		expect(targets.length).toBeGreaterThan(0);
		for (const target of targets)
			expect(document.querySelectorAll(`main ${target}`), `${target}`).toHaveLength(1);
		expect(seen(document.querySelector('main #weerwoord-1'))).toBe(
			`Weerwoord van gemeente Kortrijk, 05/01/2026: «${SHOWN}» Over sociale huurwoningen op 31/12/2024; proefcollege; @brief 1.`
		);
		expect(seen(document.querySelector('#weerwoord')?.closest('aside'))).toContain(
			'Het cijfer zelf verandert niet.'
		);
	});

	test('words for the minutes give it with the figure that they quote', async () => {
		const document = await documentOf('/gemeenten/34022');
		expect(allWords(document, '.tools [data-copy]')).toContainEqual(
			expect.stringContaining(`Weerwoord van gemeente Kortrijk, 05/01/2026: «${SHOWN}»`)
		);
	});

	test.for([
		['a page as known on an earlier day', `/gemeenten/34022?bekend=${addDays(today(), -1)}`],
		['another reference date', '/gemeenten?regio=kortrijk&op=2010-12-31'],
		['a region of others', '/regios/genk'],
		['the totals of regions', '/regios']
	] as const)('%s does not show it', async ([, address]) => {
		expect(await notesOn(address)).toEqual([]);
	});

	test('after a merger it stands with the sum, with the name of who said it', async () => {
		const notes = await notesOn('/gemeenten/72042?op=2012-12-31&structuur=vandaag');
		expect(notes).toEqual([expect.stringContaining(`Weerwoord van gemeente Opglabbeek`)]);
		expect(notes[0]).toContain(FORMER);
	});
});

/** Opens a page with a mark once, and says all that a browser has to say of it. */
async function lookAt(browser: Browser, address: string) {
	const page = await browser.newPage({ locale: 'nl-BE', bypassCSP: true });
	try {
		const dialogs: string[] = [];
		page.on('dialog', (dialog) => {
			dialogs.push(dialog.message());
			void dialog.dismiss();
		});
		await page.goto(site.address + address);
		const found = await violations(page);
		const link = page.getByRole('link', { name: 'Weerwoord van gemeente Kortrijk, 05/01/2026' });
		await link.first().click();
		const reached = new URL(page.url()).hash;
		const elements = await page.locator('#weerwoord-1 script, #weerwoord-1 b').count();
		await page.setViewportSize({ width: 320, height: 800 });
		const width = await page.evaluate(() => document.documentElement.scrollWidth);
		await page.emulateMedia({ media: 'print' });
		const sizes = await page
			.locator('.reply:visible, #weerwoord-1, #weerwoord-1 *')
			.evaluateAll((all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize)));
		const isPrinted = await page.locator('#weerwoord-1').isVisible();
		return { violations: found, reached, dialogs, elements, width, sizes, isPrinted };
	} finally {
		await page.close();
	}
}

/** Each of these pages is opened once, and every rule reads what was found. */
const look = inBrowser.extend<{ found: (address: string) => ReturnType<typeof lookAt> }>({
	found: [
		({ browser }, use) => use(remembered((address: string) => lookAt(browser, address))),
		{ scope: 'file' }
	]
});

describe.for(['/gemeenten/34022', '/gemeenten?regio=kortrijk', '/regios/kortrijk'])(
	'%s with a mark, in a browser',
	(address) => {
		look('has no axe violation', async ({ found }) => {
			expect((await found(address)).violations).toEqual([]);
		});

		look('the mark has its name, and leads to the words', async ({ found }) => {
			expect((await found(address)).reached).toBe('#weerwoord-1');
		});

		look('its words run nothing and open nothing', async ({ found }) => {
			const { elements, dialogs } = await found(address);
			expect([elements, dialogs]).toEqual([0, []]);
		});

		look('at 320 px nothing sticks out', async ({ found }) => {
			expect((await found(address)).width).toBeLessThanOrEqual(320);
		});

		look('it is on paper, at ten points or more', async ({ found }) => {
			const { isPrinted, sizes } = await found(address);
			expect(isPrinted).toBe(true);
			expect(Math.min(...sizes)).toBeGreaterThanOrEqual((10 * 96) / 72 - 0.01);
		});
	}
);

describe('in exports', () => {
	const answer = async (path: string) => (await fetch(site.address + path)).text();
	const rows = (text: string) => parse<Record<string, string>>(text, { columns: true });

	test('the API gives it with the figure and what was computed from it', async () => {
		const { stock, share, households } = JSON.parse(await answer('/api/v1/municipalities/34022'));
		const said = { id: 1, nis: '34022', figure: 'stock', date: '2024-12-31', words: SHOWN };
		expect(stock.replies).toMatchObject([said]);
		expect(share.replies).toMatchObject([said]);
		expect(households).not.toHaveProperty('replies');
		const region = JSON.parse(await answer('/api/v1/regions/kortrijk'));
		expect(region.stock).not.toHaveProperty('replies');
		expect(region.members.find((one: { nis: string }) => one.nis === '34022').stock).toEqual(stock);
	});

	test('the answers of the API with a reply have the shape that its document gives', async () => {
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
	});

	test('files have it in its own column, harmless to a spreadsheet', async () => {
		for (const path of ['/api/v1/municipalities.csv', '/api/v1/regions/kortrijk.csv']) {
			const told = rows(await answer(path)).filter((row) => row['replies']);
			expect(told.map((row) => [row['nis'], row['replies']])).toEqual([
				['34022', `Kortrijk, stock 2024-12-31: «${SHOWN}» (proefcollege, 2026-01-05)`]
			]);
		}
		const [first] = rows(await answer('/api/v1/replies.csv'));
		expect(first).toMatchObject({ words: `'${SHOWN}`, reference: "'@brief 1", state: 'shown' });
	});

	test('the package of open data has a file of replies', async () => {
		const zip = await (await fetch(`${site.address}/cijfers/download/nu`)).arrayBuffer();
		const file = unzipSync(new Uint8Array(zip))['replies.csv'] ?? new Uint8Array();
		const told = rows(new TextDecoder().decode(file));
		expect(told.map((row) => [row['nis'], row['figure'], row['state']])).toEqual([
			['34022', 'stock', 'shown'],
			['71047', 'stock', 'shown']
		]);
	});
});

describe('a reply that was replaced, and one that was withdrawn', () => {
	const TRACE = '/herkomst?gebied=34022&cijfer=woningen&op=2024-12-31';
	const earlier = async () =>
		seen((await documentOf(TRACE)).querySelector('#vorige-weerwoorden')?.closest('section'));

	test('leave the pages, and stay where the figure comes from', async () => {
		await reply('34022', 'stock', '2024-12-31', 'Tweede proef.');
		expect(await notesOn('/gemeenten/34022')).toEqual([expect.stringContaining('«Tweede proef.»')]);
		expect(await earlier()).toContain(
			`«${SHOWN}» Over sociale huurwoningen op 31/12/2024; proefcollege; @brief 1. Vervangen.`
		);

		expect(await data('reply', '--withdraw', '3', '--why', 'Einde <i>proef</i>')).toContain(
			'Reply 1 of 2026-01-05 is shown again'
		);
		expect(await notesOn('/gemeenten/34022')).toEqual([expect.stringContaining(SHOWN)]);
		expect(await earlier()).toMatch(
			/«Tweede proef\.» .* Ingetrokken op \d\d\/\d\d\/\d{4}: Einde <i>proef<\/i>/
		);
		expect(await data('reply', '--list', '34022')).toMatch(/3 +34022 .*withdrawn 20.*Einde/);
		expect(await data('verify')).toMatch(/^The chain holds/);
	});
});
