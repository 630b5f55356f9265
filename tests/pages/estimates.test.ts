import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../support/browser.ts';
import { existingOn, facts } from '../support/facts.ts';
import { answerAt, csvRows, json } from './api.ts';

/** Signs that a page leaves out, and of these the ones whose column or figure does not say in their stead that it is an estimate. */
const signsOf = (page: Page) =>
	page.evaluate(() => {
		const says = (one: Element | null | undefined) =>
			one != null && getComputedStyle(one, '::after').content.includes('raming');
		const headOf = (cell: HTMLTableCellElement) =>
			[...(cell.closest('table')?.tHead?.rows ?? [])].at(-1)?.cells[cell.cellIndex];
		const isSaid = (sign: Element) => {
			const cell = sign.closest<HTMLTableCellElement>('td');
			const whole = sign.closest('figure, .tile');
			return says(cell ? headOf(cell) : whole?.querySelector('figcaption, dt'));
		};
		const signs = [...document.querySelectorAll('main .about')];
		const hidden = signs.filter(
			(one) => one.parentElement?.checkVisibility() && !one.checkVisibility()
		);
		return {
			seen: document.body.innerText.match(/≈/g)?.length ?? 0,
			hidden: hidden.length,
			unsaid: hidden.filter((one) => !isSaid(one)).map((one) => one.parentElement?.textContent)
		};
	});

/** Pages with a banner of estimates. */
const BANNERS = ['/', '/gemeenten', '/gemeenten/34022', '/gemeenten/34041', '/regios/kortrijk'];

describe('the signs of estimates', () => {
	test('are at most thirty on the page of a region of which all stocks are estimated', async ({
		page
	}) => {
		await page.goto('/regios/kortrijk');
		const { seen, hidden } = await signsOf(page);
		expect(seen).toBeLessThanOrEqual(30);
		expect(hidden).toBeGreaterThan(seen);
	});

	test.for(BANNERS)(
		'are left out on %s only where a banner, and a column or figure, say it',
		async (address, { page }) => {
			await page.goto(address);
			expect(await page.locator('main .practice').innerText()).toMatch(
				/raming, geen meting|geraamd, niet gemeten/
			);
			expect((await signsOf(page)).unsaid).toEqual([]);
		}
	);

	test.for(BANNERS)('are all there on paper: %s', async (address, { page }) => {
		await page.emulateMedia({ media: 'print' });
		await page.goto(address);
		const { seen, hidden } = await signsOf(page);
		expect(seen).toBeGreaterThan(0);
		expect(hidden).toBe(0);
	});

	test('stay at every number without a banner, as in a frame and on a sheet', async ({ page }) => {
		for (const address of [
			'/insluiten/regio/kortrijk',
			'/gemeenten/34022/steekkaart',
			'/vergadering/kortrijk'
		]) {
			await page.goto(address);
			const { seen, hidden } = await signsOf(page);
			expect(seen, address).toBeGreaterThan(0);
			expect(hidden, address).toBe(0);
		}
	});
});

describe('what was published is told before what we estimate', () => {
	/** What stands before the banner, and after it. */
	const around = (page: Page) =>
		page.evaluate(() => {
			const banner = document.querySelector('main .practice') as Element;
			const [before, after] = [document.createRange(), document.createRange()];
			before.setStart(document.querySelector('main h1') as Element, 0);
			before.setEndBefore(banner);
			after.setStartAfter(banner);
			after.setEndAfter(document.querySelector('main') as Element);
			return [before, after].map(String) as [string, string];
		});

	test.for(['34022', '34041', '46030', '73006'])(
		'on the page of %s, whose stock nobody published for the day',
		async (nis, { page }) => {
			await page.goto(`/gemeenten/${nis}`);
			const [before, after] = await around(page);
			expect(before).not.toContain('≈');
			expect(after).toContain('≈');
			const facts = await page.locator('#eerst + * tbody tr').count();
			expect(before.includes('vonden we geen')).toBe(facts === 0);
		}
	);

	test('on a sheet of a municipality: what, how much, when and by whom', async ({ page }) => {
		await page.goto('/gemeenten/34022/steekkaart');
		const sheet = await page.locator('section.sheet').innerText();
		const [before = '', after = ''] = sheet.split('Onze raming, geen meting:');
		expect(before).toMatch(/Gepubliceerd door [^:]+: .+ [\d.]+ \(\d\d\/\d\d\/\d{4}\)/);
		expect(before).not.toContain('≈');
		expect(after).toContain('≈');
	});
});

describe('for how many municipalities something is published', () => {
	/** The municipalities that somebody published a number of, by the start data set; households are no social housing. */
	const published = new Set([
		...facts.observations
			.filter(({ indicator, value }) => !indicator.startsWith('households') && value !== null)
			.map((one) => one.nis_code),
		...facts.objectives.filter(({ value }) => value !== null).map((one) => one.nis_code),
		...facts.testResults.map((one) => one.nis_code),
		...facts.mentions
			.filter(({ value }) => value !== null)
			.flatMap(({ places }) => places.split(' '))
	]);
	const MAP = '/?maat=gepubliceerd&op=2018-06-30';

	test('the overview counts them, names the sorts and says how to bring the rest', async ({
		page
	}) => {
		await page.goto(MAP);
		const section = page.locator('section[aria-labelledby=weten]');
		const says = await section.innerText();
		const towns = existingOn('2018-06-30');
		expect(says).toContain(
			`Van ${towns.filter((nis) => published.has(nis)).length} van de ${towns.length}`
		);
		expect(says).toContain('het objectief');
		expect(await section.locator('a[href="/beheer/inleveren"]').isVisible()).toBe(true);
	});

	test('the map shows each of them, with a table of the newest day of each sort', async ({
		page
	}) => {
		await page.goto(MAP);
		const drawn = page.locator('figure#kaart .from-590 > svg').first();
		expect(await drawn.locator('[aria-label="niets gepubliceerd"] a').count()).toBe(
			existingOn('2018-06-30').filter((nis) => !published.has(nis)).length
		);
		const row = page.locator('#kaartcijfers tr', { hasText: 'Kortrijk' });
		expect((await row.textContent())?.replace(/\s+/g, ' ')).toContain('31/12/2010');
	});
});

describe('no estimate leaves the site without its mark', () => {
	test.for(['/regios/kortrijk', '/gemeenten/34041'])(
		'in a drawing of %s each number that the page shows without a sign has it',
		async (address, { page }) => {
			await page.goto(address);
			const figures = await page.locator('figure.estimates').evaluateAll((all) =>
				all.map((one) => ({
					id: one.id,
					signs: [...one.querySelectorAll('.drawing')].reduce(
						(sum, drawing) =>
							sum + [...drawing.querySelectorAll(':scope > div:last-of-type .about')].length,
						0
					)
				}))
			);
			expect(figures.length).toBeGreaterThan(2);
			for (const { id, signs } of figures) {
				const svg = await (await answerAt(`/uitvoer${address}/${id}.svg`)).text();
				const texts = svg.replace(/<(title|desc)[^>]*>[^<]*<\/\1>/g, '');
				const written = texts.match(/<tspan>≈\s/g)?.length ?? 0;
				expect(written, id).toBeGreaterThanOrEqual(signs);
				const words = texts.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
				expect(words, id).toContain('≈ is een raming (oefencijfer), geen meting.');
			}
		}
	);

	test('in a file, an answer of the API and words for the minutes each estimate says so', async ({
		page
	}) => {
		const { members, share } = await json('/api/v1/regions/kortrijk');
		const guessed = (members as { nis: string; stock: { status: string } }[])
			.filter(({ stock }) => stock.status === 'estimated')
			.map(({ nis }) => nis);
		const rows = await csvRows('/uitvoer/regios/kortrijk/leden.csv');
		const marked = rows.filter((row) => /raming/.test(row['Sociale huurwoningen: status'] ?? ''));
		expect(
			marked
				.map((row) => row['NIS-code'])
				.filter(Boolean)
				.sort()
		).toEqual(guessed.sort());
		expect(share.status).toBe('estimated');
		await page.goto('/regios/kortrijk');
		const words = await page.locator('figure.estimates p[data-copy]').allTextContents();
		expect(words.length).toBeGreaterThan(2);
		expect(words.filter((one) => !one.includes('naar raming: ≈ is geen meting'))).toEqual([]);
	});
});
