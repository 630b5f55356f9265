import {
	all,
	type Element,
	first,
	hasClass,
	isElement,
	seenIn,
	tidy,
	wordsOf
} from '../export/markup.ts';
import { Cascade, NO_STYLE, pixelsOf, type Style } from './cascade.ts';
import { Layout, type Piece } from './layout.ts';
import { painted } from './paint.ts';
import { type StyleRule, styleRules } from './style-sheets.ts';
import { element, svgOf, text } from './svg.ts';
import { linesOf, type Run } from './words.ts';

/** A drawing that needs nothing beside it. */
export interface Picture {
	svg: string;
	width: number;
	height: number;
}

/** Width in px of a picture; a narrow drawing makes a narrower one. */
const WIDTH = { most: 880, least: 560 };
const EDGE = 8;
const PADDING = 17;
/** What a browser does before any style sheet, as far as a figure needs it. */
const BROWSER = `
	b, strong, h1, h2, h3, h4 { font-weight: 700 }
	h4 { margin: 1.33em 0 }
	p, ul { margin: 1em 0 }
	ul { padding-left: 40px }
	small, sup { font-size: 0.83em }
`;
const HEAD: Look = { size: 15, weight: 600, colour: '#4a5561' };
const FOOT: Look = { size: 13, weight: 400, colour: '#66727e' };

/** A picture leads nowhere, so nothing in it looks as if it did. */
const PICTURE = `
	figure a { color: inherit !important }
	figure a text { fill: var(--ink) !important }
`;

/** The rules for a page with these style sheets. */
export const pageRules = (sheets: readonly string[]): readonly StyleRule[] =>
	styleRules([BROWSER, ...sheets, PICTURE]);

/** What a picture says besides its figure. */
export interface Said {
	/** The area that it is about; empty when the figure says it itself. */
	area: string;
	/** What stands under it, each on a line of its own. */
	colophon: readonly string[];
}

/**
 * A figure of a page as a drawing on its own: area, title, base, the drawing with its key, how to read it, sources and a
 * colophon, in light colours and with nothing left to look up.
 */
export function figurePicture(
	figure: Element,
	rules: readonly StyleRule[],
	{ area, colophon }: Said
): Picture {
	const cascade = new Cascade(rules);
	const around = styleAround(figure, cascade);
	const width = widthFor(figure, cascade.style(figure, around, WIDTH.most), cascade);
	const column = { x: EDGE + PADDING, width: width - 2 * (EDGE + PADDING) };
	const head = wordLines(area ? [area] : [], HEAD, { ...column, y: EDGE + PADDING });
	const y = EDGE + head.height;
	const place = { x: EDGE, y, width: width - 2 * EDGE, height: null, container: width };
	const laid = new Layout(cascade, leadsOn).lay(figure, around, place);
	const foot = wordLines(colophon, FOOT, { ...column, y: y + laid.height });
	const height = Math.ceil(y + laid.height + foot.height + PADDING);
	const drawn = painted([...head.pieces, ...laid.pieces, ...foot.pieces], cascade);
	const { title, description } = namesOf(figure);
	const named = area ? `${area}: ${title}` : title;
	return { svg: whole({ width, height, drawn, title: named, description }), width, height };
}

/** The styles of all that stands around an element, from the page inwards. */
export function styleAround(inside: Element, cascade: Cascade): Style {
	const outer: Element[] = [];
	for (let node = inside.parent; node && isElement(node as Element); node = node.parent) {
		outer.unshift(node as Element);
	}
	return outer.reduce((style, one) => cascade.style(one, style, WIDTH.most), NO_STYLE);
}

/** As wide as the widest drawing may be; words alone do not widen a picture. */
function widthFor(figure: Element, style: Style, cascade: Cascade): number {
	const widths = figure.children
		.filter(isElement)
		.filter((one) => first('svg', one) !== null)
		.map((one) => cascade.style(one, style, WIDTH.most))
		.map((one) => pixelsOf(one, 'max-width', null, WIDTH.most));
	const needed = Math.max(0, ...widths) + 2 * (EDGE + PADDING);
	return Math.ceil(Math.min(WIDTH.most, Math.max(WIDTH.least, needed)));
}

/** Whether an element only leads elsewhere: in a note, a link that is a sentence of its own, or all that there is. */
function leadsOn(element: Element): boolean {
	if (element.name !== 'a' || !isInNote(element)) return false;
	const [before, after] = [element.prev, element.next].map((one) => (one ? seenIn(one) : ''));
	return /(^|[.?!:])\s*$/.test(before ?? '') && /^\s*\.?\s*$/.test(after ?? '');
}

const isInNote = ({ parent }: Element): boolean =>
	parent !== null && isElement(parent as Element) && hasClass(parent as Element, 'note');

/** Title and description, as a listener hears them. */
function namesOf(figure: Element): { title: string; description: string } {
	const [title] = all('figcaption .title', figure);
	const description = first('desc', figure);
	return {
		title: title ? wordsOf(title) : '',
		description: description
			? tidy(description.children.map((one) => (one.type === 'text' ? one.data : '')).join(''))
			: ''
	};
}

/** The look of words around a picture. */
export type Look = Pick<Run, 'size' | 'weight' | 'colour'> & {
	/** Height of a line, as a part of its size. */
	leading?: string;
};

/** Lines of words of one look, under each other. */
export function wordLines(
	words: readonly string[],
	look: Look,
	{ x, y, width }: { x: number; y: number; width: number }
): { pieces: Piece[]; height: number } {
	const style = {
		...NO_STYLE,
		values: new Map([['line-height', look.leading ?? '1.4']]),
		em: look.size
	};
	const lines = words.flatMap((text) => linesOf([{ ...look, text, raised: 0 }], width, style));
	const height = lines[0]?.height ?? 0;
	const pieces = lines.map((line, at): Piece => ({
		kind: 'line',
		x,
		y: y + at * height + line.baseline,
		line
	}));
	return { pieces, height: height * lines.length };
}

interface Whole {
	width: number;
	height: number;
	title: string;
	description: string;
	drawn: string;
}

function whole({ width, height, title, description, drawn }: Whole): string {
	const inside = [
		element('title', { id: 'titel' }, text(title)),
		element('desc', { id: 'beschrijving' }, text(description)),
		element('path', { d: `M0 0H${width}V${height}H0Z`, fill: '#fff' }),
		drawn
	].join('\n');
	const names = { role: 'img', 'aria-labelledby': 'titel beschrijving' };
	return svgOf({ width, height }, names, `\n${inside}\n`);
}
