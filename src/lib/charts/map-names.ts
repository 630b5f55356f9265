// Names on a map: which cells are named, and where.
import { isMine, LETTER, LINE, type Room } from './drawing.ts';
import {
	boxesOf,
	placeLabels,
	type Box,
	type LabelOffset,
	type LabelSpace,
	type LabelWish
} from './labels.ts';
import type { MapCell } from './map-areas.ts';
import { MINE_WEIGHT, type Label } from './marks.ts';

/** A line of a name; the first one of a name that stands away from its cell tells where that is, and where the line to it ends. */
export interface MapName extends Label {
	leader?: { from: readonly [x: number, y: number]; to: readonly [x: number, y: number] };
}

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
/** Of a name on its cell: its base line under the middle, and how far off it no longer stands on it, in px. */
const FIRST_BASE = 5;
const AWAY = 24;
/** Between the base lines of a name and its figure. */
const STEP = LINE * 0.9;
const FIRST: LabelOffset[] = [
	{ dx: 0, dy: FIRST_BASE, anchor: 'middle' },
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
): MapName[] {
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
	const isFull = all && placed.length < named.length;
	const names = (isFull ? allNames(named, scale, space) : placed).flatMap((one) =>
		one.lines.map((text, row) => ({
			...{ text, x: one.x + one.dx, y: one.y + one.dy + row * STEP, anchor: one.anchor },
			...(isMine(room, one.id) && { weight: MINE_WEIGHT }),
			...(row === 0 && isAway(one) && { leader: leaderOf(one) })
		}))
	);
	return [...whole, ...names];
}

/** A name as it was placed. */
type Placed = LabelWish & LabelOffset;

const isAway = ({ dx, dy }: LabelOffset): boolean => Math.hypot(dx, dy - FIRST_BASE) >= AWAY;

/** From the middle of a cell to the nearest edge of its name. */
function leaderOf({ x, y, lines, dx, dy, anchor }: Placed): MapName['leader'] {
	const below = dy + (lines.length - 1) * STEP + 4;
	const [top, side] = [dy - 13, { start: -3, middle: 0, end: 3 }[anchor]];
	const edge = top > 0 ? top : below < 0 ? below : (top + below) / 2;
	return { from: [x, y], to: [x + dx + side, y + edge] };
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

const placedNames = (wishes: readonly LabelWish[], space: LabelSpace) => {
	const byId = new Map(wishes.map((one) => [one.id, one]));
	return placeLabels(wishes, space).flatMap((label) => {
		const one = byId.get(label.id);
		return one ? [{ ...one, ...label }] : [];
	});
};

/**
 * Every name: first as many as can stand on their cells, without a figure; then the others, broken where they can be and further
 * off. Where those that find no place on their cells can all be named by coming first, they do. Last the figures that fit under them.
 */
function allNames(named: readonly MapMark[], scale: number, space: LabelSpace): Placed[] {
	const here = placedNames(
		named.map((mark) => wish(mark, [mark.name], scale)),
		space
	);
	const isHere = new Set(here.map(({ id }) => id));
	const further = named
		.filter(({ nis }) => !isHere.has(nis))
		.map((mark) => wish(mark, mark.name.split(/(?<=-)| /), scale, [...FIRST, ...FURTHER]));
	const after = [...here, ...placedNames(further, { ...space, taken: covered(here, space) })];
	if (after.length === named.length) return withFigures(named, after, space);
	const first = placedNames(
		[
			...further.map((one) => ({ ...one, priority: 1e9 + one.priority })),
			...here.map((one) => ({ ...one, offsets: [...FIRST, ...FURTHER] }))
		],
		space
	);
	return withFigures(named, first.length === named.length ? first : after, space);
}

const covered = (names: readonly Placed[], space: LabelSpace): Box[] =>
	names.flatMap((one) => boxesOf(one, one, space));

/** Names with their figures under them, where nothing else stands. */
function withFigures(named: readonly MapMark[], names: Placed[], space: LabelSpace): Placed[] {
	const values = new Map(named.map(({ nis, value }) => [nis, value]));
	return names.reduce<Placed[]>((done, one, at) => {
		const value = values.get(one.id);
		const figured = { ...one, lines: [...one.lines, value ?? ''] };
		const others = [...done, ...names.slice(at + 1)];
		const hasRoom =
			value !== undefined &&
			placeLabels([{ ...figured, offsets: [one] }], { ...space, taken: covered(others, space) })
				.length > 0;
		return [...done, hasRoom ? figured : one];
	}, []);
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
