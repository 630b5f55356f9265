import * as Plot from '@observablehq/plot';
import { addDays, type Day } from '#lib/domain/dates.ts';
import { LETTER, type Drawing, type Said } from './drawing.ts';
import { placeLabels, spread, textWidth, type Box as TextBox, type LabelOffset } from './labels.ts';
import { px, texts } from './marks.ts';
import type { Palette } from './palette.ts';
import { element } from './svg.ts';
import { SAMPLE, type TrendSeries } from './time-lines.ts';
import { breaksOf, runsOf, utc, type Box, type Scales, type TrendBreak } from './time.ts';
import { overTime } from './trend.ts';

/** A line that must be reached on one day, in the unit of the series. */
export interface PathStep {
	date: Day;
	value: number;
	/** Short, beside the step: `79,52 %`. */
	text: string;
	/** What it asks, in words. */
	label: string;
}

export interface GrowthPath extends Said {
	realised: TrendSeries;
	/** Realised and pipeline together: the upper edge of the band. */
	withPlanned: TrendSeries;
	/** Label as it must be read («objectief: 83 woningen»); null when it is unknown. */
	target: { value: number; label: string } | null;
	/** First day of the axis. */
	from: Day;
	deadline: { date: Day; label: string };
	steps: readonly PathStep[];
	breaks?: readonly TrendBreak[];
	/** What the band is, in words. */
	band: string;
	format: (value: number) => string;
	/** Of the lines, in px. */
	height?: number;
	/** Names all steps at once in the key, where there is little room. */
	brief?: string;
}

/** Half the width of a step in days: it stands for one day, but must be seen. */
const HALF_STEP_DAYS = 270;

/**
 * The way to an objective: realised as a line, what is in execution and planned as a band on top of it, the thresholds of a
 * test as strokes on their own days (nothing is asked in between), the target and the deadline.
 */
export const growthPath: Drawing<GrowthPath> = (data, room) => {
	const { realised, withPlanned, target, from, deadline, steps } = data;
	const { palette } = room;
	return overTime(
		{
			...data,
			series: [realised, withPlanned],
			goal: target,
			days: [from, deadline.date],
			values: steps.map(({ value }) => value),
			whole: true,
			height: data.height ?? 240
		},
		room,
		{
			under: () => band(data, palette),
			stands: (scales, box) => stepBoxes(steps, scales, box, besideSteps(steps)),
			over: (scales, box, taken) => [
				Plot.ruleX([utc(deadline.date)], { stroke: palette.goal, strokeDasharray: '5 4' }),
				strokes(steps, scales, box, palette),
				texts(stepTexts(data, scales, box, taken), {
					fill: palette.goal,
					ground: palette.ground,
					fontWeight: 600
				})
			],
			entries: entries(data, palette)
		}
	);
};

/** The area between the two lines, where they have the same dates; it ends where the upper line does. */
function band(
	{ realised, withPlanned, breaks = [] }: GrowthPath,
	{ blue }: Palette
): Plot.Markish[] {
	const lower = new Map(realised.points.map(({ date, value }) => [date, value]));
	const both = withPlanned.points.filter(({ date }) => lower.get(date) != null);
	return runsOf(both, breaksOf(breaks, withPlanned)).map(({ points, certainty }) =>
		Plot.areaY(points, {
			x: ({ date }) => utc(date),
			y1: ({ date }) => lower.get(date),
			y2: 'value',
			fill: blue[0],
			fillOpacity: certainty === 'estimated' ? 0.5 : 1
		})
	);
}

/** From and to where a step runs, in px. */
function ends({ date }: PathStep, { x }: Scales, box: Box): [number, number] {
	const at = (days: number) => x(utc(addDays(date, days)));
	return [Math.max(box.left, at(-HALF_STEP_DAYS)), Math.min(box.right, at(HALF_STEP_DAYS))];
}

function strokes(
	steps: readonly PathStep[],
	scales: Scales,
	box: Box,
	{ goal, ground }: Palette
): Plot.Markish[] {
	const at = {
		x1: px((step: PathStep) => ends(step, scales, box)[0]),
		x2: px((step: PathStep) => ends(step, scales, box)[1]),
		y: 'value'
	};
	return [
		Plot.ruleY(steps, { ...at, stroke: ground, strokeWidth: 8 }),
		Plot.ruleY(steps, { ...at, stroke: goal, strokeWidth: 4, title: 'label' })
	];
}

/** Height in px of a line of text, of its capitals, and how far its letters then stand below what they are beside. */
const ROW = 19;
const CAPITAL = 11;
const BESIDE = 5;

/** The strokes, with `beside` px at both of their ends. */
const stepBoxes = (steps: readonly PathStep[], scales: Scales, box: Box, beside: number) =>
	steps.map((step): TextBox => {
		const [left, right] = ends(step, scales, box);
		const at = scales.y(step.value);
		const half = beside > 0 ? ROW / 2 : 4;
		return { left: left - beside, right: right + beside, top: at - half, bottom: at + half };
	});

/** Px that the per cents take beside their steps. */
const besideSteps = (steps: readonly PathStep[]) =>
	BESIDE + Math.max(0, ...steps.map(({ text }) => textWidth(text, LETTER)));

/** Each per cent beside its step, where it covers no other name; one that finds no room stands in the key alone. */
function stepTexts({ steps, target }: GrowthPath, scales: Scales, box: Box, names: TextBox[]) {
	const goal = target ? scales.y(target.value) : -Infinity;
	const wishes = steps.map((step, index) => {
		const [left, right] = ends(step, scales, box);
		const y = scales.y(step.value);
		const beside = textPlaces(step, steps, scales).flatMap((dy): LabelOffset[] => [
			{ dx: left - BESIDE, dy, anchor: 'end' },
			{ dx: right + BESIDE, dy, anchor: 'start' }
		]);
		const onGoal = ({ dy }: LabelOffset) => goal > y + dy - CAPITAL && goal < y + dy;
		const offsets = beside.toSorted((a, b) => Number(onGoal(a)) - Number(onGoal(b)));
		return { id: String(index), lines: [step.text], x: 0, y, priority: step.value, offsets };
	});
	const taken = [...names, ...stepBoxes(steps, scales, box, 0)];
	const width = box.right + besideSteps(steps);
	const space = { width, height: box.bottom, size: LETTER, offsets: [], taken };
	return placeLabels(wishes, space).flatMap(({ id, dx, dy, anchor }) => {
		const step = steps[Number(id)];
		return step ? [{ text: step.text, x: dx, y: scales.y(step.value) + dy, anchor }] : [];
	});
}

/** How far below a step its per cent may stand, in px: never on the side of another of its day. */
function textPlaces(step: PathStep, steps: readonly PathStep[], { y }: Scales): number[] {
	const ofDay = steps
		.filter(({ date }) => date === step.date)
		.toSorted((a, b) => b.value - a.value);
	const rows = spread(
		ofDay.map(({ value }) => y(value)),
		ROW
	);
	const own = y(step.value);
	const apart = (rows[ofDay.indexOf(step)] ?? own) - own;
	return [apart, -13, 12]
		.filter((move) => ofDay.every(({ value }) => move * (y(value) - own) <= 0))
		.map((move) => move + BESIDE);
}

const entries = ({ band, deadline, steps, brief }: GrowthPath, { blue, goal }: Palette) => [
	{ word: band, mark: element('path', { d: `M0 1h${SAMPLE}v10H0z`, fill: blue[0] }) },
	{
		word: deadline.label,
		mark: element('path', { d: 'M15 0V12', stroke: goal, 'stroke-dasharray': '5 4' })
	},
	...(brief && steps.length > 0 ? [{ label: brief }] : steps).map(({ label }) => ({
		word: label,
		mark: element('path', { d: `M4 6H26`, stroke: goal, 'stroke-width': 4 })
	}))
];
