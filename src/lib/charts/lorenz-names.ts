// Names along a Lorenz curve: of its extremes, and of the member with most households.
import { greatest, scaleLinear } from 'd3';
import { LETTER } from './drawing.ts';
import { placeLabels, type Box, type LabelOffset, type PlacedLabel } from './labels.ts';

/** A step of a Lorenz curve: a member from where the one before it ends; all as fractions of the whole. */
export interface LorenzStep {
	id: string;
	name: string;
	/** Where the member ends: part of the households and part of the dwellings up to and with it. */
	x: number;
	y: number;
	/** Full sentence, shown for this member. */
	label: string;
}

/** Room in px to the right of the square, for names that begin near its edge. */
export const RIGHT = 90;

/** A name below its part of the curve; `x` and `y` in px from the upper left of the square. */
export interface LorenzName extends PlacedLabel {
	text: string;
	x: number;
	y: number;
	/** Whether a line is needed to see which part it names. */
	led: boolean;
}

/** How far a name may stand to the right of its part of the curve, and below it (above when negative), in px. */
const ASIDE = [8, 22, 40, 62, 88, 118, 150];
const UNDER = [12, 5, -6, -18, 27, 42, 57];
/** Sides in px from which two members are named at either end of the curve instead of one. */
const TWO_FROM = 260;
/** Beyond this distance in px a name has a line to its part of the curve. */
const NEAR = 22;

interface Middle {
	step: LorenzStep;
	x: number;
	y: number;
}

/**
 * Names of the extremes below the middle of their part of the curve, as far as they fit when the square is `side` px wide: the
 * two ends first, then the one with most households. No name lies over the curve, over another name or below the square.
 */
export function lorenzNames(
	steps: readonly LorenzStep[],
	side: number,
	taken: readonly Box[] = []
): LorenzName[] {
	const middles = steps.map((step, index): Middle => {
		const before = steps[index - 1] ?? { x: 0, y: 0 };
		return { step, x: (before.x + step.x) / 2, y: (before.y + step.y) / 2 };
	});
	const wishes = extremes(middles, side < TWO_FROM ? 1 : 2).map((middle, rank) => ({
		id: middle.step.id,
		lines: [middle.step.name],
		x: middle.x * side,
		y: (1 - middle.y) * side,
		priority: -rank,
		offsets: offsetsUnder(steps, middle, side)
	}));
	const space = { width: side + RIGHT, size: LETTER, offsets: [], taken };
	const byId = new Map(wishes.map((wish) => [wish.id, wish]));
	return placeLabels(wishes, space).flatMap((label) => {
		const wish = byId.get(label.id);
		const led = Math.hypot(label.dx, label.dy) > NEAR;
		return wish ? [{ ...label, text: wish.lines[0] ?? '', x: wish.x, y: wish.y, led }] : [];
	});
}

/** From either end inwards, then the longest part: that of the member with most households. */
function extremes(middles: readonly Middle[], each: number): Middle[] {
	const ends = Array.from({ length: each }, (_, rank) => [middles[rank], middles.at(-1 - rank)]);
	const longest = greatest(middles, ({ step, x }) => step.x - x);
	return [...new Set([...ends.flat(), longest])].flatMap((middle) => middle ?? []);
}

/** The shifts at which a name lies below the curve and above the lower edge. The curve only rises: its left end decides. */
function offsetsUnder(steps: readonly LorenzStep[], { x, y }: Middle, side: number): LabelOffset[] {
	const baseline = (1 - y) * side;
	return UNDER.flatMap((dy) => ASIDE.map((dx) => ({ dx, dy, anchor: 'start' as const })))
		.filter(({ dx, dy }) => {
			const curve = (1 - heightAt(steps, x + dx / side)) * side;
			return baseline + dy - LETTER >= curve + 2 && baseline + dy <= side - 4;
		})
		.toSorted((a, b) => Math.hypot(a.dx, a.dy) - Math.hypot(b.dx, b.dy));
}

/** Part of the dwellings that goes with a part of the households, along the curve. */
function heightAt(steps: readonly LorenzStep[], x: number): number {
	const points = [{ x: 0, y: 0 }, ...steps];
	return scaleLinear(
		points.map((one) => one.x),
		points.map((one) => one.y)
	).clamp(true)(x);
}
