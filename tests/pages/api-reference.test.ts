import { describe, expect } from 'vitest';
import { API_ROOT } from '#lib/server/api/operation.ts';
import { OPERATIONS } from '#lib/server/api/operations.ts';
import { PROBLEMS, problemAddress, type ProblemCode } from '#lib/server/api/problem.ts';
import { test } from '../support/browser.ts';
import { answerAt, json } from './api.ts';
import { plain } from './pages.ts';

describe('the reference page of the API', () => {
	test('tells every operation with an example to copy, whole and at this site', async ({
		page
	}) => {
		await page.goto('/api');
		for (const { id, examples } of OPERATIONS) {
			const command = await page.locator(`#${id} [data-copy]`).textContent();
			const [, address = ''] = /^curl '(.*)'$/.exec(command ?? '') ?? [];
			expect(address).toBe(new URL(API_ROOT + examples[0], page.url()).href);
			expect(await page.locator(`#${id} .example a`).getAttribute('href')).toBe(
				API_ROOT + examples[0]
			);
		}
	});

	test('has a place for every kind of problem, where the type of a problem leads', async ({
		page
	}) => {
		const { type } = await json(`${API_ROOT}/regions/nergens`);
		await page.goto(type);
		expect(await page.locator(':target').getAttribute('id')).toBe('unknown_region');
		for (const code of Object.keys(PROBLEMS) as ProblemCode[]) {
			const [path, id] = problemAddress(code).split('#');
			expect(path).toBe('/api');
			expect(await page.locator(`[id="${id}"]`).count()).toBe(1);
		}
	});

	test('leads nowhere that is not there', async ({ page }) => {
		await page.goto('/api');
		const broken = await page
			.locator('main a[href^="#"]')
			.evaluateAll((links) =>
				links
					.map((link) => link.getAttribute('href') ?? '')
					.filter((address) => !document.getElementById(address.slice(1)))
			);
		expect(broken).toEqual([]);
		const addresses = await page
			.locator('main a[href^="/"]')
			.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
		expect(addresses.length).toBeGreaterThan(OPERATIONS.length);
		for (const address of new Set(addresses)) {
			expect((await answerAt(address)).status, address).toBe(200);
		}
	});

	test('says the licence, and what the versions promise', async ({ page }) => {
		await page.goto('/api');
		const text = plain(await page.locator('main').innerText());
		expect(text).toContain('Modellicentie Gratis Hergebruik');
		expect(text).toContain('Een adres dat antwoord geeft, blijft antwoord geven');
		expect(text).toContain('Ignored-Parameters');
	});

	test('is found from the figures and from the foot of every page', async ({ page }) => {
		await page.goto('/cijfers');
		expect(await page.locator('main a[href="/api"]').count()).toBe(1);
		expect(await page.locator('footer a[href="/api"]').count()).toBe(1);
	});
});
