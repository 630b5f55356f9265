import { scaleLinear } from 'd3-scale';
import { addDays, type Day } from '#lib/domain/dates.ts';
import { leastSure } from '#lib/domain/figure.ts';
import type { Status } from '#lib/domain/status.ts';
import type { TextAnchor } from './labels.ts';
import { hundredth, tenth } from './round.ts';
import { yearTicks, type YearTick } from './year-ticks.ts';

export interface TrendPoint {
	date: Day;
	/** In the unit of the series; null leaves a gap. */
	value: number | null;
	status: Status;
	/** The value as it must be read, with its mark when it is an estimate. */
	text: string;
	/** Full sentence, shown for this point. */
	label: string;
}

export interface TrendSeries {
	key: string;
	name: string;
	/** By date. */
	points: readonly TrendPoint[];
	/** Something wider that the others are compared with: a quiet line without marks. */
	context?: boolean;
}

/** A date from which the figures mean something else: no line runs across it. */
export interface TrendBreak {
	date: Day;
	label: string;
	/** Key of the only series of which the meaning changes; without it that of all. */
	series?: string;
}

export interface TrendInput {
	series: readonly TrendSeries[];
	goal: number | null;
	breaks: readonly TrendBreak[];
	/** Days that the axis must reach, besides those of the figures. */
	days?: readonly Day[];
	/** Values that the scale must reach, besides the figures and the goal. */
	values?: readonly number[];
	/** Whether the values are counts, so that the scale has no step between two of them. */
	whole?: boolean;
	/** Height of the plot in px. */
	height: number;
	/** At which end of its line the goal is named. */
	goalAt?: 'start' | 'end';
}

/** Where a day and a value stand: in per cent of the width, and in px from the top of the plot. */
export interface Place {
	x: (date: Day) => number;
	y: (value: number) => number;
}

/** How sure a value is, from the surest to the least sure. */
export const CERTAINTIES = ['published', 'forecast', 'estimated'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** `x` in per cent of the width, `y` in px from the top of the plot. */
export interface TrendMark {
	x: number;
	y: number;
	certainty: Certainty;
	text: string;
	label: string;
}

export interface TrendLine {
	key: string;
	marks: TrendMark[];
	/** One per run of the same certainty; units as the marks'. */
	segments: { path: string; certainty: Certainty }[];
	/** The last value, and where its label stands so that two do not overlap; null without any value. */
	end: (TrendMark & { labelY: number }) | null;
}

export interface TrendLayout {
	lines: TrendLine[];
	valueTicks: { value: number; y: number }[];
	yearTicks: YearTick[];
	/** `above`: the label of the goal stands above its line. */
	goal: { y: number; above: boolean } | null;
	/** `row` counts the lines of text above the plot. */
	breaks: { x: number; label: string; row: number; anchor: TextAnchor }[];
	/** For what is drawn besides the series. */
	place: Place;
}

/** Figures come once a year; two that lie further apart have a year without a figure between them. */
const LONGEST_STEP_DAYS = 370;
const LABEL_HEIGHT = 20;
const DAY_MS = 86_400_000;

/** Lays out series over the years, from zero; what is unknown stays open. */
export function trendLayout(input: TrendInput): TrendLayout {
	const { height } = input;
	const figures = input.series.flatMap(({ points }) => points.map(({ date }) => date)).sort();
	const days = [...figures, ...(input.days ?? [])].sort();
	const [first, last] = [days.at(0) ?? '2000-12-31', days.at(-1) ?? '2001-12-31'];
	const across = scaleLinear()
		.domain([dayNumber(first), dayNumber(last)])
		.range([0, 100]);
	const known = input.series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
	const bounds = [0, input.goal ?? 0, ...(input.values ?? []), ...known];
	const up = scaleLinear()
		.domain([Math.min(...bounds), Math.max(...bounds, 1e-9)])
		.nice(4)
		.range([height, 0]);
	const place: Place = {
		x: (date) => hundredth(first === last ? 50 : across(dayNumber(date))),
		y: (value) => tenth(up(value))
	};
	const lines = spreadEnds(
		input.series.map((series) => lineOf(series, breaksOf(input, series), place))
	);
	return {
		lines,
		valueTicks: (bounds.some((value) => value !== 0) ? up.ticks(3) : [0])
			.filter((value) => !input.whole || Number.isInteger(value))
			.map((value) => ({ value, y: place.y(value) })),
		yearTicks: yearTicks(first, last, place.x),
		goal: input.goal === null ? null : goalLine(place.y(input.goal), lines, input),
		breaks: breakMarks(input.breaks, figures, place),
		place
	};
}

/** The breaks that interrupt a series. */
export const breaksOf = (
	{ breaks }: Pick<TrendInput, 'breaks'>,
	{ key }: Pick<TrendSeries, 'key'>
): TrendBreak[] => breaks.filter(({ series }) => series === undefined || series === key);

const dayNumber = (date: Day) => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

function certaintyOf(status: Status): Certainty {
	return status === 'forecast' || status === 'estimated' ? status : 'published';
}

/** A point with a value. */
export type KnownPoint = TrendPoint & { value: number };
const isKnown = (point: TrendPoint): point is KnownPoint => point.value !== null;

function lineOf(series: TrendSeries, breaks: readonly TrendBreak[], place: Place): TrendLine {
	const marks = series.points.filter(isKnown).map(({ date, value, status, text, label }) => ({
		x: place.x(date),
		y: place.y(value),
		certainty: certaintyOf(status),
		text,
		label
	}));
	const last = marks.at(-1);
	return {
		key: series.key,
		marks,
		segments: segmentsOf(series.points, breaks, place),
		end: last ? { ...last, labelY: last.y } : null
	};
}

/** Points that follow one another in time, joined with the same certainty. */
export interface Run {
	certainty: Certainty;
	points: KnownPoint[];
}

/** Joins neighbours in time, as surely as the less sure of the two; a run ends where the certainty changes, a value is missing or the definition breaks. */
export function runsOf(points: readonly TrendPoint[], breaks: readonly TrendBreak[]): Run[] {
	const runs: Run[] = [];
	let open: Run | null = null;
	points.slice(1).forEach((to, index) => {
		const from = points[index];
		if (!from || !isKnown(from) || !isKnown(to) || !isJoined(from, to, breaks)) {
			open = null;
			return;
		}
		const certainty = certaintyOf(leastSure([from.status, to.status]));
		if (open?.certainty !== certainty) {
			open = { certainty, points: [from] };
			runs.push(open);
		}
		open.points.push(to);
	});
	return runs;
}

/** A line through points: `M0 200L5 190`. */
export const pathThrough = (points: readonly KnownPoint[], place: Place): string =>
	points
		.map(({ date, value }, index) => `${index ? 'L' : 'M'}${place.x(date)} ${place.y(value)}`)
		.join('');

const segmentsOf = (points: readonly TrendPoint[], breaks: readonly TrendBreak[], place: Place) =>
	runsOf(points, breaks).map((run) => ({
		path: pathThrough(run.points, place),
		certainty: run.certainty
	}));

function isJoined(from: KnownPoint, to: KnownPoint, breaks: readonly TrendBreak[]): boolean {
	if (to.status === 'break') return false;
	if (addDays(from.date, LONGEST_STEP_DAYS) < to.date) return false;
	return !breaks.some(({ date }) => from.date < date && date <= to.date);
}

/** Moves the labels of last values apart where they would overlap. */
function spreadEnds(lines: TrendLine[]): TrendLine[] {
	const ends = lines.flatMap(({ end }) => end ?? []).toSorted((a, b) => a.y - b.y);
	// Moving a pair apart can push one of them into a third label, a little less each time.
	for (let turn = 0; turn < 20; turn++) {
		ends.slice(1).forEach((lower, index) => pushApart(ends[index] ?? lower, lower));
	}
	return lines;
}

type End = NonNullable<TrendLine['end']>;

function pushApart(upper: End, lower: End): void {
	const short = LABEL_HEIGHT - (lower.labelY - upper.labelY);
	if (short <= 0 || upper === lower) return;
	upper.labelY -= short / 2;
	lower.labelY += short / 2;
}

/** The label of the goal stands on the side of its line where the marks at that end are not. */
function goalLine(y: number, lines: readonly TrendLine[], { goalAt = 'end' }: TrendInput) {
	const isNear = (x: number) => (goalAt === 'end' ? x > 60 : x < 40);
	const near = lines.flatMap(({ marks }) => marks.filter(({ x }) => isNear(x)));
	const above = near.filter((mark) => mark.y < y && mark.y > y - 24).length;
	const below = near.filter((mark) => mark.y >= y && mark.y < y + 24).length;
	return { y, above: above <= below };
}

/** A break stands halfway between the last figure before it and the first after it. */
function breakMarks(breaks: readonly TrendBreak[], days: readonly Day[], place: Place) {
	return breaks.flatMap(({ date, label }, row) => {
		const before = days.findLast((day) => day < date);
		const after = days.find((day) => day >= date);
		if (!before || !after) return [];
		const x = hundredth((place.x(before) + place.x(after)) / 2);
		return [{ x, label, row, anchor: x > 60 ? ('end' as const) : ('start' as const) }];
	});
}
