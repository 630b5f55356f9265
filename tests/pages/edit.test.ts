import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { violations } from '../support/axe.ts';
import { test } from '../support/browser.ts';
import { press } from '../support/form.ts';
import { open, seen } from '../support/reader.ts';
import { plain } from './pages.ts';

const DIVISION = '/regios/kortrijk/verdeling?doel=11&tegen=2030';
const ROAD = '/regios/kortrijk/weg?doel=11&tegen=2030&q=20';
const ROUND = '/voortgangstoets/2022?gemeente=34025&meer=3&regio=kortrijk';

const slider = (page: Page, name: string) => page.getByRole('slider', { name, exact: true });
const box = (page: Page, name: string) =>
	page
		.getByRole('textbox', { name, exact: true })
		.or(page.getByRole('spinbutton', { name, exact: true }));
const undo = (page: Page) => page.getByRole('button', { name: 'Ongedaan maken' });
const asked = (page: Page) => new URL(page.url()).searchParams;
const bare = (text: string | null | undefined) => (text ?? '').replace(/\s/g, '');
const numbers = async (page: Page) => {
	const tables = await page.locator('main table').allTextContents();
	return [await page.locator('h1').textContent(), ...tables].map(bare);
};

/** What the site answers to the address as it stands, to who has no script. */
async function answered(page: Page): Promise<string[]> {
	const { document } = await open(page.url());
	return [document.querySelector('h1'), ...document.querySelectorAll('main table')].map((one) =>
		bare(one?.textContent)
	);
}

describe('edit and see', () => {
	test('by keyboard: a slider moves, numbers and address follow, and are what the site answers there', async ({
		page
	}) => {
		await page.goto(DIVISION);
		const before = await numbers(page);
		await slider(page, 'Streefcijfer, in %').focus();
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('ArrowRight');
		expect(await box(page, 'Streefcijfer, in %').inputValue()).toBe('11,2');
		await expect.poll(() => asked(page).get('doel')).toBe('11,2');
		expect(await numbers(page)).not.toEqual(before);
		expect(await numbers(page)).toEqual(await answered(page));
		expect(plain(await page.locator('#vraag [role=status]').innerText())).toContain('11,2 %');
		expect(
			await slider(page, 'Streefcijfer, in %').evaluate((one) => one === document.activeElement)
		).toBe(true);
		const after = await numbers(page);
		await page.reload();
		expect(await numbers(page)).toEqual(after);
	});

	test('undo takes back step by step, in the boxes too, and back leaves the page', async ({
		page
	}) => {
		await page.goto('/regios/kortrijk');
		await page.goto(DIVISION);
		const before = await numbers(page);
		expect(await undo(page).isDisabled()).toBe(true);
		await box(page, 'Minimum voor iedereen').fill('100');
		await page.keyboard.press('Tab');
		await expect.poll(() => asked(page).get('min')).toBe('100');
		await box(page, 'Tegen eind').fill('2033');
		await page.keyboard.press('Tab');
		await expect.poll(() => asked(page).get('tegen')).toBe('2033');
		await undo(page).click();
		await expect.poll(() => asked(page).get('tegen')).toBe('2030');
		expect(await box(page, 'Tegen eind').inputValue()).toBe('2030');
		await undo(page).press('Enter');
		await expect.poll(() => asked(page).get('min')).toBe(null);
		expect(await slider(page, 'Minimum voor iedereen').inputValue()).toBe('0');
		await expect.poll(() => numbers(page)).toEqual(before);
		expect(await undo(page).isDisabled()).toBe(true);
		await page.goBack();
		expect(new URL(page.url()).pathname).toBe('/regios/kortrijk');
	});

	test('a drawing answers by mouse, and has its marks again', async ({ page }) => {
		await page.goto(ROAD);
		const drawn = await page.locator('figure#koers svg').first().innerHTML();
		const held = await slider(page, 'Tegen eind').boundingBox();
		if (!held) throw new Error('no slider');
		await page.mouse.click(held.x + held.width * 0.9, held.y + held.height / 2);
		await expect.poll(() => Number(asked(page).get('tegen'))).toBeGreaterThan(2034);
		expect(await page.locator('figure#koers svg').first().innerHTML()).not.toBe(drawn);
		expect(await numbers(page)).toEqual(await answered(page));
		expect(await page.locator('figure#koers svg[data-marks] > desc').count()).toBeGreaterThan(0);
		expect(await page.locator('#antwoord-verslag button, .tools button').count()).toBeGreaterThan(
			0
		);
	});

	test.extend({ visitor: { hasTouch: true, viewport: { width: 390, height: 844 } } })(
		'what if answers by touch on a phone',
		async ({ page }) => {
			await page.goto(ROUND);
			const said = page.locator('#uitkomst');
			const before = await said.innerText();
			await page.locator('#vraag').scrollIntoViewIfNeeded();
			const held = await page.locator('#vraag input[type=range]').boundingBox();
			if (!held) throw new Error('no slider');
			await page
				.locator('#vraag input[type=range]')
				.tap({ position: { x: held.width - 12, y: held.height / 2 } });
			await expect.poll(() => Number(asked(page).get('meer'))).toBeGreaterThan(50);
			expect(await said.innerText()).not.toBe(before);
			expect(asked(page).get('regio')).toBe('kortrijk');
			const moved = await page.locator('#vraag input[type=range]').boundingBox();
			expect(Math.abs((moved?.y ?? NaN) - held.y), 'the slider stays where it is').toBeLessThan(2);
			const { document } = await open(page.url());
			expect(bare(await said.textContent())).toBe(
				bare(document.querySelector('#uitkomst')?.textContent)
			);
			await page.locator('select[name=gemeente]').selectOption('34040');
			await expect.poll(() => said.innerText()).toContain('Waregem');
		}
	);

	test('what only the site refuses is told beside the form, and the numbers stay', async ({
		page
	}) => {
		await page.goto(ROAD);
		const before = await numbers(page);
		const goal = box(page, 'Doel, in % van de huishoudens');
		await goal.fill('0');
		await goal.press('Enter');
		const warning = page.locator('#vraag [role=alert]');
		await expect.poll(() => warning.innerText()).toContain('blijven die van daarvoor');
		expect(await numbers(page)).toEqual(before);
		await undo(page).click();
		await expect.poll(() => warning.isVisible()).toBe(false);
		await goal.fill('0');
		await goal.press('Enter');
		await expect.poll(() => warning.isVisible()).toBe(true);
		await goal.fill('11');
		await goal.press('Enter');
		await expect.poll(() => warning.isVisible()).toBe(false);
		expect(await numbers(page)).toEqual(before);
		await goal.fill('12');
		await goal.press('Enter');
		await expect.poll(() => numbers(page)).not.toEqual(before);
	});

	test('what cannot be is not asked, and told by the browser', async ({ page }) => {
		await page.goto(DIVISION);
		const before = await numbers(page);
		await box(page, 'Streefcijfer, in %').fill('elf');
		await page.keyboard.press('Tab');
		await box(page, 'Streefcijfer, in %').fill('11');
		await box(page, 'Tegen eind').fill('2001');
		await page.keyboard.press('Tab');
		expect(await numbers(page)).toEqual(before);
		expect(asked(page).get('doel')).toBe('11');
	});

	test.for([DIVISION, ROAD, ROUND])(
		'%s: as axe likes it, within 100 kB of script, and keeps nothing',
		async (address, { page }) => {
			const scripts: Promise<number>[] = [];
			page.on('response', (response) => {
				if (response.request().resourceType() === 'script')
					scripts.push(response.body().then((body) => gzipSync(body).length));
			});
			await page.goto(address);
			expect(await violations(page)).toEqual([]);
			const sizes = await Promise.all(scripts);
			expect(sizes.reduce((sum, one) => sum + one, 0)).toBeLessThan(100_000);
			expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
		}
	);

	test('without a script the same forms give the same numbers', async () => {
		const page = await press(await open(DIVISION), 'Reken', {
			Minimum: '100',
			Streefcijfer: '11,2'
		});
		expect(page.url.searchParams.get('min')).toBe('100');
		expect(
			[...page.document.querySelectorAll('form#vraag input[type=range]')].every((one) =>
				one.hasAttribute('hidden')
			)
		).toBe(true);
		expect(seen(page.document.querySelector('h1'))).toContain('11,2 %');
		expect(plain(page.document.querySelector('main')?.textContent ?? '')).toContain(
			'elke gemeente minstens 100 woningen'
		);
	});
});
