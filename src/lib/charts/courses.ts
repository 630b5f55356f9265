import * as Plot from '@observablehq/plot';
import { LETTER, sketch, type Drawing, type Room, type Said } from './drawing.ts';
import { key, note } from './key.ts';
import { placeLabels, spread, textWidth } from './labels.ts';
import { at, LINE_LOOKS, px, texts } from './marks.ts';
import type { Palette } from './palette.ts';
import { element } from './svg.ts';
import { AT, lineMarks, linesOf, SAMPLE, sample, type Line } from './time-lines.ts';
import {
	axes,
	certaintyOf,
	isKnown,
	scaled,
	timeScales,
	utc,
	type Box,
	type Certainty,
	type KnownPoint,
	type Scales,
	type TrendPoint
} from './time.ts';

/** One course that a quantity can take from now on. */
export interface CourseLine {
	key: string;
	name: string;
	/** What is taken for granted in it, said under the drawing; empty where there is no room for it. */
	about: string;
	/** Shape of its marks, so that no colour is needed to tell it from the others. */
	shape: 'triangle' | 'dot' | 'square' | 'diamond';
	/** By date; the first is the last one of the history. All are known. */
	points: readonly TrendPoint[];
}

export interface Courses extends Said {
	/** What was measured until now, by date. */
	history: readonly TrendPoint[];
	/** At most four; one without a point that is known is left out. */
	courses: readonly CourseLine[];
	/** Label as it must be read («doel: 11 %»). */
	goal?: { value: number; label: string } | null;
	/** Said at the place where the courses begin: what comes after it is no measurement. */
	nowLabel: string;
	/** For the axis. */
	format: (value: number) => string;
	/** Of the lines, in px. */
	height?: number;
	/** What is said when the scale begins above zero. */
	cutNote?: string;
	/** What the history is called, by how sure its last value is. */
	words?: Record<Certainty, string>;
}

interface Course extends CourseLine {
	points: readonly KnownPoint[];
	end: KnownPoint;
}

const WORDS = {
	published: 'tot nu',
	estimated: 'tot nu (raming)',
	forecast: 'tot nu (vooruitzicht)'
};
const TOP = 30;
const YEARS = 28;
const NAME_ROW = 19;
/** From the end of a line to its text, in px. */
const BESIDE = 18;
/** From this width in px the courses are named at their ends; below it only their values stand there. */
const NAMED_FROM = 560;
/** The scale begins above zero when all values lie above this part of the greatest: else the courses are one line. */
const HIGH = 0.4;
/** Then it spans at least this part of the greatest value, so that a small change does not look like a fall. */
const LEAST_SPAN = 0.2;

/**
 * What was measured, and the courses that it can take from now on: every course dashed, for it rests on a projection, with
 * marks of its own shape and its name at its end.
 */
export const courses: Drawing<Courses> = (data, room) => {
	const { goal, format, height = 250, cutNote = 'De schaal begint niet bij nul.' } = data;
	const { width, palette } = room;
	const known = data.courses.flatMap((one): Course[] => {
		const points = one.points.filter(isKnown);
		const end = points.at(-1);
		return end ? [{ ...one, points, end }] : [];
	});
	const texted = known.map(({ name, end }) =>
		width < NAMED_FROM ? end.text : `${end.text}  ${name}`
	);
	const right = BESIDE + Math.max(0, ...texted.map((text) => textWidth(text, LETTER)));
	const points = [...data.history, ...known.flatMap((one) => one.points)];
	const domain = domainOf(points, goal?.value ?? null);
	const box = { left: 12, right: width - right, top: TOP, bottom: TOP + height };
	const ticks = timeScales([], domain, box).y.ticks(4);
	box.left += Math.max(0, ...ticks.map((tick) => textWidth(format(tick), LETTER)));
	const scales = timeScales(
		points.map(({ date }) => date),
		domain,
		box
	);
	const [past] = linesOf([{ key: 'past', name: '', points: data.history }], []);
	const whole = box.bottom + YEARS;
	const cut = (scales.y.domain()[0] ?? 0) > 0;
	return sketch(
		{
			...data,
			marks: true,
			height: whole,
			plot: {
				...scaled(scales, box, width, whole),
				marks: [
					known[0] ? later(known[0], data.nowLabel, scales, box, palette) : [],
					axes(scales, ticks, format, palette),
					goal ? goalMarks(goal, data.history, scales, box, palette) : [],
					past ? lineMarks(past, palette, 'past') : [],
					known.map((one) => courseMarks(one, palette)),
					endTexts(known, texted, scales, palette)
				]
			},
			below: [explained(data, known, past, room), ...(cut ? [note(cutNote, room)] : [])]
		},
		room
	);
};

function domainOf(points: readonly TrendPoint[], goal: number | null): [number, number] {
	const values = points.flatMap(({ value }) => value ?? []);
	const all = goal === null ? values : [...values, goal];
	const [low, high] = [Math.min(...all, Infinity), Math.max(...all, 1e-9)];
	if (!Number.isFinite(low) || low <= high * HIGH)
		return [Math.min(0, Number.isFinite(low) ? low : 0), high];
	const room = Math.max((high - low) * 0.1, (high * LEAST_SPAN - (high - low)) / 2);
	return [Math.max(0, low - room), high + room];
}

/** What comes after now, on a ground of its own. */
function later(
	{ points }: Course,
	label: string,
	{ x }: Scales,
	box: Box,
	palette: Palette
): Plot.Markish[] {
	const now = points[0] ? x(utc(points[0].date)) : box.left;
	return [
		Plot.rect([0], {
			x1: at(now),
			x2: at(box.right),
			y1: at(0),
			y2: at(box.bottom),
			fill: palette.sunken,
			fillOpacity: 0.55
		}),
		texts([{ text: label, x: now + 8, y: 16, anchor: 'start' }], {
			fill: palette.inkSoft,
			ground: palette.ground
		})
	];
}

/** The goal is named at the left, on the side of its line where fewer of the first marks are. */
function goalMarks(
	goal: { value: number; label: string },
	history: readonly TrendPoint[],
	{ x, y }: Scales,
	box: Box,
	palette: Palette
): Plot.Markish[] {
	const height = y(goal.value);
	const long = textWidth(goal.label, LETTER);
	const points = history
		.filter(isKnown)
		.map(({ date, value }) => ({ x: x(utc(date)), y: y(value) }));
	const taken = points.map((one) => ({
		left: one.x - 4,
		right: one.x + 4,
		top: one.y - 5,
		bottom: one.y + 5
	}));
	const wish = { id: 'goal', lines: [goal.label], x: box.left + 4, y: height, priority: 1 };
	const offsets = [-7, 18].map((dy) => ({ dx: 0, dy, anchor: 'start' as const }));
	const [free] = placeLabels([wish], { width: box.left + long + 8, size: LETTER, offsets, taken });
	return [
		Plot.ruleY([goal.value], LINE_LOOKS.goal(palette)),
		texts([{ text: goal.label, x: wish.x, y: height + (free?.dy ?? -7), anchor: 'start' }], {
			fill: palette.goal,
			ground: palette.ground,
			fontWeight: 600
		})
	];
}

const SYMBOLS = {
	triangle: 'triangle',
	dot: 'circle',
	square: 'square',
	diamond: 'diamond'
} as const;
const DASHES = { triangle: '10 3 2 3', dot: '7 4', square: '2 3', diamond: '7 4' };
const ink = (shape: CourseLine['shape'], { blue, inkSoft, goal }: Palette): string =>
	({ triangle: inkSoft, dot: blue[4], square: blue[3], diamond: goal })[shape];

const courseMarks = ({ points, shape }: Course, palette: Palette): Plot.Markish[] => [
	Plot.line(points, {
		...AT,
		stroke: ink(shape, palette),
		strokeWidth: 2,
		strokeDasharray: DASHES[shape]
	}),
	Plot.dot(points.slice(1), {
		...AT,
		r: 4,
		symbol: SYMBOLS[shape],
		fill: palette.ground,
		stroke: ink(shape, palette),
		title: 'label'
	})
];

/** The last values; those that would overlap form a stack about their middle, with lines to their courses. */
function endTexts(
	known: readonly Course[],
	texted: readonly string[],
	{ x, y }: Scales,
	palette: Palette
): Plot.Markish[] {
	const ends = known
		.map(({ end }, index) => ({ text: texted[index] ?? '', x: x(utc(end.date)), y: y(end.value) }))
		.toSorted((a, b) => a.y - b.y);
	const places = spread(
		ends.map((one) => one.y),
		NAME_ROW
	);
	const placed = ends.map((one, index) => ({ ...one, at: places[index] ?? one.y }));
	type Placed = (typeof placed)[number];
	const led = placed.filter((one) => Math.abs(one.at - one.y) > 3);
	return [
		Plot.link(led, {
			x1: px(({ x }: Placed) => x + 7),
			y1: px('y'),
			x2: px(({ x }: Placed) => x + 16),
			y2: px('at'),
			stroke: palette.ruleStrong
		}),
		texts(
			placed.map((one) => ({
				text: one.text,
				x: one.x + BESIDE,
				y: one.at + 5,
				anchor: 'start' as const
			})),
			{ fill: palette.ink, ground: palette.ground }
		)
	];
}

function explained(
	{ history, words = WORDS }: Courses,
	known: readonly Course[],
	past: Line | undefined,
	room: Room
) {
	const last = history.findLast(isKnown);
	const told = known.filter(({ about }) => about !== '' || room.width < NAMED_FROM);
	return key(
		[
			...(last && past
				? [{ word: words[certaintyOf(last)], mark: sample(past, certaintyOf(last), room.palette) }]
				: []),
			...told.map(({ name, about, shape }) => ({
				word: about ? `${name}: ${about}` : name,
				mark: courseSample(shape, room.palette)
			}))
		],
		room,
		SAMPLE
	);
}

const SHAPES = {
	triangle: 'M10.5 2.5H19.5L15 10.5Z',
	dot: 'M11.2 6A3.8 3.8 0 1 1 18.8 6A3.8 3.8 0 1 1 11.2 6Z',
	square: 'M11.6 2.6H18.4V9.4H11.6Z',
	diamond: 'M15 1L20 6L15 11L10 6Z'
};

function courseSample(shape: CourseLine['shape'], palette: Palette): string {
	const stroke = ink(shape, palette);
	return (
		element('path', {
			d: `M0 6H${SAMPLE}`,
			stroke,
			'stroke-width': 2,
			'stroke-dasharray': DASHES[shape]
		}) + element('path', { d: SHAPES[shape], stroke, 'stroke-width': 1.5, fill: palette.ground })
	);
}
