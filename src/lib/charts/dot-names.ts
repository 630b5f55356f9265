// Names above dots on one line: those that fit, or, where nothing can be pointed at, all of them.
import * as Plot from '@observablehq/plot';
import { isMine, LETTER, type Room } from './drawing.ts';
import { placeLabels, spread, textWidth, type LabelOffset } from './labels.ts';
import { px, texts, type Label } from './marks.ts';
import type { Across, Dot } from './one-line.ts';
import type { Palette } from './palette.ts';

/** A name above dots with a line down to its own; `y` in px from the top of the rows of names. */
export interface DotName extends Label {
	id: string;
	/** Of the dot. */
	at: number;
}

const NAME_ROW = 18;
const NAME_ROWS = 3;

/** The names of dots, each over its own with a line down to it. */
export interface Names {
	names: DotName[];
	/** Of their rows, in px. */
	height: number;
}

/** The row nearest to the dots first, so that lines stay short. */
const offsets = (rows: number): LabelOffset[] =>
	Array.from({ length: rows }, (_, row) => row).flatMap((row) =>
		(['middle', 'start', 'end'] as const).map((anchor) => ({
			anchor,
			dx: { start: -3, middle: 0, end: 3 }[anchor],
			dy: -row * NAME_ROW - 5
		}))
	);

/** Names for the dots that fit above them in some rows: the reader's own, those with priority, then the extremes, then inwards. */
export function dotNames(
	dots: readonly Dot[],
	x: Across,
	room: Pick<Room, 'width' | 'mine'>
): Names {
	if (dots.length === 0) return { names: [], height: 0 };
	const sorted = byValue(dots);
	const height = NAME_ROWS * NAME_ROW;
	const wishes = sorted.map((dot, rank) => ({
		id: dot.id,
		lines: [dot.name],
		x: x(dot.value),
		y: height,
		priority: isMine(room, dot.id)
			? Number.MAX_SAFE_INTEGER
			: (dot.priority ?? 0) * sorted.length - Math.min(rank, sorted.length - 1 - rank)
	}));
	const placed = placeLabels(wishes, {
		width: room.width,
		size: LETTER,
		offsets: offsets(NAME_ROWS),
		leaderTo: height
	});
	const byId = new Map(sorted.map((dot) => [dot.id, dot]));
	const names = placed.flatMap(({ id, dx, dy, anchor }) => {
		const dot = byId.get(id);
		return dot
			? [{ id, text: dot.name, at: x(dot.value), x: x(dot.value) + dx, y: height + dy, anchor }]
			: [];
	});
	return { names, height };
}

const byValue = (dots: readonly Dot[]) =>
	dots.toSorted((a, b) => a.value - b.value || a.name.localeCompare(b.name, 'nl'));

/** How steep names stand where every dot has its own, in degrees, the more the steeper, and how far from each other, in px. */
const STEEP = [
	{ degrees: 40, gap: 24 },
	{ degrees: 65, gap: 17.5 },
	{ degrees: 90, gap: 15 }
] as const;
/** Room in px for the lines from steep names to their dots. */
const ABOVE = 18;

const longest = (dots: readonly Dot[]): number =>
	Math.max(0, ...dots.map(({ name }) => textWidth(name, LETTER)));
const part = (of: (angle: number) => number, degrees: number) => of((degrees * Math.PI) / 180);

/** How steep the names of so many dots must be to stand in a width in px, and the room that they need at the right. */
export function steepness(dots: readonly Dot[], width: number) {
	const fitting = STEEP.map((one) => ({
		...one,
		room: part(Math.cos, one.degrees) * longest(dots)
	}));
	const fits = ({ gap, room }: { gap: number; room: number }) =>
		(dots.length - 1) * gap + room <= width;
	return fitting.find(fits) ?? { degrees: 90, gap: width / dots.length, room: 0 };
}
type Steepness = ReturnType<typeof steepness>;

/** A name for every dot, rising to the right, at a place of its own with a line to its dot. */
export function steepNames(dots: readonly Dot[], x: Across, { degrees, gap }: Steepness): Names {
	const sorted = byValue(dots);
	const places = spread(
		sorted.map(({ value }) => x(value)),
		gap
	);
	const [low = 0, high = 0] = x.range();
	const within = places.map((place, index) =>
		Math.max(low + index * gap, Math.min(place, high - (places.length - 1 - index) * gap))
	);
	const height = part(Math.sin, degrees) * longest(dots) + 6 + ABOVE;
	const names = sorted.map((dot, index) => ({
		id: dot.id,
		text: dot.name,
		at: x(dot.value),
		x: within[index] ?? 0,
		y: height - ABOVE,
		anchor: 'start' as const
	}));
	return { names, height };
}

/** Steep names from `top` on, with lines to the `depth` of their dots. */
export const steepMarks = (
	names: readonly DotName[],
	{ degrees }: Steepness,
	top: number,
	depth: (id: string) => number,
	{ ink, ruleStrong, ground }: Palette
): Plot.Markish[] => [
	Plot.link(names, {
		x1: px('x'),
		y1: px(({ y }: DotName) => top + y + 3),
		x2: px('at'),
		y2: px(({ id }: DotName) => depth(id)),
		stroke: ruleStrong
	}),
	Plot.text(names, {
		x: px('x'),
		y: px(({ y }: DotName) => top + y),
		text: 'text',
		textAnchor: 'start',
		rotate: -degrees,
		fill: ink,
		stroke: ground,
		fontWeight: 600,
		className: 'name'
	})
];

/** The names in their rows, from `top` on, with lines down to `depth` of their dots. */
export function nameMarks(
	names: readonly DotName[],
	top: number,
	depth: (id: string) => number,
	{ ink, ruleStrong, ground }: Palette
): Plot.Markish[] {
	return [
		Plot.ruleX(names, {
			x: px('at'),
			y1: px(({ y }: DotName) => top + y + 3),
			y2: px(({ id }: DotName) => depth(id)),
			stroke: ruleStrong
		}),
		texts(
			names.map((name) => ({ ...name, y: top + name.y })),
			{ fill: ink, ground, fontWeight: 600, className: 'name' }
		)
	];
}
