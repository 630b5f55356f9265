import { type Element, isElement, type Node } from '../export/markup.ts';
import { type Cascade, pixelsOf, type Style, surroundings } from './cascade.ts';
import { length } from './css-values.ts';
import { drawnWeight } from './letters.ts';
import { element as markup, number, text } from './svg.ts';

/** From the units of a drawing to px of the picture, and how large the drawing is in its own units. */
interface Frame {
	x: number;
	y: number;
	across: number;
	down: number;
	width: number;
	height: number;
}

/** What a shape is painted with, of its style: the name of the attribute, and what is drawn without it. */
const PAINT: readonly (readonly [name: string, without: string])[] = [
	['fill', 'black'],
	['fill-opacity', '1'],
	['stroke', 'none'],
	['stroke-linejoin', 'miter'],
	['stroke-linecap', 'butt'],
	['paint-order', 'normal'],
	['opacity', '1']
];

/** Paints a drawing of a page: every place in px of the picture, every colour as it is seen, no style sheet needed. */
export class Shapes {
	readonly #cascade: Cascade;
	readonly #container: number;

	/** @param container width in px of the container that styles ask for */
	constructor(cascade: Cascade, container: number) {
		this.#cascade = cascade;
		this.#container = container;
	}

	/** A drawing in its place. */
	drawing(
		svg: Element,
		style: Style,
		place: { x: number; y: number; width: number; height: number }
	): string {
		const inside = this.#children(svg, style, frameOf(svg, place));
		if (style.values.get('overflow') === 'visible') return markup('g', {}, inside);
		const { x, y, width, height } = place;
		const id = `vak-${number(x)}-${number(y)}`.replaceAll('.', '_');
		const edge = markup('rect', { x, y, width, height });
		return markup('clipPath', { id }, edge) + markup('g', { 'clip-path': `url(#${id})` }, inside);
	}

	#children(parent: Element, style: Style, frame: Frame): string {
		return parent.children
			.filter(isElement)
			.map((child) => this.#shape(child, style, frame))
			.join('');
	}

	#shape(shape: Element, parent: Style, frame: Frame): string {
		const style = this.#cascade.style(shape, parent, this.#container);
		if (style.values.get('display') === 'none') return '';
		switch (shape.name) {
			case 'g':
			case 'a':
				return markup('g', {}, this.#children(shape, style, frame));
			case 'svg':
				return this.#nested(shape, style, frame);
			case 'pattern':
				return this.#pattern(shape, style, frame);
			case 'text':
				return this.#text(shape, style, frame);
			case 'title':
				return shape.parent && isElement(shape.parent) && shape.parent.name === 'svg'
					? ''
					: markup('title', {}, text(lettersOf(shape)));
			default:
				return this.#figure(shape, style, frame);
		}
	}

	#nested(svg: Element, style: Style, frame: Frame): string {
		const x = place(svg, 'x', style, frame);
		const y = place(svg, 'y', style, frame);
		const size = (name: 'width' | 'height', whole: number) =>
			length(svg.attribs[name] ?? '100%', surroundings(style, whole)) ?? whole;
		const width = size('width', frame.width) * frame.across;
		const height = size('height', frame.height) * frame.down;
		return this.#children(svg, style, frameOf(svg, { x, y, width, height }));
	}

	/** A hatching keeps its own units: it is turned and stretched as a whole. */
	#pattern(pattern: Element, style: Style, frame: Frame): string {
		const { id, width, height, patternTransform = '' } = pattern.attribs;
		const lines = pattern.children.filter(isElement).map((line) => {
			const own = this.#cascade.style(line, style, this.#container);
			return markup('path', {
				d: line.attribs['d'],
				stroke: own.values.get('stroke'),
				'stroke-width': own.values.get('stroke-width')
			});
		});
		const stretched = frame.across === 1 ? '' : `scale(${number(frame.across)}) `;
		return markup(
			'pattern',
			{
				id,
				width,
				height,
				patternUnits: 'userSpaceOnUse',
				patternTransform: `${stretched}${patternTransform}`
			},
			lines.join('')
		);
	}

	#figure(shape: Element, style: Style, frame: Frame): string {
		const geometry = GEOMETRY[shape.name]?.(shape, style, frame);
		if (!geometry) return '';
		const titles = shape.children
			.filter(isElement)
			.filter((child) => child.name === 'title')
			.map((title) => markup('title', {}, text(lettersOf(title))));
		return markup(shape.name, { ...geometry, ...paintOf(style, frame) }, titles.join(''));
	}

	#text(shape: Element, style: Style, frame: Frame): string {
		const inside = shape.children.map((child) => this.#letters(child, style, frame)).join('');
		if (inside.trim() === '') return '';
		const x = place(shape, 'x', style, frame) + offset(shape, 'dx', style);
		const y = place(shape, 'y', style, frame) + offset(shape, 'dy', style);
		return markup('text', { x, y, ...lettering(style), ...paintOf(style, frame) }, inside.trim());
	}

	/** The words of a text; a part of it may begin a line of its own. */
	#letters(node: Node, parent: Style, frame: Frame): string {
		if (node.type === 'text') return text(node.data.replace(/\s+/g, ' '));
		if (!isElement(node) || node.name !== 'tspan') return '';
		const style = this.#cascade.style(node, parent, this.#container);
		if (style.values.get('display') === 'none') return '';
		const { x, dy } = node.attribs;
		const shift = offset(node, 'dx', style);
		const inside = node.children.map((child) => this.#letters(child, style, frame)).join('');
		return markup(
			'tspan',
			{
				x: x === undefined ? undefined : place(node, 'x', style, frame) + shift,
				dx: x === undefined && shift ? shift : undefined,
				dy: dy === undefined ? undefined : offset(node, 'dy', style),
				...changed(lettering(style), lettering(parent)),
				...changed(paintOf(style, frame), paintOf(parent, frame))
			},
			inside
		);
	}
}

type Attributes = Record<string, string | number | undefined>;

/** Places and sizes of each kind of shape, in px. */
const GEOMETRY: Record<string, (shape: Element, style: Style, frame: Frame) => Attributes> = {
	line: (shape, style, frame) => ({
		x1: place(shape, 'x1', style, frame),
		y1: place(shape, 'y1', style, frame),
		x2: place(shape, 'x2', style, frame),
		y2: place(shape, 'y2', style, frame)
	}),
	rect: (shape, style, frame) => ({
		x: place(shape, 'x', style, frame),
		y: place(shape, 'y', style, frame),
		width: size(shape, 'width', style, frame),
		height: size(shape, 'height', style, frame)
	}),
	circle: (shape, style, frame) => ({
		cx: place(shape, 'cx', style, frame),
		cy: place(shape, 'cy', style, frame),
		r: size(shape, 'r', style, frame)
	}),
	path: ({ attribs }, _, frame) => ({
		d: scaledPath(attribs['d'] ?? '', frame.across, frame.down),
		transform: frame.x || frame.y ? `translate(${number(frame.x)} ${number(frame.y)})` : undefined
	})
};

const VERTICAL = new Set(['y', 'y1', 'y2', 'cy', 'height', 'dy']);

/** A place in px of the picture. */
function place(shape: Element, name: string, style: Style, frame: Frame): number {
	const isDown = VERTICAL.has(name);
	const units = own(shape, name, style, isDown ? frame.height : frame.width);
	return isDown ? frame.y + units * frame.down : frame.x + units * frame.across;
}

/** A size in px of the picture. */
function size(shape: Element, name: string, style: Style, frame: Frame): number {
	const isDown = VERTICAL.has(name);
	const units = own(shape, name, style, isDown ? frame.height : frame.width);
	return units * (isDown ? frame.down : frame.across);
}

/** A shift of letters in px; those are never stretched. */
const offset = (shape: Element, name: 'dx' | 'dy', style: Style): number =>
	own(shape, name, style, 0);

/** What a shape says of itself, in the units of its drawing; a style sheet may say it too. */
const own = (shape: Element, name: string, style: Style, whole: number): number =>
	length(style.values.get(name) ?? shape.attribs[name] ?? '0', surroundings(style, whole)) ?? 0;

/** The units of a drawing in a place. */
function frameOf(
	svg: Element,
	{ x, y, width, height }: { x: number; y: number; width: number; height: number }
): Frame {
	const [left, top, wide, high] = (svg.attribs['viewBox'] ?? '').split(/[\s,]+/).map(Number);
	if (left === undefined || top === undefined || !wide || !high) {
		return { x, y, across: 1, down: 1, width, height };
	}
	const stretched = svg.attribs['preserveAspectRatio'] === 'none';
	const same = Math.min(width / wide, height / high);
	const [across, down] = stretched ? [width / wide, height / high] : [same, same];
	return { x: x - left * across, y: y - top * down, across, down, width: wide, height: high };
}

function paintOf(style: Style, frame: Frame): Attributes {
	const stroke = style.values.get('stroke') ?? 'none';
	const painted = Object.fromEntries(
		PAINT.map(([name, without]) => {
			const value = style.values.get(name);
			return [name, value === undefined || value === without ? undefined : value];
		})
	);
	if (stroke === 'none') return { ...painted, stroke: undefined, 'paint-order': undefined };
	const keeps = style.values.get('vector-effect') === 'non-scaling-stroke';
	const stretch = keeps ? 1 : Math.sqrt(frame.across * frame.down);
	const dashes = style.values.get('stroke-dasharray');
	return {
		...painted,
		'stroke-width': pixelsOf(style, 'stroke-width', null, 1) * stretch,
		'stroke-dasharray':
			dashes && dashes !== 'none'
				? dashes
						.split(/[\s,]+/)
						.map((one) => number(parseFloat(one) * stretch))
						.join(' ')
				: undefined
	};
}

const lettering = (style: Style): Attributes => ({
	'font-size': style.em,
	'font-weight': drawnWeight(style.values.get('font-weight')),
	'text-anchor': style.values.get('text-anchor')
});

/** The attributes that say something else than those around them. */
const changed = (own: Attributes, around: Attributes): Attributes =>
	Object.fromEntries(Object.entries(own).filter(([name, value]) => value !== around[name]));

const lettersOf = (node: Element): string =>
	node.children.map((child) => (child.type === 'text' ? child.data : '')).join('');

/** Numbers of a path that are not lengths along x and y in turn. */
const ACROSS_ONLY = new Set(['h', 'H']);
const DOWN_ONLY = new Set(['v', 'V']);
const COMMAND = /([a-z])([^a-z]*)/gi;
const NUMBER = /-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/gi;

/** The description of a path, stretched. */
export function scaledPath(d: string, across: number, down: number): string {
	if (across === 1 && down === 1) return d;
	return d.replace(COMMAND, (_, command: string, rest: string) => {
		const numbers = (rest.match(NUMBER) ?? []).map(Number);
		if (command === 'A' || command === 'a') return command + arc(numbers, across, down);
		const scaled = numbers.map((one, at) => {
			if (ACROSS_ONLY.has(command)) return one * across;
			if (DOWN_ONLY.has(command)) return one * down;
			return at % 2 === 0 ? one * across : one * down;
		});
		return command + joined(scaled);
	});
}

/** Radii, turn, two flags and an end. */
const arc = (numbers: readonly number[], across: number, down: number): string =>
	joined(
		numbers.map((one, at) => {
			const place = at % 7;
			if (place === 0 || place === 5) return one * across;
			return place === 1 || place === 6 ? one * down : one;
		})
	);

const joined = (numbers: readonly number[]): string =>
	numbers.map(number).join(' ').replaceAll(' -', '-');
