import { type Element, hasClass, isElement, type Node } from '../export/markup.ts';
import { type Cascade, pixelsOf, type Style, surroundings } from './cascade.ts';
import { length, split } from './css-values.ts';
import { type Line, linesOf, runsOf } from './words.ts';

/** Something to paint, with its place in px. */
export type Piece =
	| { kind: 'line'; x: number; y: number; line: Line }
	| {
			kind: 'drawing';
			x: number;
			y: number;
			width: number;
			height: number;
			element: Element;
			style: Style;
			/** Width of the container that its styles ask for. */
			container: number;
	  }
	| { kind: 'rule'; x: number; y: number; width: number; colour: string };

/** What became of a part of a page. */
export interface Laid {
	pieces: Piece[];
	height: number;
	/** How far to the right something reaches. */
	right: number;
}

/** Where something is laid. */
interface Place {
	x: number;
	y: number;
	width: number;
	/** Of what is around it, where that has a height of its own. */
	height: number | null;
	/** Width of the nearest container, which styles ask for. */
	container: number;
}

/** Elements that make no picture: they are used, not read. */
const UNPAINTED = new Set([
	'details',
	'form',
	'nav',
	'script',
	'style',
	'table',
	'button',
	'select',
	'input',
	'data-table'
]);
const INLINE = new Set([
	'a',
	'abbr',
	'b',
	'br',
	'code',
	'data',
	'em',
	'i',
	'small',
	'span',
	'strong',
	'sup',
	'time'
]);

/**
 * Lays out a part of a page as a browser would, as far as the figures of this site need it: blocks, lines of words, rows
 * that wrap (flex), columns (grid), and drawings, also one over another.
 */
export class Layout {
	readonly #cascade: Cascade;
	readonly #isLeftOut: (element: Element) => boolean;

	/** @param isLeftOut whether an element is not for who only looks, such as a link elsewhere */
	constructor(cascade: Cascade, isLeftOut: (element: Element) => boolean = () => false) {
		this.#cascade = cascade;
		this.#isLeftOut = isLeftOut;
	}

	/** Lays an element and all within it. */
	lay(element: Element, parent: Style, place: Place): Laid {
		const style = this.#style(element, parent, place.container);
		return style ? this.#box(element, style, place) : NOTHING;
	}

	/** The style of an element; null when it is not seen. */
	#style(element: Element, parent: Style, container: number): Style | null {
		if (UNPAINTED.has(element.name) || hasClass(element, 'screen-only')) return null;
		if (this.#isLeftOut(element)) return null;
		const style = this.#cascade.style(element, parent, container);
		const isHidden =
			style.values.get('display') === 'none' ||
			/inset\(50%\)/.test(style.values.get('clip-path') ?? '');
		return isHidden ? null : style;
	}

	#box(element: Element, style: Style, place: Place): Laid {
		const margin = this.#edges(style, 'margin', place.width);
		const padding = this.#edges(style, 'padding', place.width);
		const border = borderTop(style);
		const most = pixelsOf(style, 'max-width', place.width, Infinity);
		const room = place.width - margin.left - margin.right;
		const outer = Math.min(room, most);
		const x = place.x + margin.left;
		const y = place.y;
		if (element.name === 'svg') return drawing(element, style, { ...place, x, width: outer });
		const width = outer - padding.left - padding.right;
		const ratio = Number(style.values.get('aspect-ratio') ?? NaN);
		const height = Number.isNaN(ratio) ? null : width / ratio;
		const isContainer = style.values.get('container-type') === 'inline-size';
		const inner = {
			x: x + padding.left,
			y: y + border.size + padding.top,
			width,
			height,
			container: isContainer ? width : place.container
		};
		const laid = this.#within(element, style, inner);
		const tall = border.size + padding.top + Math.max(laid.height, height ?? 0) + padding.bottom;
		const rule: Piece[] =
			border.size > 0 ? [{ kind: 'rule', x, y, width: outer, colour: border.colour }] : [];
		const over = this.#over(element, style, { ...inner, height: tall });
		return {
			pieces: [...rule, ...inOrder(element, laid, over)],
			height: tall,
			right: Math.max(laid.right + padding.right, x)
		};
	}

	#edges(style: Style, name: 'margin' | 'padding', whole: number) {
		const side = (which: string) => pixelsOf(style, `${name}-${which}`, whole);
		return { top: side('top'), right: side('right'), bottom: side('bottom'), left: side('left') };
	}

	#within(element: Element, style: Style, inner: Place): Ordered {
		switch (style.values.get('display')) {
			case 'flex':
				return this.#row(element, style, inner);
			case 'grid':
				return this.#columns(element, style, inner);
			default:
				return this.#blocks(element, style, inner);
		}
	}

	/** One under another; margins that meet do not add up. */
	#blocks(element: Element, style: Style, inner: Place): Ordered {
		let y = inner.y;
		let meeting = 0;
		const laid: Ordered = { height: 0, right: inner.x, parts: [] };
		for (const group of this.#groups(element.children, style, inner.container)) {
			const one = this.#item(group, style, { ...inner, y: y + Math.max(meeting, group.top) });
			if (one.height === 0 && one.pieces.length === 0) continue;
			y += Math.max(meeting, group.top) + one.height;
			meeting = group.bottom;
			laid.parts.push({ node: group.nodes[0], pieces: one.pieces });
			laid.right = Math.max(laid.right, one.right);
		}
		return { ...laid, height: y + meeting - inner.y };
	}

	/** Side by side, and on a next row where there is no room. */
	#row(element: Element, style: Style, inner: Place): Ordered {
		const across = pixelsOf(style, 'column-gap', inner.width);
		const down = pixelsOf(style, 'row-gap', inner.width);
		const wraps = style.values.get('flex-wrap') === 'wrap';
		const centred = style.values.get('align-items') === 'center';
		const groups = this.#groups(element.children, style, inner.container);
		const rows: { group: Group; width: number; height: number }[][] = [[]];
		let left = 0;
		for (const group of groups) {
			const room = wraps ? inner.width : inner.width - left;
			const tried = this.#item(group, style, { ...inner, x: 0, y: 0, width: Math.max(room, 1) });
			if (tried.pieces.length === 0) continue;
			const size = { group, width: Math.min(tried.right, room), height: tried.height };
			if (wraps && left > 0 && left + size.width > inner.width) {
				rows.push([]);
				left = 0;
			}
			rows.at(-1)?.push(size);
			left += size.width + across;
		}
		const laid: Ordered = { height: 0, right: inner.x, parts: [] };
		let y = inner.y;
		for (const row of rows.filter((one) => one.length > 0)) {
			const tall = Math.max(...row.map((one) => one.height));
			let x = inner.x;
			for (const { group, width, height } of row) {
				const top = centred ? y + (tall - height) / 2 : y;
				const one = this.#item(group, style, { ...inner, x, y: top, width: width + 0.5 });
				laid.parts.push({ node: group.nodes[0], pieces: one.pieces });
				x += width + across;
			}
			laid.right = Math.max(laid.right, x - across);
			y += tall + down;
		}
		return { ...laid, height: Math.max(0, y - down - inner.y) };
	}

	/** In columns of which the style gives the widths. */
	#columns(element: Element, style: Style, inner: Place): Ordered {
		const across = pixelsOf(style, 'column-gap', inner.width);
		const down = pixelsOf(style, 'row-gap', inner.width);
		const widths = trackWidths(style, inner.width, across);
		const laid: Ordered = { height: 0, right: inner.x, parts: [] };
		let y = inner.y;
		let tall = 0;
		let column = 0;
		for (const group of this.#groups(element.children, style, inner.container)) {
			const before = widths.slice(0, column).reduce((sum, one) => sum + one + across, 0);
			const width = widths[column] ?? inner.width;
			const top = y + group.top;
			const one = this.#item(group, style, { ...inner, x: inner.x + before, y: top, width });
			if (one.pieces.length === 0) continue;
			laid.parts.push({ node: group.nodes[0], pieces: one.pieces });
			laid.right = Math.max(laid.right, one.right);
			tall = Math.max(tall, group.top + one.height + group.bottom);
			column = (column + 1) % widths.length;
			if (column === 0) {
				y += tall + down;
				tall = 0;
			}
		}
		if (column !== 0) y += tall + down;
		return { ...laid, height: Math.max(0, y - down - inner.y) };
	}

	/** What a row or a block lays as one: an element, or words and what stands between them. */
	#groups(nodes: readonly Node[], style: Style, container: number): Group[] {
		const isFlex = ['flex', 'grid'].includes(style.values.get('display') ?? '');
		const groups: Group[] = [];
		for (const node of nodes) {
			const own = isElement(node) ? this.#style(node, style, container) : null;
			if (isElement(node) && (!own || own.values.get('position') === 'absolute')) continue;
			if (!isElement(node) && node.type !== 'text') continue;
			const last = groups.at(-1);
			const isWords = !isElement(node) || (isInline(node, own) && !isFlex);
			if (isWords && last?.inline) last.nodes.push(node);
			else {
				const top = own && !isWords ? pixelsOf(own, 'margin-top', null) : 0;
				const bottom = own && !isWords ? pixelsOf(own, 'margin-bottom', null) : 0;
				groups.push({ nodes: [node], inline: isWords, top, bottom });
			}
		}
		return groups.filter(({ inline, nodes: all }) => !inline || all.some(hasWords));
	}

	#item({ nodes, inline }: Group, style: Style, place: Place): Laid {
		const [only] = nodes;
		if (!inline && only && isElement(only)) {
			const own = this.#style(only, style, place.container);
			if (!own) return NOTHING;
			return isInline(only, own)
				? this.#words(only.children, own, place)
				: this.#box(only, own, place);
		}
		return this.#words(nodes, style, place);
	}

	#words(nodes: readonly Node[], style: Style, place: Place): Laid {
		const runs = runsOf(nodes, style, (node, parent) =>
			this.#style(node as Element, parent, place.container)
		);
		const lines = linesOf(runs, place.width, style);
		let y = place.y;
		const pieces = lines.map((line): Piece => {
			const piece: Piece = { kind: 'line', x: place.x, y: y + line.baseline, line };
			y += line.height;
			return piece;
		});
		const widest = Math.max(0, ...lines.map((line) => line.width));
		return { pieces, height: y - place.y, right: place.x + widest };
	}

	/** What lies over or under the rest of an element, and is as large as that. */
	#over(element: Element, style: Style, around: Place): Ordered['parts'] {
		return element.children.filter(isElement).flatMap((child) => {
			const own = this.#style(child, style, around.container);
			if (own?.values.get('position') !== 'absolute' || own.values.get('inset') !== '0') return [];
			return [{ node: child, pieces: this.#box(child, own, around).pieces }];
		});
	}
}

interface Group {
	nodes: Node[];
	/** Whether it is laid in lines. */
	inline: boolean;
	top: number;
	bottom: number;
}

interface Ordered {
	parts: { node: Node | undefined; pieces: Piece[] }[];
	height: number;
	right: number;
}

const NOTHING: Laid = { pieces: [], height: 0, right: 0 };

const isInline = (element: Element, style: Style | null): boolean =>
	INLINE.has(element.name) &&
	!['block', 'flex', 'grid'].includes(style?.values.get('display') ?? '');

const hasWords = (node: Node): boolean =>
	isElement(node) || (node.type === 'text' && node.data.trim() !== '');

/** What lies over the rest stands where it stands in the page: later things are painted over earlier ones. */
function inOrder(element: Element, laid: Ordered, over: Ordered['parts']): Piece[] {
	const place = (node: Node | undefined) => (node ? element.children.indexOf(node) : -1);
	return [...laid.parts, ...over]
		.map((part) => ({ ...part, at: place(part.node) }))
		.sort((a, b) => a.at - b.at)
		.flatMap((part) => part.pieces);
}

function borderTop(style: Style): { size: number; colour: string } {
	const [size = '0', , ...colour] = split(style.values.get('border-top') ?? '', ' ');
	return { size: length(size, surroundings(style, null)) ?? 0, colour: colour.join(' ') || '#000' };
}

/** A drawing takes the width it is given, or its own; its height follows from its own or its proportions. */
function drawing(element: Element, style: Style, place: Place): Laid {
	const { attribs } = element;
	const sized = (name: 'width' | 'height', whole: number | null) => {
		const value = style.values.get(name) ?? attribs[name];
		return value === undefined ? null : length(value, surroundings(style, whole));
	};
	const [, , across = NaN, down = NaN] = (attribs['viewBox'] ?? '').split(/[\s,]+/).map(Number);
	const width = sized('width', place.width) ?? place.width;
	const height =
		sized('height', place.height) ?? (Number.isNaN(across) ? 0 : (width * down) / across);
	const { x, y } = place;
	return {
		pieces: [{ kind: 'drawing', x, y, width, height, element, style, container: place.container }],
		height,
		right: x + width
	};
}

/** The widths of the columns of a grid; one column when none are given. */
function trackWidths(style: Style, room: number, gap: number): number[] {
	const template = style.values.get('grid-template-columns');
	if (!template || template === 'none') return [room];
	const size = (value: string) => length(value, surroundings(style, room));
	const repeated = /^repeat\(auto-fi[tl]l?,\s*(.*)\)$/.exec(template)?.[1];
	if (repeated) {
		const least = size(boundsOf(repeated).least) ?? room;
		const count = Math.max(1, Math.floor((room + gap) / (least + gap)));
		return Array.from({ length: count }, () => (room - gap * (count - 1)) / count);
	}
	const tracks = split(template, ' ').map((track) => boundsOf(track).most);
	const fixed = tracks.map((track) => (track.endsWith('fr') ? null : size(track)));
	const taken = fixed.reduce<number>((sum, one) => sum + (one ?? 0), 0);
	const parts = tracks.reduce(
		(sum, track) => sum + (track.endsWith('fr') ? parseFloat(track) : 0),
		0
	);
	const rest = room - taken - gap * (tracks.length - 1);
	return tracks.map((track, at) => fixed[at] ?? (rest * parseFloat(track)) / parts);
}

/** Least and most of a column: `minmax(9rem, 14rem)`, or one length for both. */
function boundsOf(track: string): { least: string; most: string } {
	const inside = /^minmax\((.*)\)$/.exec(track)?.[1];
	const [least = track, most = least] = inside ? split(inside, ',') : [track];
	return { least, most };
}
