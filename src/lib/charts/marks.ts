// Marks that several drawings share, as thin layers over Plot's own.
import * as Plot from '@observablehq/plot';
import type { Palette } from './palette.ts';
import { element } from './svg.ts';
import type { TextAnchor } from './labels.ts';

/** A text at a place in px; its letters stand on `y`. */
export interface Label {
	text: string;
	x: number;
	y: number;
	anchor: TextAnchor;
	href?: string;
}

/** A channel whose values are px already. */
export const px = <Datum>(value: string | ((datum: Datum) => number)) => ({ value, scale: null });

/** A place in px, the same for all data. */
export const at = (place: number) => px(() => place);

/** A scale whose values are px already, counted from the top. */
export const PIXELS = { type: 'identity' as const, axis: null };

/** From the middle of letters to the line that they stand on, in px. */
const TO_BASELINE = 4.8;

/** Texts of one look, each with its own anchor; they have a rim of the ground, so that lines pass behind them. */
export const texts = (
	labels: readonly Label[],
	{ fill, ground, ...look }: { fill: string; ground: string } & Plot.TextOptions
): Plot.Markish[] =>
	(['start', 'middle', 'end'] as const).flatMap((textAnchor) => {
		const own = labels.filter(({ anchor, text }) => anchor === textAnchor && text !== '');
		if (own.length === 0) return [];
		return [
			Plot.text(own, {
				x: px('x'),
				y: px('y'),
				dy: -TO_BASELINE,
				text: 'text',
				textAnchor,
				fill,
				stroke: ground,
				...(own.some(({ href }) => href !== undefined) && { href: 'href' }),
				...look
			})
		];
	});

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
