import * as Plot from '@observablehq/plot';
import { addDays, type Day } from '#lib/domain/dates.ts';
import { LETTER, type Drawing, type Said } from './drawing.ts';
import { placeLabels, textWidth, type Box as TextBox, type LabelOffset } from './labels.ts';
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
			over: (scales, box, taken) => [
				Plot.ruleX([utc(deadline.date)], { stroke: palette.goal, strokeDasharray: '5 4' }),
				strokes(steps, scales, box, palette),
				texts(stepTexts(steps, scales, box, taken), {
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

/** Each per cent beside its step, where it covers no other name; one that finds no room stands in the key alone. */
function stepTexts(
	steps: readonly PathStep[],
	scales: Scales,
	box: Box,
	taken: readonly TextBox[]
) {
	const wishes = steps.map((step, index) => {
		const [left, right] = ends(step, scales, box);
		const beside = [5, 17, -8].flatMap((dy): LabelOffset[] => [
			{ dx: left - 5, dy, anchor: 'end' },
			{ dx: right + 5, dy, anchor: 'start' }
		]);
		return {
			id: String(index),
			lines: [step.text],
			x: 0,
			y: scales.y(step.value),
			priority: step.value,
			offsets: beside
		};
	});
	const most = Math.max(0, ...steps.map(({ text }) => textWidth(text, LETTER)));
	const space = { width: box.right + most, height: box.bottom, size: LETTER, offsets: [], taken };
	return placeLabels(wishes, space).flatMap(({ id, dx, dy, anchor }) => {
		const step = steps[Number(id)];
		return step ? [{ text: step.text, x: dx, y: scales.y(step.value) + dy, anchor }] : [];
	});
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
