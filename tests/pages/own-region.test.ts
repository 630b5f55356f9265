import { describe, expect } from 'vitest';
import { test } from '../support/browser.ts';
import { answerAt, csv, json, rowsOf } from './api.ts';
import { plain } from './pages.ts';

const LEIEDAL = '34002,34003,34009,34013,34022,34023,34025,34027,34040,34041,34042,34043';

describe('a region that a visitor puts together', () => {
	test('is made with a form: names and ticks become one address, and its page', async ({
		page
	}) => {
		await page.goto('/regios/samenstellen?van=genk');
		await page.getByLabel('Typ namen').fill('Kortrijk; menen');
		await page.getByLabel('Naam van de regio').fill('Proef & co');
		await page.getByRole('button', { name: 'Toon deze regio' }).click();
		const address = new URL(page.url());
		expect(address.pathname).toBe('/regios/eigen');
		expect(address.searchParams.get('gemeenten')).toBe('34022,34027,71002,71016,71067,72042');
		expect(plain(await page.locator('h1').innerText())).toMatch(/^Proef & co telt /);
	});

	test('a name that is not found is said, with what may be meant, and nothing is lost', async ({
		page
	}) => {
		await page.goto('/regios/samenstellen?namen=spiere,Gent&toon=1');
		const alert = plain(await page.getByRole('alert').innerText());
		expect(alert).toBe('We vinden geen gemeente «spiere». Bedoelt u Spiere-Helkijn?');
		expect(await page.getByLabel('Gent', { exact: true }).isChecked()).toBe(true);
	});

	test('without a list the form is shown; with doubles or in another order it is the same address', async ({
		page
	}) => {
		await page.goto('/regios/eigen');
		expect(new URL(page.url()).pathname).toBe('/regios/samenstellen');
		await page.goto('/regios/eigen?gemeenten=34027,34022,34027&op=2012-12-31');
		expect(page.url()).toContain('gemeenten=34022,34027&op=2012-12-31');
	});

	test('its links within the region keep the list, those to elsewhere do not', async ({ page }) => {
		await page.goto('/regios/eigen?gemeenten=34022,34027&naam=Proef');
		const hrefs = await page
			.locator('main a[href^="/"]')
			.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
		for (const href of hrefs) {
			const { pathname, searchParams } = new URL(href, 'http://site');
			if (pathname.startsWith('/regios/eigen'))
				expect(searchParams.get('gemeenten'), href).toBe('34022,34027');
			if (pathname.startsWith('/gemeenten/')) expect(href).not.toContain('naam=');
		}
		expect(hrefs.some((href) => href.startsWith('/regios/eigen/sinds?'))).toBe(true);
	});

	test('with the members of a region it has the same numbers on page, API and CSV', async ({
		page
	}) => {
		const known = await json('/api/v1/regions/kortrijk');
		const own = await json(`/api/v1/regions/eigen?municipalities=${LEIEDAL}`);
		expect(own.stock).toEqual(known.stock);
		expect(own.spread.gini).toBe(known.spread.gini);
		const rows = rowsOf(await csv(`/api/v1/regions/eigen.csv?municipalities=${LEIEDAL}`));
		expect(rows).toHaveLength(12);
		const answer = async (address: string) => {
			await page.goto(address);
			return plain(await page.locator('h1').innerText()).replace(/^.* telt /, '');
		};
		expect(await answer(`/regios/eigen?gemeenten=${LEIEDAL}`)).toBe(
			await answer('/regios/kortrijk')
		);
	});

	test.for(['99999', '34022,nee', "34022' or 1=1", '<script>'])(
		'a list that is none is refused in plain words: %s',
		async (codes, { page }) => {
			const query = encodeURIComponent(codes);
			expect((await answerAt(`/api/v1/regions/eigen?municipalities=${query}`)).status).toBe(400);
			const response = await page.goto(`/regios/eigen?gemeenten=${query}`);
			expect(response?.status()).toBe(400);
			expect(plain(await page.locator('main').innerText())).toContain('een waarde die niet kan');
		}
	);
});

describe('whose figures a region shows', () => {
	test('members of then or of today is a choice that the page names', async ({ page }) => {
		await page.goto('/regios/genk?op=2012-12-31');
		const notice = page.locator('.notice').first();
		expect(plain(await notice.innerText())).toContain('U ziet de leden van 31/12/2012.');
		await notice.getByRole('link', { name: 'van vandaag' }).click();
		expect(plain(await page.locator('.notice').first().innerText())).toContain(
			'U ziet de leden van vandaag.'
		);
		expect(plain(await page.locator('#leden + *').innerText())).toContain('Oudsbergen');
	});

	test('where nobody joined or left there is nothing to choose', async ({ page }) => {
		await page.goto('/regios/kortrijk?op=2012-12-31');
		expect(await page.getByText('U ziet de leden van').count()).toBe(0);
	});
});

describe('regions side by side', () => {
	test('page, JSON and CSV give the same shares, in the order asked', async ({ page }) => {
		await page.goto('/vergelijken?soort=referentieregio');
		const { regions } = await json('/api/v1/compare?kind=referentieregio');
		const shares = [...regions]
			.sort((a, b) => b.share.value - a.share.value)
			.map((one: { name: string }) => one.name);
		const table = page.locator('section[aria-labelledby=stand] tbody th');
		expect((await table.allInnerTexts()).map(plain)).toEqual(shares);
		expect(rowsOf(await csv('/api/v1/compare.csv?kind=referentieregio'))).toHaveLength(15);
	});

	test('the other order is one click away', async ({ page }) => {
		await page.goto('/vergelijken');
		await page.getByRole('link', { name: /^inspanning/ }).click();
		const first = page.locator('section[aria-labelledby=stand] tbody tr').first();
		expect(plain(await first.innerText())).toMatch(/≈ (\d+) van \1/);
	});

	test('regions picked by hand come into one address, and an own list goes along', async ({
		page
	}) => {
		await page.goto('/vergelijken?regios=eigen,genk&gemeenten=34022,34027&naam=Proef');
		await page.getByText('Kies zelf welke').click();
		await page.getByLabel('Regio Kortrijk (Leiedal)').check();
		await page.getByRole('button', { name: 'Vergelijk deze regio’s' }).click();
		const { searchParams } = new URL(page.url());
		expect(searchParams.get('regios')).toBe('eigen,genk,kortrijk');
		expect(searchParams.get('gemeenten')).toBe('34022,34027');
		expect(plain(await page.locator('main').innerText())).toContain(
			'Kortrijk en Menen horen bij meer dan één van deze regio’s.'
		);
	});

	test('a kind or region that is none is refused', async ({ page }) => {
		for (const query of ['soort=dorp', 'regios=kortrijk,nergens'])
			expect((await page.goto(`/vergelijken?${query}`))?.status()).toBe(400);
	});
});
