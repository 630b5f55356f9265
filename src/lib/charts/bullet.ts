import { hundredth, percentOf } from './round.ts';

/** One stretch of the bar. The first part is the solid one; those after it are what is still to come. */
export interface BulletPart {
	key: string;
	label: string;
	/** In any unit, the same for all parts and the target; null when unknown. */
	value: number | null;
	estimated: boolean;
}

export interface BulletInput {
	parts: readonly BulletPart[];
	/** Null when unknown. */
	target: number | null;
	/** Ends of the scale; without them the scale holds all values. The target and zero always stay on it. */
	min?: number;
	max?: number;
}

/** How a part is coloured, by its place among the parts: from dark to light, alike from the third on. */
export type Look = 0 | 1 | 2;

/** The look of the part that stands at an index. */
export const lookOf = (index: number): Look => (index === 0 || index === 1 ? index : 2);

/** A stretch as drawn; `x` and `width` in per cent of the drawing. */
export interface BulletBar {
	key: string;
	x: number;
	width: number;
	/** The stretch begins at zero (solid, thick) or continues another (lighter, thinner). */
	first: boolean;
	look: Look;
	estimated: boolean;
}

/** Places in per cent of the width of the drawing. */
export interface BulletLayout {
	zero: number;
	bars: BulletBar[];
	target: number | null;
	/** Which ends of the scale are passed by a value, so that its bar is cut there. */
	cutLow: boolean;
	cutHigh: boolean;
}

/** Room kept beyond the greatest value, so that the mark of the target is not cut by the edge. */
const HEADROOM = 1.03;

/**
 * Lays out progress against a target. Parts are stacked one after another from zero, so the end of the bar is their
 * sum, also when the first is negative; unknown parts are left out.
 */
export function bulletLayout({ parts, target, min, max }: BulletInput): BulletLayout {
	const stretches = stack(parts);
	const values = [0, target ?? 0, ...stretches.flatMap(({ from, to }) => [from, to])];
	const low = Math.min(0, target ?? 0, min ?? Math.min(...values));
	const high = Math.max(
		max ?? Math.max(...values) * HEADROOM,
		(target ?? 0) * HEADROOM,
		low + 1e-9
	);
	const place = (value: number) => percentOf(clamp(value, low, high) - low, high - low);

	return {
		zero: place(0),
		bars: stretches.map(({ part, look, from, to }, index) => ({
			key: part.key,
			x: place(Math.min(from, to)),
			width: hundredth(place(Math.max(from, to)) - place(Math.min(from, to))),
			first: index === 0,
			look,
			estimated: part.estimated
		})),
		target: target === null ? null : place(target),
		cutLow: values.some((value) => value < low),
		cutHigh: values.some((value) => value > high)
	};
}

function stack(parts: readonly BulletPart[]) {
	let end = 0;
	return parts.flatMap((part, index) => {
		if (part.value === null) return [];
		const from = end;
		end += part.value;
		return [{ part, look: lookOf(index), from, to: end }];
	});
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
