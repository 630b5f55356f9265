// What drawings of dots along one line share: their scale, their axis, lines to compare with, and names above the dots.
import * as Plot from '@observablehq/plot';
import { max, permute, scaleLinear, type ScaleLinear } from 'd3';
import { LETTER } from './drawing.ts';
import { textWidth } from './labels.ts';
import { LINE_LOOKS, lineInk, texts, type Label, type LineKind } from './marks.ts';
import type { Palette } from './palette.ts';

/** One dot: a municipality with its value, in any unit. */
export interface Dot {
	id: string;
	name: string;
	/** Without it the dot is no link. */
	href?: string;
	value: number;
	/** Full sentence, shown and spoken for this dot. */
	label: string;
	/** Drawn hollow. */
	estimated: boolean;
	/** Whose name comes first where not all fit, before the extremes; the greatest first. */
	priority?: number;
}

/** A value to compare with: the whole the dots belong to, something wider, or the goal. */
export interface ComparedLine {
	value: number;
	label: string;
	kind: LineKind;
}

export type Across = ScaleLinear<number, number>;

/** From zero (or the lowest) to the highest value. */
export const across = (values: readonly number[], from: number, to: number): Across =>
	scaleLinear([Math.min(0, ...values), Math.max(...values, 1e-9)], [from, to]).nice(6);

const ROW = 19;

/** Height in px of an axis under dots, with what it shows. */
export const AXIS = 44;

/** The axis under dots, from `top` on; a tick that would touch the one before it has no number. */
export function axisUnder(
	x: Across,
	top: number,
	format: (value: number) => string,
	about: string,
	{ ruleStrong, inkSoft, ground }: Palette
): Plot.Markish[] {
	const [from = 0, to = 0] = x.range();
	const ticks = x.ticks(6);
	const room = (to - from) / Math.max(1, ticks.length - 1);
	const every = room < 10 + (max(ticks, (tick) => textWidth(format(tick), LETTER)) ?? 0) ? 2 : 1;
	const labels = ticks
		.filter((_, index) => index % every === 0)
		.map((tick): Label => ({
			text: format(tick),
			x: x(tick),
			y: top + 21,
			anchor: x(tick) < from + 12 ? 'start' : x(tick) > to - 16 ? 'end' : 'middle'
		}));
	return [
		Plot.ruleY([top + 1], { stroke: ruleStrong }),
		Plot.ruleX(ticks, { y1: top + 1, y2: top + 6, stroke: ruleStrong }),
		texts([...labels, { text: about, x: from, y: top + 40, anchor: 'start' }], {
			fill: inkSoft,
			ground
		})
	];
}

/** Height in px of the rows in which lines are named. */
export const lineRows = (lines: readonly ComparedLine[]): number => lines.length * ROW;

/** Lines that run through the dots down to `bottom`, each named in a row of its own above them. */
export function lineMarks(
	lines: readonly ComparedLine[],
	x: Across,
	bottom: number,
	width: number,
	palette: Palette
): Plot.Markish[] {
	return lineLabels(lines, x, width).flatMap((label) => {
		const { line, row, anchor } = label;
		return [
			Plot.ruleX([line.value], {
				y1: row * ROW + 3,
				y2: bottom,
				...LINE_LOOKS[line.kind](palette)
			}),
			texts(
				[
					{
						text: line.label,
						x: labelAt(label, x, width),
						y: row * ROW + 14,
						anchor
					}
				],
				{
					fill: lineInk(line.kind, palette),
					ground: palette.ground,
					fontWeight: line.kind === 'wider' ? 400 : 600
				}
			)
		];
	});
}

/** Where a label hangs, in px: beside its line, or over it where it would run out of a narrow drawing. */
export function labelAt({ line, anchor }: LineLabel, x: Across, width: number): number {
	const long = textWidth(line.label, LETTER);
	return anchor === 'end'
		? Math.max(x(line.value) - SHIFT, long)
		: Math.max(0, Math.min(x(line.value) + SHIFT, width - long));
}

/** Between a line and its label, in px. */
const SHIFT = 6;

/** A line with the row of its label, counted from the top, and the side of the line where the label stands. */
export interface LineLabel {
	line: ComparedLine;
	row: number;
	anchor: 'start' | 'end';
}

/**
 * A line runs down from its row, through the labels of later rows that reach across it: of all orders and sides the one in which
 * most labels stay inside and free is taken.
 */
export function lineLabels(lines: readonly ComparedLine[], x: Across, width: number): LineLabel[] {
	const rising = lines.toSorted((a, b) => a.value - b.value);
	const ways = orders(rising.map((_, index) => index)).flatMap((order) =>
		sides(rising.length).map((anchors) =>
			[...permute(rising, order)].map((line, row): LineLabel => ({
				line,
				row,
				anchor: anchors[row] ?? 'start'
			}))
		)
	);
	const costs = ways.map((labels) => ({ labels, cost: costOf(labels, x, width) }));
	return costs.toSorted((a, b) => a.cost - b.cost)[0]?.labels ?? [];
}

/** How many labels run out of the drawing (which weighs most), and how many lines run through a label. */
function costOf(labels: readonly LineLabel[], x: Across, width: number): number {
	const boxes = labels.map(({ line, anchor }) => {
		const at = x(line.value);
		const long = textWidth(line.label, LETTER) + SHIFT;
		return {
			at,
			left: anchor === 'end' ? at - long : at,
			right: anchor === 'end' ? at : at + long
		};
	});
	return boxes.reduce((cost, { left, right }, row) => {
		const outside = left < 0 || right > width ? 10 : 0;
		const through = boxes.slice(0, row).filter(({ at }) => at > left && at < right).length;
		return cost + outside + through;
	}, 0);
}

/** Every order of a few; the first is that in which they came. */
function orders(items: readonly number[]): number[][] {
	if (items.length < 2) return [[...items]];
	return items.flatMap((first, index) =>
		orders(items.toSpliced(index, 1)).map((rest) => [first, ...rest])
	);
}

/** Every choice of a side for each of some labels; all to the right first. */
function sides(count: number): LineLabel['anchor'][][] {
	if (count === 0) return [[]];
	return sides(count - 1).flatMap((rest) =>
		(['start', 'end'] as const).map((anchor) => [...rest, anchor])
	);
}
