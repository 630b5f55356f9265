import { scaleLinear } from 'd3-scale';
import { dodge } from './beeswarm.ts';
import { textWidth } from './labels.ts';
import { tenth } from './round.ts';

/** One dot of a strip: a member of a region with its value, in any unit. */
export interface StripDot {
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
export interface StripLine {
	value: number;
	label: string;
	kind: 'whole' | 'wider' | 'goal';
}

/** Where everything stands on a strip: across in per cent of its width, down in px from its top. */
export interface StripLayout {
	height: number;
	/** In the order of the dots. */
	points: { x: number; y: number }[];
	/** Place of a value, in per cent of the width. */
	place: (value: number) => number;
	ticks: number[];
}

/** From the middle of a dot to that of the next that it must not cover, in px. */
const SPACING = 11;
/** The width in px for which dots are moved aside; on a wider strip they have room to spare. */
const NARROWEST = 300;
/** Above and below the outermost dots, in px. */
const EDGE = 8;

/** The scale that several strips share, so that they can be compared: from zero (or the lowest) to the highest value. */
export function stripScale(values: readonly number[]): (value: number) => number {
	const scale = scaleOf(values);
	return (value) => tenth(scale(value));
}

const scaleOf = (values: readonly number[]) =>
	scaleLinear()
		.domain([Math.min(0, ...values), Math.max(...values, 1e-9)])
		.nice(6)
		.range([1.5, 98.5]);

/**
 * Lays out dots along one line that starts at zero; a dot that would cover another moves up or down, never along the scale.
 * @param reach values that the scale must hold besides the dots: those of the lines, or of other strips beside this one.
 */
export function stripLayout(dots: readonly StripDot[], reach: readonly number[]): StripLayout {
	const scale = scaleOf([...dots.map((dot) => dot.value), ...reach]);
	const place = (value: number) => tenth(scale(value));
	const aside = dodge(
		dots.map((dot) => (place(dot.value) / 100) * NARROWEST),
		SPACING
	);
	const deepest = Math.max(0, ...aside.map(Math.abs));
	return {
		height: Math.ceil(2 * (deepest + EDGE)),
		points: dots.map((dot, index) => ({
			x: place(dot.value),
			y: tenth(deepest + EDGE + (aside[index] ?? 0))
		})),
		place,
		ticks: scale.ticks(6)
	};
}

/** What the looks mean, as far as both or only hollow ones occur. */
export function stripKey(
	dots: readonly StripDot[],
	words: { member: string; estimated: string }
): { word: string; estimated: boolean }[] {
	const estimates = dots.filter((dot) => dot.estimated).length;
	if (dots.length === 0) return [];
	if (estimates === dots.length)
		return [{ word: `${words.member} (${words.estimated})`, estimated: true }];
	const sure = { word: words.member, estimated: false };
	return estimates === 0 ? [sure] : [sure, { word: words.estimated, estimated: true }];
}

/** A line with the row of its label, counted from the top, and the side of the line where the label stands. */
export interface StripLabel {
	line: StripLine;
	row: number;
	anchor: 'start' | 'end';
}

const LABEL_SIZE = 14;
/** Between a line and its label, in px. */
export const LABEL_SHIFT = 6;

/**
 * Labels of the lines on a strip of `width` px, each in a row of its own. A line runs down from its row, through the labels
 * of later rows that reach across it: of all orders and sides the one in which most labels stay inside and free is taken.
 */
export function stripLabels(
	lines: readonly StripLine[],
	place: StripLayout['place'],
	width: number
): StripLabel[] {
	const rising = lines.toSorted((a, b) => a.value - b.value);
	const ways = orders(rising).flatMap((ordered) =>
		sides(ordered.length).map((anchors) =>
			ordered.map((line, row): StripLabel => ({ line, row, anchor: anchors[row] ?? 'start' }))
		)
	);
	const best = ways.map((labels) => ({ labels, cost: costOf(labels, place, width) }));
	return best.toSorted((a, b) => a.cost - b.cost)[0]?.labels ?? [];
}

/** How many labels run out of the strip (which weighs most), and how many lines run through a label. */
function costOf(labels: readonly StripLabel[], place: StripLayout['place'], width: number): number {
	const boxes = labels.map(({ line, anchor }) => {
		const x = (place(line.value) / 100) * width;
		const long = textWidth(line.label, LABEL_SIZE) + LABEL_SHIFT;
		return { x, left: anchor === 'end' ? x - long : x, right: anchor === 'end' ? x : x + long };
	});
	return boxes.reduce((cost, { left, right }, row) => {
		const outside = left < 0 || right > width ? 10 : 0;
		const through = boxes.slice(0, row).filter(({ x }) => x > left && x < right).length;
		return cost + outside + through;
	}, 0);
}

/** Every order of a short list; that in which it came first. */
function orders<Item>(items: readonly Item[]): Item[][] {
	if (items.length < 2) return [[...items]];
	return items.flatMap((first, index) =>
		orders(items.toSpliced(index, 1)).map((rest) => [first, ...rest])
	);
}

/** Every choice of a side for each of some labels; all to the right first. */
function sides(count: number): StripLabel['anchor'][][] {
	if (count === 0) return [[]];
	return sides(count - 1).flatMap((rest) =>
		(['start', 'end'] as const).map((anchor) => [...rest, anchor])
	);
}
