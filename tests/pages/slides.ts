import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The names of all slides, in their order. */
export const slideNames = (page: Page): Promise<string[]> =>
	page.locator('[data-slide]').evaluateAll((slides) => slides.map((slide) => slide.id));

/** The slides that can be seen. */
export const shownSlides = (page: Page): Promise<string[]> =>
	page
		.locator('[data-slide]')
		.evaluateAll((slides) =>
			slides.filter((slide) => slide.checkVisibility()).map((slide) => slide.id)
		);

/** Where keys have led: the slides that are seen, the one that has the focus, and the one in the address. */
const placeIn = (page: Page) =>
	page.evaluate(() => ({
		shown: [...document.querySelectorAll('[data-slide]')]
			.filter((slide) => slide.checkVisibility())
			.map((slide) => slide.id),
		focused: document.activeElement?.id,
		named: decodeURIComponent(location.hash.slice(1))
	}));

/** The one slide that is seen, has the focus and is named in the address. */
export async function whereWeAre(page: Page): Promise<string> {
	const { shown, focused, named } = await placeIn(page);
	expect(shown).toHaveLength(1);
	expect([focused, named]).toEqual([shown[0], shown[0]]);
	return shown[0] ?? '';
}

/** Presses a key so many times, and says where each led. */
async function press(page: Page, key: string, times: number): Promise<string[]> {
	const visited: string[] = [];
	for (let time = 0; time < times; time++) {
		await page.keyboard.press(key);
		visited.push(await whereWeAre(page));
	}
	return visited;
}

/** Every way forward and back leads through all slides, in their order and no further; Home and End to the first and last. */
export async function walkByKey(page: Page): Promise<void> {
	const names = await slideNames(page);
	const last = names.at(-1) ?? '';
	for (const [forward, back] of [
		['ArrowRight', 'ArrowLeft'],
		['ArrowDown', 'ArrowUp'],
		['PageDown', 'PageUp'],
		['Space', 'Shift+Space']
	] as const) {
		expect(await press(page, 'Home', 1)).toEqual([names[0]]);
		expect(await press(page, forward, names.length), forward).toEqual([...names.slice(1), last]);
		expect(await press(page, back, names.length), back).toEqual([
			...names.slice(0, -1).reverse(),
			names[0]
		]);
	}
	expect(await press(page, 'End', 1)).toEqual([last]);
}

/** One or two digits lead to the municipality with that number; a number of none says so and leads nowhere. */
export async function jumpByNumber(page: Page): Promise<void> {
	const numbered = await page
		.locator('[data-number]')
		.evaluateAll((slides) => slides.map((slide) => [slide.getAttribute('data-number'), slide.id]));
	for (const [number, name] of numbered) {
		await page.keyboard.press('Home');
		await page.keyboard.type(number ?? '');
		await page.keyboard.press('Enter');
		expect(await whereWeAre(page), `number ${number}`).toBe(name);
	}
	const [number, last] = numbered.at(-1) ?? [];
	const none = Number(number) + 1;
	await page.keyboard.type(String(none).padStart(2, '0'));
	expect(await page.getByRole('status').textContent()).toBe(`Er is geen gemeente ${none}.`);
	expect(await whereWeAre(page)).toBe(last);
	await page.keyboard.press('Escape');
	expect(await page.getByRole('status').textContent()).toBe('');
}

/** Both keys open and close the notes of all slides. */
export async function openNotes(page: Page): Promise<void> {
	const notes = page.locator('[data-current] [data-notes] > div');
	for (const key of ['n', 's', 'N'] as const) {
		await page.keyboard.press(key);
		expect(await notes.isVisible(), key).toBe(true);
		await page.keyboard.press('ArrowRight');
		expect(await notes.isVisible(), `${key}, next slide`).toBe(true);
		await page.keyboard.press(key);
		expect(await notes.isVisible(), `${key} again`).toBe(false);
	}
}

/** Shows each slide in turn by key, and says which faults are found on it. @param look an expression for the browser */
export async function atEachSlide(page: Page, look: string) {
	const found: [slide: string, faults: string[]][] = [];
	for (const [index] of (await slideNames(page)).entries()) {
		await page.keyboard.press(index === 0 ? 'Home' : 'ArrowRight');
		found.push([await whereWeAre(page), await page.evaluate<string[]>(look)]);
	}
	return found;
}
