// Names on a map: which cells are named, and where.
import { isMine, LETTER, LINE, type Room } from './drawing.ts';
import { placeLabels, type LabelOffset, type LabelWish } from './labels.ts';
import type { MapCell } from './map-areas.ts';
import { MINE_WEIGHT, type Label } from './marks.ts';

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

/** What names stand on. */
export interface NamedMap {
	size: { width: number; height: number };
	marks: readonly MapMark[];
	/** One name for all highlighted cells together, in place of a name for each. */
	highlight?: string;
	/** Whether every highlighted cell is named: where nothing can be pointed at, on paper and on a slide. */
	all?: boolean;
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
/** Beside a cell that would be hidden under its own name. */
const CLEAR: LabelOffset[] = [
	{ dx: 0, dy: -14, anchor: 'middle' },
	{ dx: 0, dy: 26, anchor: 'middle' },
	{ dx: 14, dy: 5, anchor: 'start' },
	{ dx: -14, dy: 5, anchor: 'end' }
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

/**
 * Names of the highlighted cells, of the reader's own, and of landmarks on a map that is wide enough, as far as they fit without
 * overlap.
 */
export function namesOf(
	data: NamedMap,
	scale: number,
	width: number,
	room: Pick<Room, 'mine'> = {}
): Label[] {
	const { size, highlight, all } = data;
	const marks = data.marks.map((mark) =>
		isMine(room, mark.nis) ? { ...mark, priority: Number.MAX_SAFE_INTEGER } : mark
	);
	const isOne = highlight !== undefined;
	const whole = isOne ? [nameOfHighlight(highlight, marks, size, scale)] : [];
	const named = marks.filter(
		(mark) =>
			isMine(room, mark.nis) ||
			(!isOne && (mark.highlighted || (mark.landmark && width >= LANDMARKS_FROM)))
	);
	const space = { width, height: size.height * scale, size: LETTER, offsets: FIRST };
	const placed = placedNames(
		named.map((mark) =>
			wish(
				mark,
				linesOf(mark),
				scale,
				isMine(room, mark.nis) && !mark.highlighted ? CLEAR : undefined
			)
		),
		space
	);
	const left = all ? named.filter((mark) => !placed.some(({ id }) => id === mark.nis)) : [];
	const more = left.length > 0 ? allNames(named, left, scale, space) : placed;
	const names = more.flatMap(({ id, x, y, lines, dx, dy, anchor }) =>
		lines.map((text, row) => ({
			...{ text, x: x + dx, y: y + dy + row * LINE * 0.9, anchor },
			...(isMine(room, id) && { weight: MINE_WEIGHT })
		}))
	);
	return [...whole, ...names];
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
	size: NamedMap['size'],
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
