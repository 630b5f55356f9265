// A drawing that leaves its page: with its title, its base, its remarks and sources, the dates and the address around it.
import type { Block } from '#lib/charts/drawing.ts';
import { wrapped } from '#lib/charts/key.ts';
import { LIGHT } from '#lib/charts/palette.ts';
import { element, escaped, short } from '#lib/charts/svg.ts';
import { FAMILY, textWidth, type Weight } from './letters.ts';

/** A picture that needs nothing beside it. */
export interface Picture {
	svg: string;
	width: number;
	height: number;
}

/** The look of words around a drawing. */
export interface Look {
	size: number;
	weight: Weight;
	colour: string;
	/** Height of a line, as a part of its size. */
	leading?: number;
}

/** Where the letters of a line stand, as a part of their size from its top. */
const BASELINE = 1.05;
const LEADING = 1.4;

/** Words in lines of at most `width` px. */
export function words(
	text: string,
	{ size, weight, colour, leading = LEADING }: Look,
	width: number
): Block {
	if (text === '') return { svg: '', height: 0 };
	const measure = (line: string, at: number) => textWidth(line, at, weight);
	const lines = wrapped(text, width, size, measure).map((line, row) =>
		element(
			'text',
			{
				x: 0,
				y: row * size * leading + size * BASELINE,
				'font-size': size,
				'font-weight': weight,
				fill: colour
			},
			escaped(line)
		)
	);
	return { svg: lines.join(''), height: lines.length * size * leading };
}

/** A drawing as a part of another picture: nothing leads away, and nothing asks for a style sheet. */
export function alone(drawn: string): Block & { width: number } {
	const [width = 0, height = 0] = ['width', 'height'].map((name) =>
		Number(new RegExp(`^<svg[^>]* ${name}="([\\d.]+)"`).exec(drawn)?.[1] ?? 0)
	);
	const svg = drawn
		.replace(/<a [^>]*>(<title>[^<]*<\/title>)<(\w+)([^>]*)\/><\/a>/g, '<$2$3>$1</$2>')
		.replace(/<a [^>]*>|<\/a>/g, '')
		.replace(/ (class|role|aria-label|data-marks|pointer-events|target)="[^"]*"/g, '')
		.replace('<svg', '<svg overflow="visible"');
	return { svg, width, height };
}

/** Blocks under one another from the upper left, `gap` px apart. */
export function under(blocks: readonly Block[], x: number, y: number, gap = 0): Block {
	let at = y;
	const placed = blocks
		.filter(({ height }) => height > 0)
		.map(({ svg, height }) => {
			const one = element('g', { transform: `translate(${short(x)},${short(at)})` }, svg);
			at += height + gap;
			return one;
		});
	return { svg: placed.join('\n'), height: at - y };
}

/** A whole picture on a white ground. */
export const whole = (
	{ width, height }: { width: number; height: number },
	names: Readonly<Record<string, string>>,
	inside: string
): string =>
	element(
		'svg',
		{
			xmlns: 'http://www.w3.org/2000/svg',
			width,
			height,
			viewBox: `0 0 ${width} ${height}`,
			...names,
			'font-family': FAMILY
		},
		inside
	);

/** The white ground of a picture. */
export const ground = ({ width, height }: { width: number; height: number }): string =>
	element('path', { d: `M0 0H${width}V${height}H0Z`, fill: LIGHT.ground });
