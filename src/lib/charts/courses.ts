import { scaleLinear } from 'd3-scale';
import type { Day } from '#lib/domain/dates.ts';
import { hundredth, tenth } from './round.ts';
import { pathThrough, runsOf, type Certainty, type Place, type TrendPoint } from './trend.ts';
import { yearTicks, type YearTick } from './year-ticks.ts';

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

export interface CoursesInput {
	/** What was measured until now, by date. */
	history: readonly TrendPoint[];
	/** At most four; one without a point that is known is left out. */
	courses: readonly CourseLine[];
	/** A value to compare with, in the unit of the points. */
	goal: number | null;
	/** Height of the plot in px. */
	height: number;
}

/** `x` in per cent of the width, `y` in px from the top of the plot. */
export interface CourseMark {
	x: number;
	y: number;
	label: string;
}

export interface CourseDrawn {
	key: string;
	name: string;
	about: string;
	shape: CourseLine['shape'];
	path: string;
	/** The years after now. */
	marks: CourseMark[];
	/** The last value, and where its text stands so that no two overlap. */
	end: { x: number; y: number; labelY: number; text: string };
}

export interface CoursesLayout {
	history: { path: string; certainty: Certainty }[];
	past: (CourseMark & { certainty: Certainty })[];
	courses: CourseDrawn[];
	/** Where the courses begin, in per cent of the width; null without any. */
	now: { x: number; y: number } | null;
	/** `above`: its label stands above the line, where fewer of the first marks are. */
	goal: { y: number; above: boolean } | null;
	valueTicks: { value: number; y: number }[];
	yearTicks: YearTick[];
	/** Whether the scale begins above zero: the drawing then says so. */
	cut: boolean;
}

const LABEL_HEIGHT = 19;
/** What a label beside a line takes, in per cent of the width and in px. */
const LABEL_WIDTH = 25;
const LABEL_ROOM = 26;
const DAY_MS = 86_400_000;
const dayNumber = (date: Day) => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

/** The scale begins above zero when all values lie above this part of the greatest: else the courses are one line. */
const HIGH = 0.4;

/** Then it spans at least this part of the greatest value, so that a small change does not look like a fall. */
const LEAST_SPAN = 0.2;

/** Lays out a history and the courses that can follow it. */
export function coursesLayout({ history, courses, goal, height }: CoursesInput): CoursesLayout {
	const known = courses.filter((course) => course.points.some((point) => point.value !== null));
	const days = [...history, ...known.flatMap((course) => course.points)].map(({ date }) => date);
	const [first = '2000-12-31', last = '2001-12-31'] = [days.toSorted()[0], days.toSorted().at(-1)];
	const across = scaleLinear()
		.domain([dayNumber(first), dayNumber(last)])
		.range([0, 100]);
	const up = valueScale([history, ...known.map((course) => course.points)], goal, height);
	const place: Place = {
		x: (date) => hundredth(first === last ? 50 : across(dayNumber(date))),
		y: (value) => tenth(up(value))
	};
	const start = known[0]?.points[0];
	const past = history.flatMap((point) =>
		point.value === null ? [] : [{ ...markOf(point, place), certainty: certaintyOf(point) }]
	);
	return {
		history: runsOf(history, []).map((run) => ({
			path: pathThrough(run.points, place),
			certainty: run.certainty
		})),
		past,
		courses: spreadLabels(known.map((course) => drawn(course, place))),
		now: start ? { x: place.x(start.date), y: place.y(start.value ?? 0) } : null,
		goal: goal === null ? null : goalLine(place.y(goal), past),
		valueTicks: up.ticks(4).map((value) => ({ value, y: place.y(value) })),
		yearTicks: yearTicks(first, last, place.x),
		cut: (up.domain()[0] ?? 0) > 0
	};
}

function valueScale(
	lines: readonly (readonly TrendPoint[])[],
	goal: number | null,
	height: number
) {
	const values = lines.flat().flatMap(({ value }) => value ?? []);
	const all = goal === null ? values : [...values, goal];
	const [low, high] = [Math.min(...all, Infinity), Math.max(...all, 1e-9)];
	const isHigh = Number.isFinite(low) && low > high * HIGH;
	const span = high - low;
	const room = isHigh ? Math.max(span * 0.1, (high * LEAST_SPAN - span) / 2) : 0;
	return scaleLinear()
		.domain([isHigh ? Math.max(0, low - room) : Math.min(0, low), high + room])
		.nice(4)
		.range([height, 0]);
}

/** The label of the goal stands at the left, on the side of its line where fewer of the first marks are. */
function goalLine(y: number, past: readonly CourseMark[]) {
	const first = past.filter((mark) => mark.x < LABEL_WIDTH);
	const near = (low: number, high: number) =>
		first.filter((mark) => mark.y - y > low && mark.y - y < high).length;
	return { y, above: near(-LABEL_ROOM, 0) <= near(0, LABEL_ROOM) };
}

const certaintyOf = ({ status }: TrendPoint): Certainty =>
	status === 'forecast' || status === 'estimated' ? status : 'published';

const markOf = ({ date, value, label }: TrendPoint, place: Place): CourseMark => ({
	x: place.x(date),
	y: place.y(value ?? 0),
	label
});

function drawn({ key, name, about, shape, points }: CourseLine, place: Place): CourseDrawn {
	const known = points.flatMap((point) =>
		point.value === null ? [] : [{ ...point, value: point.value }]
	);
	const marks = known.map((point) => markOf(point, place));
	const end = marks.at(-1) ?? { x: 100, y: 0 };
	return {
		key,
		name,
		about,
		shape,
		path: pathThrough(known, place),
		marks: marks.slice(1),
		end: { x: end.x, y: end.y, labelY: end.y, text: known.at(-1)?.text ?? '' }
	};
}

/** A stack of labels that touch: where their middle wants to be, and how many they are. */
interface Stack {
	middle: number;
	courses: CourseDrawn[];
}

/** Moves the labels of the last values apart, each as little as can be: those that overlap form a stack about their middle. */
function spreadLabels(courses: CourseDrawn[]): CourseDrawn[] {
	const stacks: Stack[] = [];
	for (const course of courses.toSorted((a, b) => a.end.y - b.end.y)) {
		let stack: Stack = { middle: course.end.y, courses: [course] };
		for (let above = stacks.at(-1); above && overlap(above, stack); above = stacks.at(-1)) {
			stacks.pop();
			stack = joined(above, stack);
		}
		stacks.push(stack);
	}
	for (const { middle, courses: own } of stacks)
		own.forEach((course, row) => {
			course.end.labelY = tenth(middle + (row - (own.length - 1) / 2) * LABEL_HEIGHT);
		});
	return courses;
}

const overlap = (above: Stack, below: Stack): boolean =>
	below.middle - above.middle < ((above.courses.length + below.courses.length) / 2) * LABEL_HEIGHT;

function joined(above: Stack, below: Stack): Stack {
	const courses = [...above.courses, ...below.courses];
	return { middle: courses.reduce((sum, { end }) => sum + end.y, 0) / courses.length, courses };
}
