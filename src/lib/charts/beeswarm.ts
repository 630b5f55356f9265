import { scaleLinear } from 'd3-scale';
import { placeLabels, type LabelOffset, type TextAnchor } from './labels.ts';
import { percentOf, tenth } from './round.ts';

/** One dot: a municipality with its value, in any unit. */
export interface SwarmDot {
	id: string;
	name: string;
	href: string;
	value: number;
	/** Full sentence, shown and spoken for this dot. */
	label: string;
	highlighted: boolean;
	estimated: boolean;
	/** Whose name comes first where not all fit, before the extremes; the greatest first. */
	priority?: number;
}

/** A value to compare with: the mean of a wider area, or the goal. */
export interface SwarmLine {
	value: number;
	label: string;
	kind: 'mean' | 'goal';
}

export interface SwarmLayout {
	width: number;
	height: number;
	/** In the order of the dots that came in; units of `width`. */
	points: { x: number; y: number }[];
	/** Place of a value, in per cent of the width. */
	place: (value: number) => number;
	ticks: number[];
}

/** Units of the drawing; the page scales it. More dots get a wider drawing, so that the swarm keeps its proportions. */
const WIDTH = 440;
const DOTS_PER_WIDTH = 600;
const SPACING = 7.4;
const EDGE = 5;

/**
 * Lays out dots along one axis that starts at zero; each keeps its own place on the axis and moves aside only as far
 * as needed not to lie over another.
 * @param values in any unit; `atLeast` is a value that the axis must reach (a goal).
 */
export function swarmLayout(values: readonly number[], atLeast: number): SwarmLayout {
	const width = Math.round(WIDTH * Math.sqrt(Math.max(1, values.length / DOTS_PER_WIDTH)));
	const scale = scaleLinear()
		.domain([Math.min(0, ...values), Math.max(atLeast, ...values, 1e-9)])
		.nice(6)
		.range([EDGE, width - EDGE]);
	const xs = values.map((value) => tenth(scale(value)));
	const ys = dodge(xs, SPACING);
	const reach = Math.max(0, ...ys.map(Math.abs)) + EDGE;
	return {
		width,
		height: Math.ceil(reach * 2),
		points: xs.map((x, index) => ({ x, y: tenth(reach + (ys[index] ?? 0)) })),
		place: (value) => percentOf(scale(value), width),
		ticks: scale.ticks(6)
	};
}

/**
 * Moves points with the given places aside so that no two come nearer than `spacing`: from left to right, each as
 * near to the axis as those already there allow.
 * @returns distance from the axis of each, in the order given.
 */
export function dodge(xs: readonly number[], spacing: number): number[] {
	const ys = new Array<number>(xs.length).fill(0);
	const order = xs
		.map((x, index) => ({ x, index }))
		.toSorted((a, b) => a.x - b.x || a.index - b.index);
	let first = 0;
	order.forEach(({ x, index }, position) => {
		while (x - (order[first]?.x ?? x) >= spacing) first++;
		const blocked = order.slice(first, position).map((other): Interval => {
			const reach = Math.sqrt(spacing ** 2 - (x - other.x) ** 2);
			const y = ys[other.index] ?? 0;
			return [y - reach, y + reach];
		});
		ys[index] = nearestFree(blocked);
	});
	return ys;
}

type Interval = readonly [start: number, end: number];

/** The number nearest to zero that lies inside none of the intervals. */
function nearestFree(intervals: readonly Interval[]): number {
	let [low, high] = [-Infinity, -Infinity];
	for (const [start, end] of intervals.toSorted((a, b) => a[0] - b[0])) {
		if (start < high) high = Math.max(high, end);
		else if (start < 0) [low, high] = [start, end];
		else break;
	}
	if (low >= 0 || high <= 0) return 0;
	return -low <= high ? low : high;
}

/** Dots that look alike, in drawing order. */
export interface SwarmGroup {
	/** `o` others or `h` highlighted; with `e` for estimated. */
	name: string;
	dots: { dot: SwarmDot; x: number; y: number }[];
}

/** Sorts dots by look, the highlighted last and so on top. */
export function swarmGroups(
	dots: readonly SwarmDot[],
	points: SwarmLayout['points']
): SwarmGroup[] {
	const groups = ['o e', 'o', 'h e', 'h'].map((name): SwarmGroup => ({ name, dots: [] }));
	dots.forEach((dot, index) => {
		const name = `${dot.highlighted ? 'h' : 'o'}${dot.estimated ? ' e' : ''}`;
		const point = points[index];
		if (point) groups.find((group) => group.name === name)?.dots.push({ dot, ...point });
	});
	return groups.filter((group) => group.dots.length > 0);
}

/**
 * What the looks mean. Where all dots of a kind are estimates its own entry says so; else the hollow dot has an entry.
 */
export function swarmKey(
	dots: readonly SwarmDot[],
	words: { others: string; highlighted: string; estimated: string }
): { name: string; word: string }[] {
	const entries = (['highlighted', 'others'] as const).flatMap((kind) => {
		const own = dots.filter((dot) => dot.highlighted === (kind === 'highlighted'));
		const estimates = own.filter((dot) => dot.estimated).length;
		if (own.length === 0) return [];
		const look = kind === 'highlighted' ? 'h' : 'o';
		if (estimates === own.length) {
			return [{ name: `${look} e`, word: `${words[kind]} (${words.estimated})`, mixed: false }];
		}
		return [{ name: look, word: words[kind], mixed: estimates > 0 }];
	});
	if (!entries.some((entry) => entry.mixed)) return entries;
	return [...entries, { name: 'o e', word: words.estimated }];
}

/** A name above the swarm with a line down to its dot; `x` in per cent, `y` in px from the top of the name rows. */
export interface SwarmName {
	id: string;
	text: string;
	x: number;
	y: number;
	dx: number;
	anchor: TextAnchor;
}

const NAME_ROW = 17;
const NAME_ROWS = 3;
export const NAMES_HEIGHT = NAME_ROWS * NAME_ROW;
const NAME_SIZE = 13;

/** The row nearest to the dots first, so that lines stay short. */
const NAME_OFFSETS: LabelOffset[] = Array.from({ length: NAME_ROWS }, (_, row) => row).flatMap(
	(row) =>
		(['middle', 'start', 'end'] as const).map((anchor) => ({
			anchor,
			dx: { start: -3, middle: 0, end: 3 }[anchor],
			dy: -row * NAME_ROW - 5
		}))
);

/**
 * Names for the highlighted dots that fit above the swarm when it is `width` px wide: those with priority, then the
 * extremes, then inwards.
 */
export function swarmNames(
	dots: readonly SwarmDot[],
	place: SwarmLayout['place'],
	width: number
): SwarmName[] {
	const sorted = dots
		.filter((dot) => dot.highlighted)
		.toSorted((a, b) => a.value - b.value || a.name.localeCompare(b.name, 'nl'));
	const wishes = sorted.map((dot, rank) => ({
		id: dot.id,
		lines: [dot.name],
		x: (place(dot.value) / 100) * width,
		y: NAMES_HEIGHT,
		priority: (dot.priority ?? 0) * sorted.length - Math.min(rank, sorted.length - 1 - rank)
	}));
	const space = { width, size: NAME_SIZE, offsets: NAME_OFFSETS, leaderTo: NAMES_HEIGHT };
	const byId = new Map(sorted.map((dot) => [dot.id, dot]));
	return placeLabels(wishes, space).flatMap(({ id, dx, dy, anchor }) => {
		const dot = byId.get(id);
		if (!dot) return [];
		return [{ id, text: dot.name, x: place(dot.value), y: NAMES_HEIGHT + dy, dx, anchor }];
	});
}
