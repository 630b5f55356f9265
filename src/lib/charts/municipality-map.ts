import type { Markish } from '@observablehq/plot';
import { isMine, LETTER, sketch, type Drawing, type Room, type Said } from './drawing.ts';
import { key, keyWidth, note, type Entry } from './key.ts';
import { namesOf, type MapMark, type MapName, type NamedMap } from './map-names.ts';
import { hatch, texts } from './marks.ts';
import { tenth } from './round.ts';
import { markOf } from './svg-document.ts';
import type { Palette } from './palette.ts';
import { element, escaped } from './svg.ts';

export type { MapMark };

export interface MunicipalityMap extends Said, NamedMap {
	/** Words of the classes, from low to high, at most six. */
	classes: readonly string[];
	/** Shade of each class, 0 to 5; without it the lightest ones. */
	shades?: readonly number[];
	/** Under the map: that it is schematic. */
	caption?: string;
	/** Of the map itself, in px. */
	tallest?: number;
	/** Whether its legend stands beside it where there is room, for a slide is wider than high. */
	keyBeside?: boolean;
	words?: { none: string; free: string; estimated: string };
}

const WORDS = { none: 'geen cijfer', free: 'vrijgesteld of geen objectief', estimated: 'raming' };
const TALLEST = 460;
const PITCH = 4;
/** Least width in px of a drawing with its legend beside the map, and the room between them. */
const BESIDE_FROM = 430;
const BESIDE_GAP = 28;
const KEY_MARK = 18;

/**
 * Municipalities as linked cells coloured by class, with a legend. Plot's `geo` projects anew for every drawing and writes
 * whole coordinates: a map of Flanders would weigh three times as much. So the cells come projected by d3-geo, once for each
 * structure, as short paths that the drawing only scales.
 */
export const municipalityMap: Drawing<MunicipalityMap> = (data, room) => {
	const { size, tallest = TALLEST, caption } = data;
	const id = room.id ?? 'k';
	const layers = mapLayers(data.marks);
	const entries = data.marks.length > 0 ? legend(data, layers, id, room.palette) : [];
	const beside = data.keyBeside && room.width >= BESIDE_FROM ? keyWidth(entries, KEY_MARK) : 0;
	const free = room.width - (beside && beside + BESIDE_GAP);
	const scale = Math.min(free / size.width, tallest / size.height);
	const width = Math.round(size.width * scale);
	const height = Math.ceil(size.height * scale);
	const { ink, ground } = room.palette;
	const names = namesOf(data, scale, width, room);
	const words = key(entries, { ...room, width: beside || room.width }, KEY_MARK);
	const below = [...(beside ? [] : [words]), ...(caption ? [note(caption, room)] : [])];
	return sketch(
		{
			...data,
			marks: true,
			height: Math.max(height, beside && words.height),
			over: beside
				? element('g', { transform: `translate(${width + BESIDE_GAP},0)` }, words.svg)
				: '',
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
					leaders(names, room.palette),
					texts(names, {
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

/** Lines from cells to the names that stand away from them, with a dot on the cell. */
function leaders(names: readonly MapName[], { ink, ground }: Palette): Markish[] {
	const ties = names.flatMap(({ leader }) => leader ?? []);
	if (ties.length === 0) return [];
	const line = ties.map(({ from, to }) => `M${from.map(tenth)}L${to.map(tenth)}`).join('');
	const dots = ties.map(({ from: [cx, cy] }) =>
		element('circle', { cx: tenth(cx), cy: tenth(cy), r: 3, fill: ink, stroke: ground })
	);
	return [
		markOf(
			element('path', { d: line, stroke: ground, 'stroke-width': 4, fill: 'none' }) +
				element('path', { d: line, stroke: ink, 'stroke-width': 1.5, fill: 'none' }) +
				dots.join('')
		)
	];
}

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
	room: Room
): string {
	const { palette, target } = room;
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
	return [
		...(under ?? []),
		...(under?.length ? [sheet] : []),
		...(over ?? []),
		outline(
			data.marks.filter(({ highlighted }) => highlighted),
			palette.ink,
			1.4 / scale
		),
		...OWN_RIM.map(({ colour, width }) =>
			outline(
				data.marks.filter(({ nis }) => isMine(room, nis)),
				palette[colour],
				width / scale,
				'mine'
			)
		)
	].join('');
}

/** The rim of the reader's own municipality, and of that a rim again, so that it stands out on any shade. */
const OWN_RIM = [
	{ colour: 'ground', width: 6 },
	{ colour: 'ink', width: 3.2 }
] as const;

/** The rim of some cells; nothing where there are none. @param width of the line, in the units of the cells */
function outline(marks: readonly MapMark[], stroke: string, width: number, look?: string): string {
	if (marks.length === 0) return '';
	return element('path', {
		class: look,
		d: marks.map(({ path }) => path).join(''),
		fill: 'none',
		stroke,
		'stroke-width': Math.round(100 * width) / 100,
		'stroke-linejoin': 'round',
		'pointer-events': 'none'
	});
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

function legend(
	data: MunicipalityMap,
	layers: readonly MapLayer[],
	id: string,
	{ blue, none, ruleStrong }: Palette
): Entry[] {
	const { words = WORDS } = data;
	const box = { width: KEY_MARK, height: 12 };
	const hatched = layers.some(({ estimated }) => estimated);
	return [
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
}
