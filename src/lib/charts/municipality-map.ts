import { LETTER, LINE, sketch, type Block, type Drawing, type Room, type Said } from './drawing.ts';
import { key, note, type Entry } from './key.ts';
import { placeLabels, type LabelOffset, type LabelWish } from './labels.ts';
import type { MapCell } from './map-cells.ts';
import { hatch, texts, type Label } from './marks.ts';
import type { Palette } from './palette.ts';
import { element, escaped } from './svg.ts';

/** A municipality on the map with what it shows. */
export interface MapMark extends MapCell {
	name: string;
	href: string;
	/** Index in the classes of the legend, from low to high; null when there is no figure. */
	class: number | null;
	/** Nothing is asked of it, so that it stands in no class. */
	free?: boolean;
	/** Full sentence, shown and spoken for this cell. */
	label: string;
	/** Short figure under the name of a highlighted cell. */
	value?: string;
	/** Drawn with a strong outline and, where it fits, its name. */
	highlighted: boolean;
	/** Named, where there is room, so that a reader finds the way. */
	landmark?: boolean;
	estimated: boolean;
	/** Only there to show where the others lie: pale, without class. */
	context?: boolean;
	/** Whose name comes first where not all fit; the greatest first. */
	priority?: number;
}

export interface MunicipalityMap extends Said {
	size: { width: number; height: number };
	marks: readonly MapMark[];
	/** Words of the classes, from low to high, at most six. */
	classes: readonly string[];
	/** Shade of each class, 0 to 5; without it the lightest ones. */
	shades?: readonly number[];
	/** One name for all highlighted cells together, in place of a name for each. */
	highlight?: string;
	/** Under the map: that it is schematic. */
	caption?: string;
	/** Of the map itself, in px. */
	tallest?: number;
	/** Whether every highlighted cell is named: where nothing can be pointed at, on paper and on a slide. */
	all?: boolean;
	words?: { none: string; free: string; estimated: string };
}

const WORDS = { none: 'geen cijfer', free: 'vrijgesteld of geen objectief', estimated: 'raming' };
const TALLEST = 460;
const PITCH = 4;

/**
 * Municipalities as linked cells coloured by class, with a legend. Plot's `geo` projects anew for every drawing and writes
 * whole coordinates: a map of Flanders would weigh three times as much. So the cells come projected by d3-geo, once for each
 * structure, as short paths that the drawing only scales.
 */
export const municipalityMap: Drawing<MunicipalityMap> = (data, room) => {
	const { size, tallest = TALLEST, caption } = data;
	const scale = Math.min(room.width / size.width, tallest / size.height);
	const id = room.id ?? 'k';
	const layers = mapLayers(data.marks);
	const width = Math.round(size.width * scale);
	const height = Math.ceil(size.height * scale);
	const { ink, ground } = room.palette;
	const below = [legend(data, layers, id, room), ...(caption ? [note(caption, room)] : [])];
	return sketch(
		{
			...data,
			marks: true,
			height,
			defs: patterns(layers, id, room.palette),
			under: element(
				'svg',
				{
					width,
					height,
					viewBox: `0 0 ${size.width} ${size.height}`,
					preserveAspectRatio: 'xMinYMin'
				},
				cells(data, layers, id, scale, room)
			),
			plot: {
				marks: [
					texts(namesOf(data, scale, width), {
						fill: ink,
						ground,
						fontWeight: 600,
						fontSize: LETTER,
						strokeWidth: 5,
						className: 'name'
					})
				]
			},
			below
		},
		room
	);
};

/** What separates cells in drawing order. */
export interface MapLayer {
	class: number | 'none' | 'free' | 'context';
	estimated: boolean;
	marks: MapMark[];
}

/**
 * Cells by layer: estimates by class first, so that one sheet of hatching can lie over them and under the others; then
 * context, cells without a figure, and published figures by class.
 */
export function mapLayers(marks: readonly MapMark[]): MapLayer[] {
	const layers = Map.groupBy(marks, (mark) => `${kindOf(mark)} ${isHatched(mark)}`);
	return [...layers.values()]
		.flatMap((own) =>
			own[0] ? [{ class: kindOf(own[0]), estimated: isHatched(own[0]), marks: own }] : []
		)
		.toSorted((a, b) => depth(a) - depth(b));
}

const kindOf = ({ context, free, class: index }: MapMark): MapLayer['class'] =>
	context ? 'context' : free ? 'free' : (index ?? 'none');

const isHatched = (mark: MapMark): boolean =>
	mark.estimated && (typeof kindOf(mark) === 'number' || kindOf(mark) === 'free');

function depth(layer: MapLayer): number {
	if (layer.class === 'context') return 100;
	if (layer.class === 'none') return 101;
	if (layer.class === 'free') return layer.estimated ? 50 : 102;
	return layer.class + (layer.estimated ? 0 : 200);
}

const shadeOf = ({ shades = [0, 1, 2, 3, 4, 5] }: MunicipalityMap, index: number): number =>
	shades[index] ?? 0;

const nameOfLayer = (
	layer: MapLayer,
	{ classes, words = WORDS }: MunicipalityMap
): string | undefined => {
	if (layer.class === 'context') return undefined;
	if (layer.class === 'none') return words.none;
	const word = layer.class === 'free' ? words.free : classes[layer.class];
	return `${word}${layer.estimated ? `, ${words.estimated}` : ''}`;
};

function lookOf(
	layer: MapLayer,
	data: MunicipalityMap,
	id: string,
	{ blue, none, ground, ruleStrong }: Palette
) {
	if (layer.class === 'none') return { class: 'cn', fill: `url(#${id}-n)`, stroke: ruleStrong };
	if (layer.class === 'free') return { class: 'cf', fill: none, stroke: ground };
	if (layer.class === 'context') return { class: 'cx', fill: none, stroke: ground };
	const shade = shadeOf(data, layer.class);
	return { class: `c${shade}`, fill: blue[shade], stroke: ground };
}

function cells(
	data: MunicipalityMap,
	layers: readonly MapLayer[],
	id: string,
	scale: number,
	{ palette, target }: Room
): string {
	const group = (layer: MapLayer) =>
		element(
			'g',
			{
				...lookOf(layer, data, id, palette),
				'stroke-width': Math.round(100 / scale) / 100,
				role: 'group',
				'aria-label': nameOfLayer(layer, data)
			},
			layer.marks
				.map(({ href, label, path }) =>
					element('a', { href, target }, `<title>${escaped(label)}</title><path d="${path}"/>`)
				)
				.join('')
		);
	const [under, over] = [true, false].map((estimated) =>
		layers.filter((layer) => layer.estimated === estimated).map(group)
	);
	const sheet = element('rect', {
		width: '100%',
		height: '100%',
		fill: `url(#${id}-h)`,
		'pointer-events': 'none'
	});
	const outline = data.marks
		.filter(({ highlighted }) => highlighted)
		.map(({ path }) => path)
		.join('');
	return [
		...(under ?? []),
		...(under?.length ? [sheet] : []),
		...(over ?? []),
		...(outline
			? [
					element('path', {
						d: outline,
						fill: 'none',
						stroke: palette.ink,
						'stroke-width': Math.round(140 / scale) / 100,
						'stroke-linejoin': 'round',
						'pointer-events': 'none'
					})
				]
			: [])
	].join('');
}

const patterns = (
	layers: readonly MapLayer[],
	id: string,
	{ ground, ruleStrong }: Palette
): string =>
	(layers.some(({ estimated }) => estimated) ? hatch(`${id}-h`, ground, { pitch: PITCH }) : '') +
	(layers.some((layer) => layer.class === 'none')
		? hatch(`${id}-n`, ruleStrong, { pitch: PITCH, turn: -45 })
		: '');

function legend(data: MunicipalityMap, layers: readonly MapLayer[], id: string, room: Room): Block {
	const { words = WORDS } = data;
	const { blue, none, ruleStrong } = room.palette;
	const box = { width: 18, height: 12 };
	const hatched = layers.some(({ estimated }) => estimated);
	const entries: Entry[] = [
		...data.classes.map((word, index) => ({
			word,
			mark: element('rect', {
				...box,
				class: `c${shadeOf(data, index)}`,
				fill: blue[shadeOf(data, index)]
			})
		})),
		...(layers.some((layer) => layer.class === 'free')
			? [{ word: words.free, mark: element('rect', { ...box, fill: none }) }]
			: []),
		...(hatched
			? [
					{
						word: words.estimated,
						mark:
							element('rect', { ...box, fill: blue[3] }) +
							element('rect', { ...box, fill: `url(#${id}-h)` })
					}
				]
			: []),
		...(layers.some((layer) => layer.class === 'none')
			? [
					{
						word: words.none,
						mark: element('rect', { ...box, fill: `url(#${id}-n)`, stroke: ruleStrong })
					}
				]
			: [])
	];
	return key(entries, room, 18);
}

/** Width in px from which landmarks are named: on a narrower map their names would hide what it shows. */
const LANDMARKS_FROM = 480;
const FIRST: LabelOffset[] = [
	{ dx: 0, dy: 5, anchor: 'middle' },
	{ dx: 0, dy: -10, anchor: 'middle' },
	{ dx: 0, dy: 19, anchor: 'middle' },
	{ dx: -6, dy: 5, anchor: 'start' },
	{ dx: 6, dy: 5, anchor: 'end' }
];
/** Where every cell must be named: further off, in ever wider rings. */
const FURTHER: LabelOffset[] = [14, 24, 34, 46].flatMap((away) =>
	[-1, 1, 0].flatMap((side) =>
		[-away, away, 0].map((up): LabelOffset => ({
			dx: side * away,
			dy: 5 + up,
			anchor: side < 0 ? 'end' : side > 0 ? 'start' : 'middle'
		}))
	)
);

/** Names of the highlighted cells, and of landmarks on a map that is wide enough, as far as they fit without overlap. */
export function namesOf(data: MunicipalityMap, scale: number, width: number): Label[] {
	const { marks, size, highlight, all } = data;
	if (highlight !== undefined) return [nameOfHighlight(highlight, marks, size, scale)];
	const named = marks.filter(
		(mark) => mark.highlighted || (mark.landmark && width >= LANDMARKS_FROM)
	);
	const space = { width, height: size.height * scale, size: LETTER, offsets: FIRST };
	const placed = placedNames(
		named.map((mark) => wish(mark, linesOf(mark), scale)),
		space
	);
	const left = all ? named.filter((mark) => !placed.some(({ id }) => id === mark.nis)) : [];
	const more = left.length > 0 ? allNames(named, left, scale, space) : placed;
	return more.flatMap(({ x, y, lines, dx, dy, anchor }) =>
		lines.map((text, row) => ({ text, x: x + dx, y: y + dy + row * LINE * 0.9, anchor }))
	);
}

interface Space {
	width: number;
	height: number;
	size: number;
	offsets: readonly LabelOffset[];
}

const wish = (
	mark: MapMark,
	lines: readonly string[],
	scale: number,
	offsets?: LabelOffset[]
): LabelWish => ({
	id: mark.nis,
	lines,
	x: mark.x * scale,
	y: mark.y * scale,
	priority: mark.priority ?? 0,
	offsets
});

const placedNames = (wishes: readonly LabelWish[], space: Space) => {
	const byId = new Map(wishes.map((one) => [one.id, one]));
	return placeLabels(wishes, space).flatMap((label) => {
		const one = byId.get(label.id);
		return one ? [{ ...one, ...label }] : [];
	});
};

/** Every name: those that found no room come first now, without their figure, further off, and broken where they can be. */
function allNames(
	named: readonly MapMark[],
	left: readonly MapMark[],
	scale: number,
	space: Space
) {
	const isLeft = new Set(left);
	return placedNames(
		named.map((mark) => ({
			...wish(mark, isLeft.has(mark) ? mark.name.split(/(?<=-)| /) : linesOf(mark), scale, [
				...FIRST,
				...FURTHER
			]),
			priority: (isLeft.has(mark) ? 1e9 : 0) + (mark.priority ?? 0)
		})),
		space
	);
}

const linesOf = (mark: MapMark) =>
	mark.highlighted && mark.value !== undefined ? [mark.name, mark.value] : [mark.name];

/** Where one name for all highlighted cells stands: above them, or below when they touch the upper edge. */
function nameOfHighlight(
	text: string,
	marks: readonly MapMark[],
	size: MunicipalityMap['size'],
	scale: number
): Label {
	const cells = marks.filter(({ highlighted }) => highlighted);
	const [xs, ys] = [cells.map(({ x }) => x), cells.map(({ y }) => y)];
	const middle = (Math.min(...xs) + Math.max(...xs)) / 2;
	const top = Math.min(...ys);
	const isLow = top > 0.2 * size.height;
	return {
		text,
		x: middle * scale,
		y: isLow ? top * scale - 18 : Math.max(...ys) * scale + 28,
		anchor: middle < 0.15 * size.width ? 'start' : middle > 0.85 * size.width ? 'end' : 'middle'
	};
}
