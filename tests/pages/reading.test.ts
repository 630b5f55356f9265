import { describe, expect, inject } from 'vitest';
import { violations } from '../support/axe.ts';
import { test } from '../support/browser.ts';
import { figure, membersOn } from '../support/facts.ts';
import { openAll, thinTables } from './every-page/layout.ts';
import { plain } from './pages.ts';

describe('accessibility', () => {
	const dark = test.extend({ visitor: { colorScheme: 'dark' as const } });

	dark.for(['/', '/regios/kortrijk', '/gemeenten/34022', '/cijfers'])(
		'%s in the dark has no axe violation',
		async (address, { page }) => {
			await page.goto(address);
			await openAll(page);
			await thinTables(page);
			expect(await violations(page)).toEqual([]);
		}
	);
});

describe('the first screen', () => {
	test.for(['/', '/regios/kortrijk', '/gemeenten/34022'])(
		'of %s answers how it stands, on a phone, a tablet and a wall',
		async (address, { page }) => {
			await page.goto(address);
			for (const [width, height] of [
				[360, 780],
				[1024, 768],
				[1920, 1080]
			] as const) {
				await page.setViewportSize({ width, height });
				const box = await page.locator('p.lead, .tile').first().boundingBox();
				const end = (box?.y ?? Infinity) + (box?.height ?? 0);
				expect(end, `${width} px`).toBeLessThan(height);
			}
		}
	);
});

describe('keyboard', () => {
	test('the first stop is a link to the content', async ({ page }) => {
		await page.goto('/');
		await page.keyboard.press('Tab');
		expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Naar de inhoud');
		await page.keyboard.press('Enter');
		expect(page.url()).toContain('#inhoud');
	});

	test('every stop on the page of a region can be seen', async ({ page }) => {
		await page.goto('/regios/kortrijk');
		for (let stop = 0; stop < 30; stop++) {
			await page.keyboard.press('Tab');
			const outline = await page.evaluate(() => {
				const focused = document.activeElement ?? document.body;
				if (focused instanceof HTMLInputElement && focused.type === 'date') return true; // its parts are the browser's own
				const inside = focused instanceof SVGElement ? focused.querySelector('path, circle') : null;
				if (inside) return parseFloat(getComputedStyle(inside).strokeWidth) >= 3;
				const style = getComputedStyle(focused);
				return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
			});
			expect(outline).toBe(true);
		}
	});
});

describe('without JavaScript', () => {
	const bare = test.extend({ visitor: { javaScriptEnabled: false } });

	bare('the search form leads to the municipality', async ({ page }) => {
		await page.goto('/');
		await page.locator('header input[name=q]').fill('spiere-helkijn');
		await page.locator('header button').click();
		expect(new URL(page.url()).pathname).toBe('/gemeenten/34043');
	});

	bare('a search keeps the date and the structure of the page', async ({ page }) => {
		await page.goto('/gemeenten?op=2012-12-31&structuur=vandaag&orde=aandeel');
		await page.locator('header input[name=q]').fill('kortrijk');
		await page.locator('header button').click();
		expect(page.url()).toMatch(/\/gemeenten\/34022\?op=2012-12-31&structuur=vandaag$/);
	});

	bare('a search with several answers lists them', async ({ page }) => {
		await page.goto('/zoek?q=oost');
		expect(plain(await page.locator('main').innerText())).toContain('Oostende');
	});

	bare('the list is filtered by a form and its state stands in the address', async ({ page }) => {
		await page.goto('/gemeenten?op=2024-12-31');
		await page.locator('select[name=provincie]').selectOption({ label: 'Limburg' });
		await page.getByRole('button', { name: 'Filter' }).click();
		expect(page.url()).toContain('provincie=provincie-limburg');
		const members = membersOn('provincie-limburg', '2024-12-31').length;
		expect(plain(await page.locator('h1').innerText())).toBe(`${members} gemeenten op 31/12/2024`);
	});

	bare('a list of what is published is as long as the overview says', async ({ page }) => {
		await page.goto('/');
		const told = plain(await page.locator('section[aria-labelledby=weten] p').first().innerText());
		const [, some, all] = /^Van (\S+) van de (\S+) gemeenten/.exec(told) ?? [];
		const [, objectives] = /van (\S+) het objectief/.exec(told) ?? [];
		for (const [sort, size] of [
			['objectief', Number(objectives)],
			['niets', Number(all) - Number(some)]
		] as const) {
			await page.goto(`/gemeenten?gepubliceerd=${sort}`);
			expect(plain(await page.locator('h1').innerText()), told).toMatch(`${size} gemeenten met`);
		}
	});

	bare(
		'a column is sorted by a link: who has a published figure by it, then the others by name',
		async ({ page }) => {
			await page.goto('/gemeenten?op=2009-12-31');
			await page.getByRole('link', { name: /Per 100/ }).click();
			expect(new URL(page.url()).searchParams.get('orde')).toBe('aandeel');
			const cellsOf = async (selector: string) =>
				(await page.locator(selector).allInnerTexts()).map((row) => row.split('\t').map(plain));
			const [heads = []] = await cellsOf('thead tr');
			const column = heads.findIndex((head) => head.startsWith('Per 100'));
			const rows = await cellsOf('tbody tr');
			const published = rows.filter((cells) => /^\d/.test(cells[column] ?? ''));
			const sizes = published.map((cells) => parseFloat(cells[column]?.replace(',', '.') ?? ''));
			expect(sizes.length).toBeGreaterThan(0);
			expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
			expect(rows.slice(0, sizes.length)).toEqual(published);
			const others = rows.slice(sizes.length).map(([name = '']) => name);
			expect(others).toEqual(others.toSorted(new Intl.Collator('nl-BE').compare));
		}
	);

	bare('another reference date is picked by a form', async ({ page }) => {
		await page.goto('/gemeenten/34022');
		await page.locator('summary', { hasText: 'wijzig' }).click();
		await page.locator('select[name=op]').selectOption('2010-12-31');
		await page.getByRole('button', { name: 'Toon' }).click();
		const stock = figure('34022', 'stock_b', '2010-12-31') ?? NaN;
		expect(plain(await page.locator('h1').innerText())).toContain(
			`Kortrijk telt ${stock.toLocaleString('nl-BE')}`
		);
	});
});

describe('privacy', () => {
	test.for(['/', '/regios/kortrijk', '/gemeenten/34022'])(
		'%s asks nothing of others, sets no cookie and keeps nothing',
		async (address, { page }) => {
			const asked: string[] = [];
			page.on('request', (request) => asked.push(new URL(request.url()).origin));
			await page.goto(address, { waitUntil: 'networkidle' });
			expect(new Set(asked)).toEqual(new Set([new URL(inject('site')).origin]));
			expect(await page.context().cookies()).toEqual([]);
			expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
		}
	);
});

describe('paper', () => {
	test('a sheet says what date it shows, as known when, and at which address', async ({ page }) => {
		await page.goto('/regios/kortrijk?op=2024-12-31');
		await page.emulateMedia({ media: 'print' });
		const text = plain(await page.locator('body').innerText());
		expect(text).toMatch(/Toestand op 31\/12\/2024, zoals bekend op \d\d\/\d\d\/\d{4}\./);
		expect(text).toContain('/regios/kortrijk');
	});

	test('controls are left out on paper', async ({ page }) => {
		await page.goto('/gemeenten');
		await page.emulateMedia({ media: 'print' });
		expect(await page.locator('button:visible').count()).toBe(0);
	});

	/** Between the margins of A4, in px; a browser prints a page that is wider in smaller letters. */
	const SHEET = 688;
	test.for(['/gemeenten', '/regios/kortrijk', '/regios/antwerpen'])(
		'%s prints within the width of a sheet',
		async (address, { page }) => {
			await page.setViewportSize({ width: SHEET, height: 1000 });
			await page.emulateMedia({ media: 'print' });
			await page.goto(address);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(SHEET);
		}
	);
});
