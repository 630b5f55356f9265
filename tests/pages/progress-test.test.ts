import { describe, expect } from 'vitest';
import { test } from '../support/browser.ts';
import { answerAt, csv, json, rowsOf } from './api.ts';
import { plain } from './pages.ts';

describe('a round of the progress test', () => {
	test('page, API and CSV give every municipality the same category', async ({ page }) => {
		const answer = await json('/api/v1/progress-tests/2022');
		expect(answer.thresholds).toEqual({ realised: 0.7952, withPlanned: 0.9542 });
		expect(answer.municipalities).toHaveLength(300);
		const file = await csv('/api/v1/progress-tests/2022.csv');
		expect(file).toMatch(/^round,nis,name,/);
		expect(rowsOf(file)).toHaveLength(300);
		await page.goto('/voortgangstoets/2022');
		const second = answer.municipalities.filter((one: { computed: number }) => one.computed === 2);
		const shown = plain(await page.locator('h1 + .lead').innerText());
		expect(shown).toContain(`en ≈ ${second.length} niet (categorie 2)`);
	});

	test('the published counts of 2016, 2018 and 2020 stand on the page with their sources and their doubts', async ({
		page
	}) => {
		await page.goto('/voortgangstoets');
		const rows = await page.locator('section:has(#rondes) tbody tr').allInnerTexts();
		const text = plain(rows.join(' | '));
		for (const [counts, source] of [
			['207 – 66 35 308', 'De bijlage bij het besluit spreekt over 206 gemeenten.'],
			['206 – – – 308', 'dan kloppen de drie categorieën met 308 gemeenten'],
			['198 – 94 16 308', 'CD&V (Valerie Taeldeman)'],
			['178 122 – – 300', 'Het Laatste Nieuws, voorlopig, vervangen door de definitieve uitslag'],
			['180 – 107 13 300', 'Wonen-Vlaanderen'],
			['– – – – 300', 'Neutr-On, voorlopig. In woorden: ongeveer zes op de tien']
		] as const) {
			const row = text.split(' | ').find((one) => one.includes(counts));
			expect(row, counts).toContain(source);
		}
	});

	test('the tests of a municipality are those of the round', async () => {
		const { tests } = await json('/api/v1/municipalities/35013?on=2022-12-31');
		const round = await json('/api/v1/progress-tests/2022');
		const own = round.municipalities.find((one: { nis: string }) => one.nis === '35013');
		expect(tests.find((one: { round: number }) => one.round === 2022)).toMatchObject({
			computed: own.computed,
			entered: own.entered,
			shortRealised: own.shortRealised,
			shortWithPlanned: own.shortWithPlanned
		});
	});

	test.for([
		['/api/v1/progress-tests/1999', 404],
		['/api/v1/progress-tests/1999.csv', 404],
		['/api/v1/progress-tests/2022?known=x', 400],
		['/voortgangstoets/1999', 404],
		['/voortgangstoets/2022?gemeente=34025&meer=-1', 400],
		['/voortgangstoets/2022?gemeente=34025&meer=veel', 400]
	] as const)('%s answers %i', async ([path, status]) => {
		expect((await answerAt(path)).status).toBe(status);
	});

	const bare = test.extend({ visitor: { javaScriptEnabled: false } });
	bare('is filtered by a form without JavaScript', async ({ page }) => {
		await page.goto('/voortgangstoets/2018');
		await page.locator('select[name=ingevoerd]').selectOption('2b');
		await page.getByRole('button', { name: 'Filter' }).click();
		expect(page.url()).toContain('ingevoerd=2b');
		expect(await page.locator('#gemeenten').innerText()).toMatch(/^1\s+gemeente$/);
	});

	bare('leads to a scenario from the page of a municipality', async ({ page }) => {
		await page.goto('/gemeenten/34025?op=2022-12-31');
		await page.getByRole('link', { name: 'Wat als er meer was opgeleverd?' }).click();
		expect(page.url()).toMatch(/\/voortgangstoets\/2022\?.*gemeente=34025/);
		await page.locator('input[name=meer]').fill('500');
		await page.getByRole('button', { name: 'Reken' }).click();
		expect(page.url()).toContain('meer=500');
		expect(plain(await page.locator('.scenario').innerText())).toContain(
			'Met 500 woningen meer opgeleverd op 31/12/2021 had Lendelede'
		);
	});
});
