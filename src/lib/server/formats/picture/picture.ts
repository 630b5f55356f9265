import type { DrawnFigure } from '#lib/charts/figure.ts';
import { LIGHT } from '#lib/charts/palette.ts';
import { element, escaped } from '#lib/charts/svg.ts';
import { USUAL } from '#lib/charts/widths.ts';
import { sourceLine } from '#lib/text/source-line.ts';
import { alone, ground, under, whole, words, type Look, type Picture } from './frame.ts';

/** Width in px of a picture of words alone. */
const LEAST = 590;
const EDGE = 24;
const GAP = 8;
const HEAD: Look = { size: 15, weight: 600, colour: LIGHT.inkSoft };
const TITLE: Look = { size: 22, weight: 700, colour: LIGHT.ink, leading: 1.25 };
const TEXT: Look = { size: 15, weight: 400, colour: LIGHT.inkSoft };
const FOOT: Look = { size: 13, weight: 400, colour: LIGHT.inkFaint };

/** What a picture says besides its figure. */
export interface Around {
	/** The area that it is about; empty when the figure says it itself. */
	area: string;
	/** What stands under it, each on a line of its own; told whether there are estimates in it. */
	colophon: (estimated: boolean) => readonly string[];
	/** Codes of the reader's own municipality. */
	mine?: readonly string[];
}

/** A figure of a page as a picture of its own, with its drawings as wide as the page shows them at most, in light colours and with nothing left to look up. */
export function figurePicture(figure: DrawnFigure, { area, colophon, mine }: Around): Picture {
	const { title, subtitle = '', remarks = [], sources, drawings } = figure;
	const width = Math.max(...drawings.flatMap(({ widths = USUAL }) => widths), LEAST);
	const set = (look: Look) => (text: string) => words(text, look, width);
	const drawn = drawings.map(({ of, head }, index) => ({
		head: set(HEAD)(head ?? ''),
		drawing: of({ width, palette: LIGHT, id: `t${index}`, mine })
	}));
	const said = [
		set(HEAD)(area),
		set(TITLE)(title),
		set(TEXT)(subtitle),
		...drawn.flatMap(({ head, drawing }) => [head, alone(drawing)]),
		...remarks.map(set(TEXT)),
		set(FOOT)(sourceLine(sources)),
		...colophon(drawn.some(({ drawing }) => drawing.includes('≈'))).map(set(FOOT))
	];
	const inside = under(said, EDGE, EDGE, GAP);
	const size = { width: width + 2 * EDGE, height: Math.ceil(inside.height - GAP + 2 * EDGE) };
	const named = area ? `${area}: ${title}` : title;
	const description = drawn
		.map(({ drawing }) => /<desc>([^<]*)/.exec(drawing)?.[1] ?? '')
		.join(' ');
	const names = [
		element('title', { id: 'titel' }, escaped(named)),
		element('desc', { id: 'beschrijving' }, description)
	];
	const svg = whole(
		size,
		{ role: 'img', 'aria-labelledby': 'titel beschrijving' },
		[...names, ground(size), inside.svg].join('\n')
	);
	return { svg, ...size };
}
