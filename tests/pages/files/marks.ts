import type { Page } from 'playwright-core';

/** A mark of a drawing as the browser paints it, in px from the left and top of its figure or file. */
export interface Mark {
	/** What it is: `rect`, `circle`, `path`, `line`, `text`. */
	kind: string;
	/** Of a text. */
	letters: string;
	/** Where a text is held: `start`, `middle`, `end`. */
	anchor: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
	fill: string;
	stroke: string;
	/** Which drawing of the figure it is part of, in their order; of a line between drawings the next. */
	drawing: number;
	/** Whether its drawing stands in a line of words, such as a mark of the key: it moves as they are wider or narrower. */
	inWords: boolean;
}

/** A figure of a page and its file, as the browser paints both. */
export interface Painted {
	page: Mark[];
	file: Mark[];
	/** Words of the figure that a reader sees, a piece each. */
	words: string[];
	/** All letters of the file. */
	letters: string;
	/** Letters of the file that reach over its edge. */
	cut: string[];
}

/** The id of a figure on its page, and its file. */
export interface FigureFile {
	id: string;
	svg: string;
}

/** Paints files in the page that they were made of, beside its figures, each of these as wide as in its file. */
export const paintedIn = (page: Page, files: readonly FigureFile[]): Promise<Painted[]> =>
	page.evaluate(paintAll, files);

/** Runs in the browser, so it holds all that it needs. */
function paintAll(files: readonly FigureFile[]): Painted[] {
	/** Width in px of what a file leaves free, left and right of its figure. */
	const EDGE = 24;
	const SHAPES = 'rect, circle, ellipse, path, line, polyline, polygon, text';
	/** What a figure holds besides its drawing, and what only defines a pattern or names a mark. */
	const USED = 'details, table, form, nav, .screen-only';
	const DEFINED = 'defs, clipPath, pattern, marker, mask, title, desc';

	const tidy = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
	const isPainted = (one: Element) =>
		!one.closest(USED)?.closest('figure') &&
		!one.closest(DEFINED) &&
		one.getClientRects().length > 0 &&
		one.checkVisibility();
	const lettersOf = (text: Element) => {
		const seen = [...text.childNodes].filter((node) =>
			node instanceof Element ? isPainted(node) : node instanceof Text
		);
		return tidy(seen.map((node) => node.textContent).join(''));
	};
	/** A line over an element is drawn by a style sheet on the page, and by a path in a file. */
	const isRuled = (one: Element) =>
		!one.closest('svg') && parseFloat(getComputedStyle(one).borderTopWidth) > 0;

	const drawingsOf = (whole: Element) =>
		[...whole.querySelectorAll('svg')].filter(
			(one) => isPainted(one) && !one.parentElement?.closest('svg')
		);
	const isBefore = (drawing: Element, one: Element) =>
		!drawing.contains(one) &&
		(drawing.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;

	const markOf = (one: Element, from: DOMRect, drawings: readonly Element[]): Mark => {
		const box = one.getBoundingClientRect();
		const { fill, stroke, textAnchor, borderTopColor } = getComputedStyle(one);
		const ruled = isRuled(one);
		return {
			kind: ruled ? 'path' : one.localName,
			letters: one.localName === 'text' ? lettersOf(one) : '',
			anchor: textAnchor,
			left: box.left - from.left,
			top: box.top - from.top,
			right: box.right - from.left,
			bottom: (ruled ? box.top : box.bottom) - from.top,
			fill,
			stroke: ruled ? borderTopColor : stroke,
			drawing: drawings.filter((other) => isBefore(other, one)).length,
			inWords: one.closest('li, p') !== null
		};
	};
	const marksIn = (whole: Element): Mark[] => {
		const from = whole.getBoundingClientRect();
		const drawings = drawingsOf(whole);
		return [...whole.querySelectorAll('*')]
			.filter((one) => (one.closest('svg') ? one.matches(SHAPES) : isRuled(one)))
			.filter(isPainted)
			.map((one) => markOf(one, from, drawings))
			.filter(({ kind, letters }) => kind !== 'text' || letters !== '');
	};

	const isForEars = (one: Element): boolean =>
		getComputedStyle(one).clipPath.includes('inset(50%') ||
		(one.parentElement !== null && isForEars(one.parentElement));
	const wordsIn = (figure: Element): string[] => {
		const walker = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
		const words: string[] = [];
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const around = node.parentElement as Element;
			const isRead = isPainted(around) && !around.closest('svg, .note a') && !isForEars(around);
			if (isRead) words.push(tidy(node.textContent));
		}
		return words.filter((one) => one !== '');
	};

	return files.map(({ id, svg }) => {
		const figure = document.getElementById(id) as HTMLElement;
		const sheet = document.createElement('div');
		sheet.innerHTML = svg;
		sheet.style.cssText = 'position:absolute;left:0;top:0';
		document.body.append(sheet);
		const file = sheet.querySelector('svg') as SVGSVGElement;
		file.style.fontFamily = getComputedStyle(figure).fontFamily;
		const edge = file.getBoundingClientRect();
		figure.style.cssText = `position:absolute;left:0;top:0;margin:0;border:0;padding:0;width:${edge.width - 2 * EDGE}px`;
		const texts = [...file.querySelectorAll('text')];
		const isGround = (one: Mark) =>
			one.right - one.left === edge.width && one.bottom - one.top === edge.height;
		const painted = {
			page: marksIn(figure),
			file: marksIn(file).filter((one) => !isGround(one)),
			words: wordsIn(figure),
			letters: texts.map((one) => one.textContent).join(' '),
			cut: texts
				.filter((one) => one.getBoundingClientRect().right > edge.right)
				.map((one) => tidy(one.textContent))
		};
		figure.style.cssText = '';
		sheet.remove();
		return painted;
	});
}
