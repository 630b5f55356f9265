import type { Drawn } from '#lib/charts/drawing.ts';
import { LIGHT } from '#lib/charts/palette.ts';
import { element } from '#lib/charts/svg.ts';
import { alone, ground, under, whole, words, type Look } from './frame.ts';

/** The size in px that other sites ask of the picture beside a link. */
const CARD = { width: 1200, height: 630 };

/** What a card says. */
export interface CardWords {
	/** The sentence that a page answers with. */
	answer: string;
	/** What follows from it; empty when there is no more. */
	lead: string;
	/** Dates, marks, source and address. */
	colophon: readonly string[];
}

const EDGE = 48;
const ROOM = CARD.width - 2 * EDGE;
const BAR = 10;
const NAME: Look = { size: 28, weight: 700, colour: LIGHT.blue[4] };
const LEAD: Look = { size: 28, weight: 400, colour: LIGHT.inkSoft };
const FOOT: Look = { size: 22, weight: 400, colour: LIGHT.inkSoft };
/** The sentence is as large as it can be: in two lines above a drawing, in three where it stands alone. */
const ABOVE = { sizes: [54, 48, 42, 36], lines: 2 };
const ALONE = { sizes: [64, 56, 48, 42, 36], lines: 3 };
const GAP = 10;
/** Widths in px at which a drawing is tried, and how much smaller it may become before nobody can read it. */
const WIDTHS = [1_000, 860, 720, 590];
const LEAST_SCALE = 0.8;
const MOST_SCALE = 1.5;

/**
 * The picture that other sites show beside a link to a page: its sentence, its first drawing where that can be read, and the
 * dates and address of its figures.
 */
export function card(said: CardWords, drawn: Drawn | null): string {
	const above = lettered(said, ABOVE);
	const drawing = drawn ? drawingIn(drawn, above) : '';
	const { svg } = drawing ? above : lettered(said, ALONE);
	const bar = element('path', { d: `M0 0H${CARD.width}V${BAR}H0Z`, fill: LIGHT.blue[4] });
	return whole(CARD, {}, [ground(CARD), bar, drawing, svg].join('\n'));
}

/** The words of a card, and the room that they leave between them, in px. */
interface Lettered {
	svg: string;
	top: number;
	room: number;
}

function lettered({ answer, lead, colophon }: CardWords, fit: typeof ABOVE): Lettered {
	const head = under(
		[words('Woonobjectief', NAME, ROOM), title(answer, fit), words(lead, LEAD, ROOM)],
		EDGE,
		EDGE - 8,
		GAP / 2
	);
	const foot = colophon.map((line) => words(line, FOOT, ROOM));
	const low = CARD.height - EDGE / 2 - foot.reduce((sum, { height }) => sum + height, 0);
	const top = EDGE - 8 + head.height + GAP;
	return { svg: head.svg + under(foot, EDGE, low).svg, top, room: low - top - GAP };
}

/** The sentence, in the largest letters in which it takes few lines. */
function title(answer: string, { sizes, lines }: typeof ABOVE) {
	const set = (size: number) =>
		words(answer, { size, weight: 700, colour: LIGHT.ink, leading: 1.15 }, ROOM);
	const fitting = sizes.find((size) => set(size).height <= lines * size * 1.15 + 1);
	return set(fitting ?? 36);
}

/** A drawing in the room that is left; nothing when it would be too small to read. */
function drawingIn(drawn: Drawn, { top, room }: Lettered): string {
	const tried = WIDTHS.map((width) => {
		const { svg, height } = alone(drawn({ width, palette: LIGHT, id: 'k' }));
		return { svg, width, height, scale: Math.min(ROOM / width, room / height, MOST_SCALE) };
	});
	const [best] = tried.toSorted((a, b) => b.scale - a.scale);
	if (!best || best.scale < LEAST_SCALE) return '';
	const { svg, width, height, scale } = best;
	return svg
		.replace(
			/ width="[\d.]+" height="[\d.]+"/,
			` width="${Math.round(width * scale)}" height="${Math.round(height * scale)}"`
		)
		.replace('<svg', `<svg x="${EDGE}" y="${Math.round(top)}"`);
}
