// What a drawing is: data, a width and a palette in, one SVG out, with its key and its names inside.
import { plot, type PlotOptions } from '@observablehq/plot';
import { insideOf, svgDocument } from './svg-document.ts';
import { element, escaped, short } from './svg.ts';
import type { Palette } from './palette.ts';

/** Where a drawing is shown. */
export interface Room {
	/** In px; letters keep their size, so what fits differs from width to width. */
	width: number;
	palette: Palette;
	/** Begins the ids inside, where several drawings stand on one page. */
	id?: string;
	/** Codes of the municipality of the reader, whose marks stand out. */
	mine?: readonly string[];
	/** Where a link of the drawing opens; without it in place of the page. */
	target?: '_blank';
}

/** Whether a mark is that of the municipality of the reader. */
export const isMine = ({ mine = [] }: Pick<Room, 'mine'>, id: string): boolean => mine.includes(id);

/** What every drawing says of itself to who cannot see it. */
export interface Said {
	title: string;
	/** The conclusion, in a sentence. */
	description: string;
}

/** A drawing, declared once: page, slide, sheet of paper, frame, card and file ask it for another width or palette. */
export type Drawing<Data> = (data: Data, room: Room) => string;

/** A drawing with its data: what is left to say is where it is shown. */
export type Drawn = (room: Room) => string;

/** Size of letters in px, and of a line of them: on a projector 24 px, on paper more than 10 pt. */
export const LETTER = 15;
export const LINE = 19;

/** What stands under the marks: a key, a note. */
export interface Block {
	svg: string;
	height: number;
}

interface Sketch extends Said {
	/** Of the marks, in px. */
	height: number;
	plot: Omit<PlotOptions, 'height' | 'width' | 'document'>;
	/** Under the marks. */
	below?: readonly Block[];
	/** Patterns that the marks are filled with. */
	defs?: string;
	/** What lies under and over the marks, where Plot has no word for it. */
	under?: string;
	over?: string;
	/** Whether its marks have sentences of their own, as tips. */
	marks?: boolean;
}

/** One SVG of marks, with what stands under them. */
export function sketch(
	{
		title,
		description,
		height,
		plot: options,
		below = [],
		defs = '',
		under: beneath = '',
		over = '',
		marks
	}: Sketch,
	{ width }: Room
): string {
	const inside = insideOf(plot({ margin: 0, ...options, width, height, document: svgDocument }));
	const whole = below.reduce((sum, block) => sum + block.height, height);
	let y = height;
	const lower = below.map((block) => {
		const placed = element('g', { transform: `translate(0,${short(y)})` }, block.svg);
		y += block.height;
		return placed;
	});
	return element(
		'svg',
		{
			width,
			height: whole,
			viewBox: `0 0 ${width} ${short(whole)}`,
			role: `${beneath}${inside}`.includes('<a ') ? 'group' : 'img',
			'aria-label': title,
			...(marks && { 'data-marks': '' }),
			'font-size': LETTER,
			'text-anchor': 'middle',
			fill: 'currentColor'
		},
		`<desc>${escaped(description)}</desc>${defs}${beneath}${inside}${over}${lower.join('')}`
	);
}
