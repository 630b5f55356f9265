import type { Page } from 'playwright-core';

/** The widths at which every page is looked at: phones, tablets, laptops, a wall. */
export const WIDTHS = [320, 360, 390, 768, 1024, 1366, 1920] as const;

/** A sheet of A4 between its margins, in px: a browser lays a page out again at that width. */
const SHEET = 718;

/** Gives the window another width, and waits until the page knows. */
export async function resize(page: Page, width: number): Promise<void> {
	await page.setViewportSize({ width, height: 800 });
	await page.waitForFunction((asked) => innerWidth === asked, width, { polling: 5 });
}

/** Opens what a visitor can open, also of what lets only one of several be open. */
export const openAll = (page: Page): Promise<void> =>
	page.evaluate(() => {
		for (const one of document.querySelectorAll('details')) {
			one.removeAttribute('name');
			one.open = true;
		}
	});

/** Leaves everything where it is and has it painted or not: to measure a page at ten widths it need not be painted. */
export const paint = (page: Page, isPainted: boolean): Promise<void> =>
	page.evaluate((painted) => {
		document.documentElement.style.visibility = painted ? '' : 'hidden';
	}, isPainted);

/** Leaves three rows of each kind in every table: the others differ in words and numbers only, not in their elements. */
export const thinTables = (page: Page): Promise<void> =>
	page.evaluate(() => {
		const kindOf = (row: Element) =>
			row.outerHTML.replace(/>[^<]*</g, '><').replace(/ (?!class|role|style)[\w:-]+="[^"]*"/g, '');
		for (const body of document.querySelectorAll('tbody')) {
			const kinds = Map.groupBy(body.rows, kindOf).values();
			for (const row of kinds.flatMap((rows) => rows.slice(3))) row.remove();
		}
	});

/** What makes an open page wider than its window. */
export async function wider(page: Page, width: number): Promise<string[]> {
	await resize(page, width);
	return page.evaluate((asked) => {
		const { scrollWidth } = document.documentElement;
		if (scrollWidth <= asked) return [];
		const beyond = [...document.querySelectorAll('body *')].filter(
			(one) => one.getBoundingClientRect().right > asked
		);
		return [`${scrollWidth} px`, ...beyond.slice(-3).map((one) => one.outerHTML.slice(0, 90))];
	}, width);
}

/** The elements with letters below 10 pt on paper. */
export async function smallOnPaper(page: Page): Promise<string[]> {
	await page.emulateMedia({ media: 'print' });
	await resize(page, SHEET);
	return page.evaluate(() => {
		const least = (10 / 72) * 96 - 0.01;
		const hasLetters = (one: Element) =>
			[...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
		return [...document.body.querySelectorAll('*')]
			.filter((one) => hasLetters(one) && parseFloat(getComputedStyle(one).fontSize) < least)
			.filter((one) => !one.closest('sup, .hidden, desc, title') && one.getClientRects().length > 0)
			.map((one) => one.outerHTML.slice(0, 90));
	});
}
