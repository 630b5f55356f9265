import * as Plot from '@observablehq/plot';
import type { Day } from '#lib/domain/dates.ts';
import { LETTER, sketch, type Block, type Drawing, type Room, type Said } from './drawing.ts';
import { key, type Entry } from './key.ts';
import { placeLabels, textWidth, type Box as TextBox, type LabelOffset } from './labels.ts';
import { LINE_LOOKS, px, texts } from './marks.ts';
import type { Palette } from './palette.ts';
import { element } from './svg.ts';
import {
	endLabels,
	endRoom,
	endsOf,
	lineKey,
	lineMarks,
	linesOf,
	SAMPLE,
	takenBy,
	type Line,
	type TrendSeries
} from './time-lines.ts';
import {
	axes,
	scaled,
	timeScales,
	utc,
	type Box,
	type Certainty,
	type Scales,
	type TrendBreak
} from './time.ts';

export interface Trend extends Said {
	/** One or two, and at most two for context after them. */
	series: readonly TrendSeries[];
	/** Label as it must be read («doel: 11 %»). */
	goal?: { value: number; label: string } | null;
	breaks?: readonly TrendBreak[];
	/** Days that the axis must reach, and values that the scale must. */
	days?: readonly Day[];
	values?: readonly number[];
	/** Whether the values are counts, so that the scale has no step between two of them. */
	whole?: boolean;
	/** For the axis. */
	format: (value: number) => string;
	/** Of the lines, in px. */
	height?: number;
	words?: Record<Certainty | 'nothing', string>;
}

/** What another drawing adds to a trend. */
export interface Added {
	/** Under the lines. */
	under?: (scales: Scales, box: Box) => Plot.Markish[];
	/** Over the lines; `taken` is where names stand already. */
	over?: (scales: Scales, box: Box, taken: TextBox[]) => Plot.Markish[];
	/** Where the goal may not be named. */
	stands?: (scales: Scales, box: Box) => TextBox[];
	entries?: readonly Entry[];
}

const WORDS = {
	published: 'gepubliceerd',
	estimated: 'raming',
	forecast: 'vooruitzicht',
	nothing: 'Geen cijfers'
};
const BREAK_ROW = 18;
const GOAL_ROW = 18;
const YEARS = 28;
/** Below this width in px there is no room for words beside an upright line: the key has them. */
const NARROW = 560;

/** One or two series over the years, with at most two wider ones to compare with; nothing is drawn where nothing is known. */
export const trend: Drawing<Trend> = (data, room) => overTime(data, room, {});

/** A trend with what another drawing adds to it. */
export function overTime(data: Trend, room: Room, added: Added): string {
	const { goal, format, words = WORDS } = data;
	const { under, over, stands, entries = [] } = added;
	const { palette } = room;
	const breaks = room.width < NARROW ? [] : (data.breaks ?? []);
	const lines = linesOf(data.series, data.breaks ?? []);
	const top = 14 + breaks.length * BREAK_ROW;
	const { scales, box, ticks, ends, named } =
		arranged(data, room.width, top, lines, placedGoal, stands) ??
		arranged(data, room.width, top + GOAL_ROW, lines, goalAbove, stands);
	const height = box.bottom + YEARS;
	return sketch(
		{
			...data,
			marks: true,
			height,
			plot: {
				...scaled(scales, box, room.width, height),
				marks: [
					axes(scales, ticks, format, palette),
					under?.(scales, box) ?? [],
					breakMarks(data.breaks ?? [], breaks.length > 0, data, scales, box, palette),
					goal ? Plot.ruleY([goal.value], LINE_LOOKS.goal(palette)) : [],
					lines.map((line) => lineMarks(line, palette)),
					over?.(scales, box, named.taken) ?? [],
					texts(named.labels, { fill: palette.goal, ground: palette.ground, fontWeight: 600 }),
					endLabels(ends, palette),
					lines.some(({ points }) => points.length > 0) ? [] : nothing(words.nothing, box, palette)
				]
			},
			below: [
				key([...lineKey(lines, words, palette), ...entries], room, SAMPLE),
				breaks.length === 0 ? breakKey(data.breaks ?? [], room) : { svg: '', height: 0 }
			]
		},
		room
	);
}

/** Least height in px between two values at the left. */
const TICK_ROOM = 14;

/** The values at the left: round ones as long as none covers another, else the least and the greatest of them. */
function ticksWithin(height: number, { ticks }: Scales['y']): number[] {
	const fits = (all: readonly number[]) => (all.length - 1) * TICK_ROOM <= height;
	const few = ticks(2);
	return [ticks(3), few].find(fits) ?? few.filter((_, at) => at === 0 || at === few.length - 1);
}

/** Scales that hold all days and values, with room for the values at the left and for what stands at the ends of lines. */
function laidOut(data: Trend, width: number, top: number, right: number) {
	const { series, goal, height = 220, format } = data;
	const points = series.flatMap((one) => one.points);
	const values = [
		0,
		goal?.value ?? 0,
		...(data.values ?? []),
		...points.flatMap(({ value }) => value ?? [])
	];
	const domain = [Math.min(...values), Math.max(...values, 1e-9)] as const;
	const dates = [...points.map(({ date }) => date), ...(data.days ?? [])];
	const rough = { left: 0, right: width - Math.max(12, right), top, bottom: top + height };
	const { y } = timeScales(dates, domain, rough);
	const ticks = (values.some((value) => value !== 0) ? ticksWithin(height, y) : [0]).filter(
		(value) => !data.whole || Number.isInteger(value)
	);
	const box = {
		...rough,
		left: 12 + Math.max(...ticks.map((tick) => textWidth(format(tick), LETTER)))
	};
	return { ticks, box, scales: timeScales(dates, domain, box) };
}

/** Where the goal is named, and all that no other name may cover. */
interface Named {
	labels: { text: string; x: number; y: number; anchor: LabelOffset['anchor'] }[];
	taken: TextBox[];
}
type NameGoal<Found> = (data: Trend, scales: Scales, box: Box, taken: Taken) => Found;
type Taken = ReturnType<typeof takenBy> & { added: TextBox[] };

/** All but the marks, with the goal named in one way; null when it cannot be named so. */
function arranged<Found extends Named | null>(
	data: Trend,
	width: number,
	top: number,
	lines: readonly Line[],
	name: NameGoal<Found>,
	stands: Added['stands']
) {
	const layout = laidOut(data, width, top, endRoom(lines));
	const ends = endsOf(lines, layout.scales);
	const taken = {
		...takenBy(ends, lines, layout.scales),
		added: stands?.(layout.scales, layout.box) ?? []
	};
	const named = name(data, layout.scales, layout.box, taken);
	return named && { ...layout, ends, named };
}

/** Above or below its line, near it first; in px. */
const ABOVE_OR_BELOW = [-7, 18, -24, 35];

/**
 * The goal is named above or below its line, at the right or left end first, where it covers no other name and no point; null
 * when there is no such room.
 */
function placedGoal(
	{ goal }: Trend,
	{ y }: Scales,
	box: Box,
	{ names, points, added }: Taken
): Named | null {
	const taken = [...names, ...points];
	if (!goal) return { labels: [], taken };
	const wish = { id: 'goal', lines: [goal.label], x: 0, y: y(goal.value), priority: 1 };
	const offsets = ABOVE_OR_BELOW.flatMap((dy) => [
		{ dx: box.right, dy, anchor: 'end' as const },
		{ dx: box.left + 4, dy, anchor: 'start' as const },
		{ dx: (box.left + box.right) / 2, dy, anchor: 'middle' as const }
	]).filter(({ dy }) => wish.y + dy >= LETTER && wish.y + dy < box.bottom);
	const space = {
		width: box.right + 1,
		height: box.bottom,
		size: LETTER,
		offsets,
		taken: [...taken, ...added]
	};
	const [at] = placeLabels([wish], space);
	return at ? goalAt(goal, at, wish.y, taken) : null;
}

/** The goal is named over the lines, at their right, in a row of its own. */
function goalAbove({ goal }: Trend, { y }: Scales, box: Box, { names, points }: Taken): Named {
	const taken = [...names, ...points];
	if (!goal) return { labels: [], taken };
	const line = y(goal.value);
	return goalAt(goal, { dx: box.right, dy: box.top - 7 - line, anchor: 'end' }, line, taken);
}

function goalAt(
	{ label }: { label: string },
	{ dx, dy, anchor }: LabelOffset,
	line: number,
	taken: readonly TextBox[]
): Named {
	const long = textWidth(label, LETTER);
	const left = dx - long * { start: 0, middle: 0.5, end: 1 }[anchor];
	const base = line + dy;
	return {
		labels: [{ text: label, x: dx, y: base, anchor }],
		taken: [...taken, { left, right: left + long, top: base - LETTER, bottom: base + 4 }]
	};
}

/** A break stands halfway between the last figure before it and the first after it. */
function breakMarks(
	breaks: readonly TrendBreak[],
	withWords: boolean,
	{ series }: Trend,
	{ x }: Scales,
	box: Box,
	{ inkFaint, inkSoft, ground }: Palette
): Plot.Markish[] {
	const days = series.flatMap(({ points }) => points.map(({ date }) => date)).toSorted();
	const marks = breaks.flatMap(({ date, label }, row) => {
		const before = days.findLast((day) => day < date);
		const after = days.find((day) => day >= date);
		if (!before || !after) return [];
		const at = (x(utc(before)) + x(utc(after))) / 2;
		const anchor = at > (box.left + box.right) / 2 ? ('end' as const) : ('start' as const);
		const top = withWords ? 2 + row * BREAK_ROW : box.top;
		return [
			{
				at,
				top,
				bottom: box.bottom,
				text: label,
				x: at + (anchor === 'end' ? -5 : 5),
				y: top + 12,
				anchor
			}
		];
	});
	return [
		Plot.ruleX(marks, {
			x: px('at'),
			y1: px('top'),
			y2: px('bottom'),
			stroke: inkFaint,
			strokeDasharray: '1 3'
		}),
		withWords ? texts(marks, { fill: inkSoft, ground }) : []
	];
}

const breakKey = (breaks: readonly TrendBreak[], room: Room): Block =>
	key(
		breaks.map(({ label }) => ({
			word: label,
			mark: element('path', {
				d: 'M6 0V12',
				stroke: room.palette.inkFaint,
				'stroke-dasharray': '1 3'
			})
		})),
		room,
		12
	);

const nothing = (text: string, { left, right, top, bottom }: Box, { inkSoft, ground }: Palette) =>
	texts([{ text, x: (left + right) / 2, y: (top + bottom) / 2, anchor: 'middle' }], {
		fill: inkSoft,
		ground
	});
