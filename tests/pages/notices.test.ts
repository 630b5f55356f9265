import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { violations } from '../support/axe.ts';
import { newVisitor, test } from '../support/browser.ts';
import { type DeskSite, serveDesk } from '../support/desk.ts';

let desk: DeskSite;
let context: BrowserContext | null = null;
beforeAll(async () => {
	desk = await serveDesk(null);
});
afterAll(async () => {
	await context?.close();
	await desk.stop();
});

const send = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
	fetch(`${desk.site.address}/melding`, {
		method: 'POST',
		headers: { origin: desk.site.address, accept: 'text/html', ...headers },
		body: new URLSearchParams(fields),
		redirect: 'manual'
	});

test('a reader says at a number what is wrong, without signing in, and the desk answers', async ({
	browser,
	page
}) => {
	await page.goto(`${desk.site.address}/herkomst?gebied=34022&cijfer=woningen&op=2024-12-31`);
	await page.getByRole('link', { name: 'Klopt dit cijfer niet?' }).click();
	expect(await violations(page)).toEqual([]);
	await page.getByLabel('Wat klopt er niet').fill('Het zijn er <b>3.001</b>. =1+1');
	await page.getByLabel('Waar mag het antwoord').fill('lezer@voorbeeld.test');
	await page.getByRole('button', { name: 'Verstuur de melding' }).click();
	expect(await page.getByRole('status').first().innerText()).toContain('nummer 1');
	expect(await page.context().cookies()).toEqual([]);

	context = await newVisitor(browser);
	const inside = await context.newPage();
	await inside.goto(/opens once by: (\S+)/.exec(desk.site.output)?.[1] ?? '');
	await inside.getByRole('link', { name: 'Meldingen' }).click();
	expect(await violations(inside)).toEqual([]);
	await inside.getByRole('link', { name: 'Melding 1' }).click();
	expect(await inside.locator('blockquote').innerText()).toBe('Het zijn er <b>3.001</b>. =1+1');
	expect(await inside.locator('main').innerText()).toContain('lezer@voorbeeld.test');
	await inside.getByLabel('Toestand').selectOption('closed');
	await inside.getByLabel('Wat is er beslist?').fill('Nagekeken bij de woonmaatschappij.');
	await inside.getByRole('button', { name: 'Bewaar' }).click();
	expect(await inside.getByRole('status').innerText()).toBe('Melding 1 is bewaard.');
	expect(await inside.locator('.cards').innerText()).toContain(
		'over de herkomst van een cijfer van Kortrijk'
	);
	await inside.goto(`${desk.site.address}/beheer/meldingen/1`);
	expect(await inside.locator('main').innerText()).not.toContain('lezer@voorbeeld.test');
	await inside.getByRole('link', { name: 'Verbeter het cijfer' }).click();
	expect(await inside.locator('input[name=nis_code]').inputValue()).toBe('34022 Kortrijk');
	await inside.goto(`${desk.site.address}/beheer/logboek`);
	expect(await inside.locator('main').innerText()).toContain('behandelde een melding');
});

test('what came from another site, says nothing or is about another site is no notice', async () => {
	expect((await send({ woorden: 'x' }, { origin: 'https://elders.test' })).status).toBe(403);
	const blank = await send({ woorden: ' ', over: '/' });
	expect(await blank.text()).toContain('Schrijf eerst wat er niet klopt.');
	const elsewhere = await send({ woorden: 'x', over: 'https://elders.test/' });
	expect(await elsewhere.text()).not.toContain('elders.test');
});

test('no visitor sends more than five in ten minutes', async () => {
	const answers = [];
	for (let at = 0; at < 6; at++)
		answers.push((await send({ woorden: `x${at}`, over: '/' })).status);
	expect(answers.at(-1)).toBe(429);
});

test('a page elsewhere on the site takes nothing', async () => {
	const answer = await fetch(`${desk.site.address}/gemeenten`, {
		method: 'POST',
		headers: { origin: desk.site.address },
		body: new URLSearchParams({ x: 'y' })
	});
	expect(answer.status).toBe(405);
});
