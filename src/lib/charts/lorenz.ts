import { placeLabels, type LabelOffset, type PlacedLabel } from './labels.ts';
import { hundredth } from './round.ts';

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

/** The curve as drawn, in per cent of a square of which the origin is at the lower left. */
export interface LorenzLayout {
	/** The line itself, and the area between it and the diagonal. */
	curve: string;
	area: string;
	/** Where each member ends. */
	points: { step: LorenzStep; x: number; y: number }[];
	/** The upright line where curve and diagonal lie furthest apart: as long as the Hoover index; null when even. */
	gap: { x: number; from: number; to: number } | null;
}

const down = (fraction: number) => hundredth(100 * (1 - fraction));
const across = (fraction: number) => hundredth(100 * fraction);

/** Lays out a Lorenz curve. @param steps from the lowest share to the highest; the last ends at 1, 1. */
export function lorenzLayout(steps: readonly LorenzStep[]): LorenzLayout {
	const points = steps.map((step) => ({ step, x: across(step.x), y: down(step.y) }));
	const line = points.map(({ x, y }) => `L${x} ${y}`).join('');
	const deepest = steps.toSorted((a, b) => b.x - b.y - (a.x - a.y))[0];
	return {
		curve: `M0 100${line}`,
		area: `M0 100${line}Z`,
		points,
		gap:
			deepest && deepest.x - deepest.y > 1e-9
				? { x: across(deepest.x), from: down(deepest.x), to: down(deepest.y) }
				: null
	};
}

/** A name below its part of the curve; `x` and `y` in per cent of the square. */
export interface LorenzName extends PlacedLabel {
	text: string;
	x: number;
	y: number;
	/** Whether a line is needed to see which part it names. */
	led: boolean;
}

const NAME_SIZE = 13;
/** Room in px to the right of the square, for names that begin near its edge. */
export const LORENZ_MARGIN = 96;
/** How far a name may stand to the right of its part of the curve, and below it (above when negative), in px. */
const RIGHT = [8, 22, 40, 62, 88, 118, 150];
const BELOW = [12, 5, -6, -18, 27, 42, 57];
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
export function lorenzNames(steps: readonly LorenzStep[], side: number): LorenzName[] {
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
	const space = { width: side + LORENZ_MARGIN, size: NAME_SIZE, offsets: [] };
	const byId = new Map(middles.map((middle) => [middle.step.id, middle]));
	return placeLabels(wishes, space).flatMap((label) => {
		const middle = byId.get(label.id);
		if (!middle) return [];
		const led = Math.hypot(label.dx, label.dy) > NEAR;
		return [{ ...label, text: middle.step.name, x: across(middle.x), y: down(middle.y), led }];
	});
}

/** From either end inwards, then the longest part: that of the member with most households. */
function extremes(middles: readonly Middle[], each: number): Middle[] {
	const ends = Array.from({ length: each }, (_, rank) => [middles[rank], middles.at(-1 - rank)]);
	const longest = middles.toSorted((a, b) => b.step.x - b.x - (a.step.x - a.x))[0];
	return [...new Set([...ends.flat(), longest])].flatMap((middle) => middle ?? []);
}

/** The shifts at which a name lies below the curve and above the lower edge. The curve only rises: its left end decides. */
function offsetsUnder(steps: readonly LorenzStep[], { x, y }: Middle, side: number): LabelOffset[] {
	const baseline = (1 - y) * side;
	return BELOW.flatMap((dy) => RIGHT.map((dx) => ({ dx, dy, anchor: 'start' as const })))
		.filter(({ dx, dy }) => {
			const curve = (1 - heightAt(steps, x + dx / side)) * side;
			return baseline + dy - NAME_SIZE >= curve + 2 && baseline + dy <= side - 4;
		})
		.toSorted((a, b) => Math.hypot(a.dx, a.dy) - Math.hypot(b.dx, b.dy));
}

/** Part of the dwellings that goes with a part of the households, along the curve. */
function heightAt(steps: readonly LorenzStep[], x: number): number {
	const index = steps.findIndex((step) => step.x >= x);
	const after = steps[index];
	if (!after) return 1;
	const before = steps[index - 1] ?? { x: 0, y: 0 };
	return before.y + ((x - before.x) / (after.x - before.x || 1)) * (after.y - before.y);
}
