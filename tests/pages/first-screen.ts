/** Measures of what a visitor sees before scrolling, and of how long a page is. */
import type { Page } from 'playwright-core';

/** Shares of the window, as fractions to a hundredth, and where the first picture begins, in px; null when the page has none. */
export interface FirstScreen {
	/** Drawings with their legends, and tiles. */
	picture: number;
	/** Lines of text at their line height, tables, fields, the bar of the site, and the frame around a picture. */
	text: number;
	empty: number;
	firstPicture: number | null;
}

/** What fills the window of a page as it was opened, on a grid of 4 px. */
export const measureFirstScreen = (page: Page): Promise<FirstScreen> =>
	page.evaluate(() => {
		const STEP = 4;
		const wide = Math.floor(innerWidth / STEP);
		const high = Math.floor(innerHeight / STEP);
		const grid = new Uint8Array(wide * high);
		const fill = ({ left, right, top, bottom }: DOMRectReadOnly, kind: number, more = 0): void => {
			const cell = (at: number, most: number) => Math.min(most, Math.max(0, Math.round(at / STEP)));
			const [from, to] = [cell(left, wide), cell(right, wide)];
			const [first, last] = [cell(top - more, high), cell(bottom + more, high)];
			for (let y = first; y < last; y++) grid.fill(kind, y * wide + from, y * wide + to);
		};
		const isSeen = (one: Element) => one.checkVisibility() && !one.closest('.hidden');
		const [TEXT, PICTURE] = [1, 2];
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const holder = node.parentElement;
			if (!holder || !node.textContent?.trim() || !isSeen(holder)) continue;
			const range = document.createRange();
			range.selectNodeContents(node);
			const line = parseFloat(getComputedStyle(holder).lineHeight) || 0;
			for (const rect of range.getClientRects())
				fill(rect, TEXT, Math.max(0, (line - rect.height) / 2));
		}
		for (const one of document.querySelectorAll(
			'header, nav, input, select, button, table, main figure'
		))
			if (isSeen(one)) fill(one.getBoundingClientRect(), TEXT);
		const pictures = [...document.querySelectorAll('main .tile, main figure .drawing')].filter(
			isSeen
		);
		for (const one of pictures) fill(one.getBoundingClientRect(), PICTURE);
		const share = (kind: number) =>
			Math.round((100 * grid.filter((one) => one === kind).length) / grid.length) / 100;
		const tops = pictures
			.filter((one) => !one.classList.contains('tile'))
			.map((one) => Math.round(one.getBoundingClientRect().top));
		return {
			picture: share(PICTURE),
			text: share(TEXT),
			empty: share(0),
			firstPicture: tops.length > 0 ? Math.min(...tops) : null
		};
	});

/** How long each part of a page is, in screens of the window, to a tenth. */
export const partsOf = (page: Page): Promise<number[]> =>
	page.evaluate(() =>
		[...document.querySelectorAll('main > .part')].map(
			(one) => Math.round((10 * one.getBoundingClientRect().height) / innerHeight) / 10
		)
	);
