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
