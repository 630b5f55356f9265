import { addDays, type Day } from '#lib/domain/dates.ts';
import {
	pathThrough,
	runsOf,
	type Certainty,
	type Place,
	type TrendBreak,
	type TrendPoint
} from './trend.ts';

/** A line that must be reached on one day, in the unit of the series. */
export interface PathStep {
	date: Day;
	value: number;
	/** Short, beside the step: `79,52 %`. */
	text: string;
	/** What it asks, in words. */
	label: string;
}

/** A step as drawn: `x` in per cent of the width, `y` in px. */
export interface StepMark {
	x1: number;
	x2: number;
	y: number;
	/** Of the text; two texts never overlap. */
	textY: number;
	text: string;
	label: string;
}

const TEXT_HEIGHT = 16;

/** Half the width of a step in days: it stands for one day, but must be seen. */
const HALF_STEP_DAYS = 270;

/**
 * The area between two series, where they have the same dates. It ends where the upper line does: at a missing value, a
 * break, or another certainty.
 */
export function bandBetween(
	lower: readonly TrendPoint[],
	upper: readonly TrendPoint[],
	breaks: readonly TrendBreak[],
	place: Place
): { path: string; certainty: Certainty }[] {
	const values = new Map(lower.map(({ date, value }) => [date, value]));
	return runsOf(
		upper.filter(({ date }) => values.get(date) != null),
		breaks
	).map(({ points, certainty }) => {
		const back = points.map((point) => ({ ...point, value: values.get(point.date) ?? 0 }));
		const under = pathThrough(back.reverse(), place).replace('M', 'L');
		return { path: `${pathThrough(points, place)}${under}Z`, certainty };
	});
}

/** Short level strokes around the day of each step: nothing is asked in between, so nothing is drawn there. */
export function stepMarks(steps: readonly PathStep[], place: Place): StepMark[] {
	const marks = steps.map(({ date, value, text, label }) => ({
		x1: Math.max(0, place.x(addDays(date, -HALF_STEP_DAYS))),
		x2: Math.min(100, place.x(addDays(date, HALF_STEP_DAYS))),
		y: place.y(value),
		textY: place.y(value),
		text,
		label
	}));
	const fromAbove = marks.toSorted((a, b) => a.y - b.y);
	fromAbove.slice(1).forEach((lower, index) => {
		const upper = fromAbove[index];
		if (upper && upper.x1 === lower.x1)
			lower.textY = Math.max(lower.textY, upper.textY + TEXT_HEIGHT);
	});
	return marks;
}
