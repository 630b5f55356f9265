// What all drawings over the years share: their scales, their axes, and runs of points that are joined.
import * as Plot from '@observablehq/plot';
import { scaleLinear, scaleUtc, type ScaleLinear, type ScaleTime } from 'd3';
import { addDays, yearOf, type Day } from '#lib/domain/dates.ts';
import { leastSure } from '#lib/domain/figure.ts';
import type { Status } from '#lib/domain/status.ts';
import type { Palette } from './palette.ts';

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

/** A point with a value. */
export type KnownPoint = TrendPoint & { value: number };
export const isKnown = (point: TrendPoint): point is KnownPoint => point.value !== null;

/** A date from which the figures mean something else: no line runs across it. */
export interface TrendBreak {
	date: Day;
	label: string;
	/** Key of the only series of which the meaning changes; without it that of all. */
	series?: string;
}

/** How sure a value is, from the surest to the least sure. */
export const CERTAINTIES = ['published', 'forecast', 'estimated'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

export const certaintyOf = ({ status }: Pick<TrendPoint, 'status'>): Certainty =>
	status === 'forecast' || status === 'estimated' ? status : 'published';

/** Points that follow one another in time, joined with the same certainty. */
export interface Run {
	certainty: Certainty;
	points: KnownPoint[];
}

/** Figures come once a year; two that lie further apart have a year without a figure between them. */
const LONGEST_STEP_DAYS = 370;

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
		const certainty = certaintyOf({ status: leastSure([from.status, to.status]) });
		if (open?.certainty !== certainty) {
			open = { certainty, points: [from] };
			runs.push(open);
		}
		open.points.push(to);
	});
	return runs;
}

function isJoined(from: KnownPoint, to: KnownPoint, breaks: readonly TrendBreak[]): boolean {
	if (to.status === 'break') return false;
	if (addDays(from.date, LONGEST_STEP_DAYS) < to.date) return false;
	return !breaks.some(({ date }) => from.date < date && date <= to.date);
}

/** The breaks that interrupt a series. */
export const breaksOf = (breaks: readonly TrendBreak[], { key }: { key: string }): TrendBreak[] =>
	breaks.filter(({ series }) => series === undefined || series === key);

/** A day as Plot reads it. */
export const utc = (date: Day): Date => new Date(`${date}T00:00:00Z`);

/** The room of the lines themselves, in px. */
export interface Box {
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/** Scales of days and values, for Plot and for what must be placed in px. */
export interface Scales {
	x: ScaleTime<number, number>;
	y: ScaleLinear<number, number>;
	first: Day;
	last: Day;
}

export function timeScales(
	dates: readonly Day[],
	domain: readonly [number, number],
	box: Box
): Scales {
	const days = dates.toSorted();
	const [first, last] = [days.at(0) ?? '2000-12-31', days.at(-1) ?? '2001-12-31'];
	return {
		first,
		last,
		x: scaleUtc([utc(first), utc(last)], [box.left, box.right]),
		y: scaleLinear(domain, [box.bottom, box.top]).nice(4)
	};
}

/** The options with which Plot takes these scales. */
export const scaled = ({ x, y }: Scales, box: Box, width: number, height: number) => ({
	marginLeft: box.left,
	marginRight: width - box.right,
	marginTop: box.top,
	marginBottom: height - box.bottom,
	x: { type: 'utc' as const, domain: x.domain(), range: x.range(), axis: null },
	y: { domain: y.domain(), range: y.range(), axis: null }
});

/** Room in px for a year under the axis. */
const YEAR_ROOM = 46;

/** The values at the left with their lines, and the years below. */
export function axes(
	{ x, y, first, last }: Scales,
	ticks: readonly number[],
	format: (value: number) => string,
	{ rule, ruleStrong, inkSoft }: Palette
): Plot.Markish[] {
	const [from = 0, to = 0] = x.range();
	const years = yearTicks(first, last, Math.floor((to - from) / YEAR_ROOM));
	const [low = 0] = y.domain();
	const base = low < 0 ? 0 : low;
	return [
		Plot.gridY(ticks, { stroke: rule, strokeOpacity: 1 }),
		Plot.ruleY([base], { stroke: ruleStrong }),
		Plot.axisY(ticks, {
			tickFormat: format,
			tickSize: 0,
			tickPadding: 8,
			label: null,
			fill: inkSoft
		}),
		Plot.axisX(years.map(utc), {
			tickFormat: (day: Date) => String(day.getUTCFullYear()),
			tickSize: 5,
			label: null,
			stroke: ruleStrong,
			fill: inkSoft
		})
	];
}

/** Days under an axis of time, each at the day of the year that the last figure has: of round years, and the last. */
export function yearTicks(first: Day, last: Day, most: number): Day[] {
	const [from, to] = [yearOf(first), yearOf(last)];
	const step = [1, 2, 5, 10, 20].find((size) => (to - from) / size <= most - 1) ?? 50;
	return Array.from({ length: to - from + 1 }, (_, index) => from + index)
		.filter((year) => year === to || (year % step === 0 && to - year >= step * 0.8))
		.map((year) => `${year}${last.slice(4)}`)
		.filter((date) => date >= first);
}
