// Marks that several drawings share, as thin layers over Plot's own.
import * as Plot from '@observablehq/plot';
import { isMine, type Room } from './drawing.ts';
import type { Palette } from './palette.ts';
import { markOf } from './svg-document.ts';
import { element, signed } from './svg.ts';
import type { TextAnchor } from './labels.ts';

/** A text at a place in px; its letters stand on `y`. */
export interface Label {
	text: string;
	x: number;
	y: number;
	anchor: TextAnchor;
	href?: string;
	/** Where it differs from the look of the others. */
	fill?: string;
	weight?: number;
}

/** A channel whose values are px already. */
export const px = <Datum>(value: string | ((datum: Datum) => number)) => ({ value, scale: null });

/** A place in px, the same for all data. */
export const at = (place: number) => px(() => place);

/** A scale whose values are px already, counted from the top. */
export const PIXELS = { type: 'identity' as const, axis: null };

interface TextLook {
	fill: string;
	/** Of the rim, so that lines pass behind the letters. */
	ground: string;
	fontSize?: number;
	fontWeight?: number;
	strokeWidth?: number;
	className?: string;
	target?: '_blank';
}

/**
 * Texts of one look. Their places are px already and each has its own anchor, of which `Plot.text` takes one a mark: it would
 * make three marks of most, and a drawing consists for half of texts.
 */
export const texts = (labels: readonly Label[], look: TextLook): Plot.Markish[] => {
	const written = labels
		.filter(({ text }) => text !== '')
		.map((label) => textOf(label, look.target));
	if (written.length === 0) return [];
	const group = element(
		'g',
		{
			class: look.className,
			fill: look.fill,
			stroke: look.ground,
			'stroke-width': look.strokeWidth ?? 3,
			'stroke-linejoin': 'round',
			'paint-order': 'stroke',
			'font-size': look.fontSize,
			'font-weight': look.fontWeight
		},
		written.join('')
	);
	return [markOf(group)];
};

/** Above each of some rows of bars what it is, at the left, and what it comes to, at the right. @param height of a row in px */
export const headsOfRows = (
	rows: readonly { label: string; text: string }[],
	height: number,
	{ width, palette: { ink, inkSoft, ground } }: { width: number; palette: Palette }
): Plot.Markish[] => {
	const base = (row: number) => row * height + 15;
	return [
		texts(
			rows.map(({ label }, row) => ({ text: label, x: 0, y: base(row), anchor: 'start' })),
			{ fill: inkSoft, ground }
		),
		texts(
			rows.map(({ text }, row) => ({ text, x: width, y: base(row), anchor: 'end' })),
			{ fill: ink, ground, fontWeight: 600 }
		)
	];
};

/** Letters stand in the middle unless it is said otherwise. */
function textOf(
	{ text, x, y, anchor, href, fill, weight }: Label,
	target: '_blank' | undefined
): string {
	const look = { fill, 'font-weight': weight };
	const at = { x, y, 'text-anchor': anchor === 'middle' ? undefined : anchor, ...look };
	const words = element('text', at, signed(text));
	return href === undefined ? words : element('a', { href, target }, words);
}

/** How much stronger than the others the letters of the reader's own municipality are. */
export const MINE_WEIGHT = 800;

/** A ring around the dot of the reader's own municipality; places in px already. */
export const mineRing = <One extends { id: string; cx: number }>(
	dots: readonly One[],
	cy: (dot: One) => number,
	r: number,
	room: Room
): Plot.Markish =>
	Plot.dot(
		dots.filter(({ id }) => isMine(room, id)),
		{
			x: px<One>('cx'),
			y: px(cy),
			r: r + 3,
			stroke: room.palette.ink,
			strokeWidth: 2.2,
			pointerEvents: 'none',
			className: 'mine'
		}
	);

/** A frame around the row of the reader's own municipality, as wide as the drawing; `y` of its middle, in px. */
export const mineRow = (
	rows: readonly { id: string; y: number }[],
	height: number,
	room: Room
): Plot.Markish[] =>
	rows
		.filter(({ id }) => isMine(room, id))
		.map(({ y }) =>
			markOf(
				element('rect', {
					class: 'mine',
					x: -3,
					y: y - height / 2,
					width: room.width + 6,
					height,
					rx: 3,
					fill: 'none',
					stroke: room.palette.ink,
					'stroke-width': 2,
					'pointer-events': 'none'
				})
			)
		);

/** Rules of a drawing: what kind of line stands for what. */
export const LINE_LOOKS = {
	goal: ({ goal }: Palette) => ({ stroke: goal, strokeWidth: 2 }),
	whole: ({ ink }: Palette) => ({ stroke: ink, strokeWidth: 2 }),
	wider: ({ inkSoft }: Palette) => ({ stroke: inkSoft, strokeDasharray: '2 3' })
};
export type LineKind = keyof typeof LINE_LOOKS;

/** The colour of what is said of such a line. */
export const lineInk = (kind: LineKind, { goal, ink, inkSoft }: Palette): string =>
	({ goal, whole: ink, wider: inkSoft })[kind];

/** A pattern of lines over a colour for an estimate, or of dark lines for no figure. */
export const hatch = (
	id: string,
	stroke: string,
	{ pitch = 4, turn = 45 }: { pitch?: number; turn?: number } = {}
): string =>
	element(
		'pattern',
		{
			id,
			width: pitch,
			height: pitch,
			patternUnits: 'userSpaceOnUse',
			patternTransform: `rotate(${turn})`
		},
		element('path', { d: `M${pitch / 2} 0V${pitch}`, stroke, 'stroke-width': pitch * 0.2 })
	);
