import type { MapCell } from './map-cells.ts';
import { placeLabels, type LabelOffset, type PlacedLabel } from './labels.ts';
import { percentOf } from './round.ts';

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

/** What separates cells in drawing order. */
export interface MapLayer {
	class: number | 'none' | 'free' | 'context';
	estimated: boolean;
	marks: MapMark[];
}

/** A name (and figure) on the map; `x` and `y` in per cent of the drawing, the shift in px. */
export interface MapName extends PlacedLabel {
	x: number;
	y: number;
	lines: string[];
}

/** Width in px from which landmarks are named: on a narrower map their names would hide what it shows. */
const LANDMARKS_FROM = 480;
/** Font size of names in px, whatever the width of the map; and on a map that is seen from afar. */
const NAME_SIZE = 13;
const LARGE_NAME_SIZE = 15;
const NAME_OFFSETS: LabelOffset[] = [
	{ dx: 0, dy: 4, anchor: 'middle' },
	{ dx: 0, dy: -9, anchor: 'middle' },
	{ dx: 0, dy: 17, anchor: 'middle' },
	{ dx: -6, dy: 4, anchor: 'start' },
	{ dx: 6, dy: 4, anchor: 'end' }
];

/**
 * Cells by layer: estimates by class first, so that one sheet of hatching can lie over them and under the others; then
 * context, cells without a figure, and published figures by class.
 */
export function mapLayers(marks: readonly MapMark[]): MapLayer[] {
	const layers = new Map<string, MapLayer>();
	for (const mark of marks) {
		const kind = mark.context ? 'context' : mark.free ? 'free' : (mark.class ?? 'none');
		const estimated = (typeof kind === 'number' || kind === 'free') && mark.estimated;
		const layer = layers.get(`${kind} ${estimated}`) ?? { class: kind, estimated, marks: [] };
		layer.marks.push(mark);
		layers.set(`${kind} ${estimated}`, layer);
	}
	return [...layers.values()].toSorted((a, b) => depth(a) - depth(b));
}

function depth(layer: MapLayer): number {
	if (layer.class === 'context') return 100;
	if (layer.class === 'none') return 101;
	if (layer.class === 'free') return layer.estimated ? 50 : 102;
	return layer.class + (layer.estimated ? 0 : 200);
}

/** Names of the highlighted cells, and of landmarks on a map that is wide enough, that fit when it is `pixels` wide. */
export function mapNames(
	marks: readonly MapMark[],
	size: { width: number; height: number },
	pixels: number,
	large = false
): MapName[] {
	const scale = pixels / size.width;
	const named = new Map(
		marks
			.filter((mark) => mark.highlighted || (mark.landmark && pixels >= LANDMARKS_FROM))
			.map((mark) => [mark.nis, mark])
	);
	const wishes = [...named.values()].map((mark) => ({
		id: mark.nis,
		lines: linesOf(mark),
		x: mark.x * scale,
		y: mark.y * scale,
		priority: mark.priority ?? 0
	}));
	const placed = placeLabels(wishes, {
		width: pixels,
		...(large && { height: size.height * scale }),
		size: large ? LARGE_NAME_SIZE : NAME_SIZE,
		offsets: NAME_OFFSETS
	});
	return placed.flatMap((label) => {
		const mark = named.get(label.id);
		if (!mark) return [];
		const lines = linesOf(mark);
		return [
			{ ...label, lines, x: percentOf(mark.x, size.width), y: percentOf(mark.y, size.height) }
		];
	});
}

/** Where one name for all highlighted cells stands: above them, or below when they touch the upper edge. */
export function nameOfHighlight(
	marks: readonly MapMark[],
	size: { width: number; height: number }
): Omit<MapName, 'id' | 'lines'> {
	const cells = marks.filter(({ highlighted }) => highlighted);
	const xs = cells.map(({ x }) => x);
	const ys = cells.map(({ y }) => y);
	const middle = percentOf((Math.min(...xs) + Math.max(...xs)) / 2, size.width);
	const top = percentOf(Math.min(...ys), size.height);
	const isLow = top > 20;
	return {
		x: middle,
		y: isLow ? top : percentOf(Math.max(...ys), size.height),
		dx: 0,
		dy: isLow ? -18 : 28,
		anchor: middle < 15 ? 'start' : middle > 85 ? 'end' : 'middle'
	};
}

const linesOf = (mark: MapMark) =>
	mark.highlighted && mark.value !== undefined ? [mark.name, mark.value] : [mark.name];
