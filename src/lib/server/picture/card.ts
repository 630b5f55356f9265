import { type Element, first, isElement } from '../export/markup.ts';
import { Cascade } from './cascade.ts';
import type { Piece } from './layout.ts';
import { painted } from './paint.ts';
import { figurePicture, wordLines, type Look } from './picture.ts';
import type { StyleRule } from './style-sheets.ts';
import { element, number, svgOf } from './svg.ts';

/** The size in px that other sites ask of the picture beside a link. */
export const CARD = { width: 1200, height: 630 };

/** What a card says. */
export interface CardWords {
	/** The sentence that a page answers with. */
	answer: string;
	/** What follows from it; empty when there is no more. */
	lead: string;
	/** Dates, marks and address. */
	colophon: readonly string[];
}

const EDGE = 48;
const COLUMN = { x: EDGE, width: CARD.width - 2 * EDGE };
const NAME: Look = { size: 28, weight: 700, colour: '#17508a' };
const LEAD: Look = { size: 28, weight: 400, colour: '#4a5561' };
const FOOT: Look = { size: 22, weight: 400, colour: '#4a5561' };
/** The sentence is as large as it can be: in two lines above a drawing, in three where it stands alone. */
const ABOVE = { sizes: [54, 48, 42, 36], lines: 2 };
const ALONE = { sizes: [64, 56, 48, 42, 36], lines: 3 };
const GAP = 20;
/** A drawing that would be smaller than this part of its size is left out: nobody could read it. */
const LEAST_SCALE = 0.72;
const MOST_SCALE = 1.3;

/**
 * The picture that other sites show beside a link to a page: its sentence, its first drawing where that can be read, and the
 * dates and address of its figures.
 */
export function card(
	words: CardWords,
	figure: Element | null,
	rules: readonly StyleRule[]
): string {
	const above = lettered(words, ABOVE);
	const drawing = figure ? drawingIn(figure, rules, above) : '';
	return drawing
		? whole(above.pieces, drawing, rules)
		: whole(lettered(words, ALONE).pieces, '', rules);
}

/** The words of a card, and the room that they leave between them, in px. */
interface Lettered {
	pieces: Piece[];
	top: number;
	room: number;
}

function lettered({ answer, lead, colophon }: CardWords, fit: typeof ABOVE): Lettered {
	const name = wordLines(['Woonobjectief'], NAME, { ...COLUMN, y: EDGE - 8 });
	const title = titleLines(answer, EDGE + name.height + GAP / 4, fit);
	const under = EDGE + name.height + title.height + GAP / 2;
	const follows = wordLines(lead ? [lead] : [], LEAD, { ...COLUMN, y: under });
	const { height } = wordLines(colophon, FOOT, { ...COLUMN, y: 0 });
	const footAt = CARD.height - EDGE / 2 - height;
	const foot = wordLines(colophon, FOOT, { ...COLUMN, y: footAt });
	const top = under + follows.height + GAP / 2;
	return {
		pieces: [name, title, follows, foot].flatMap((one) => one.pieces),
		top,
		room: footAt - top - GAP / 2
	};
}

/** The sentence, in the largest letters in which it takes few lines. */
function titleLines(answer: string, y: number, { sizes, lines }: typeof ABOVE) {
	const look = { weight: 700, colour: '#1a2129', leading: '1.15' } as const;
	const set = (size: number) => wordLines([answer], { ...look, size }, { ...COLUMN, y });
	const fitting = sizes.map(set).find(({ pieces }) => pieces.length <= lines);
	return fitting ?? set(sizes.at(-1) ?? FOOT.size);
}

/** A drawing in the room that is left; nothing when it would be too small to read. */
function drawingIn(figure: Element, rules: readonly StyleRule[], { top, room }: Lettered): string {
	const { svg, width, height } = figurePicture(drawnOf(figure), rules, { area: '', colophon: [] });
	const scale = Math.min(COLUMN.width / width, room / height, MOST_SCALE);
	if (scale < LEAST_SCALE) return '';
	const placed = `<svg x="${EDGE}" y="${number(top)}"`;
	return svg
		.replace(/^<svg/, placed)
		.replace(
			/ width="\d+" height="\d+"/,
			` width="${number(width * scale)}" height="${number(height * scale)}"`
		);
}

/** A figure without the words around its drawing: the card has its own. */
const drawnOf = (figure: Element): Element =>
	Object.assign(Object.create(Object.getPrototypeOf(figure) as object) as Element, figure, {
		children: figure.children.filter((one) => isElement(one) && first('svg', one) !== null)
	});

function whole(pieces: readonly Piece[], figure: string, rules: readonly StyleRule[]): string {
	const { width, height } = CARD;
	const inside = [
		element('path', { d: `M0 0H${width}V${height}H0Z`, fill: '#fff' }),
		element('path', { d: `M0 0H${width}V10H0Z`, fill: '#17508a' }),
		figure,
		painted([...pieces], new Cascade(rules))
	];
	return svgOf(CARD, {}, inside.join('\n'));
}
