import { cumsum } from 'd3';

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

/** A part with a value, from where to where it runs. */
interface Stretch {
	part: BulletPart;
	/** How it is coloured, from dark to light. */
	look: number;
	/** It begins at zero (solid, thick), or continues another (lighter, thinner). */
	first: boolean;
	from: number;
	to: number;
}

interface Stretches {
	stretches: Stretch[];
	domain: [low: number, high: number];
	/** Which ends of the scale are passed by a value, so that its bar is cut there. */
	cutLow: boolean;
	cutHigh: boolean;
}

/** Room kept beyond the greatest value, so that the mark of the target is not cut by the edge. */
const HEADROOM = 1.03;

/**
 * Parts one after another from zero, so that the end of the bar is their sum, also when the first is negative; unknown parts
 * are left out. Plot's own stack would put what is negative to the other side.
 */
export function stretchesOf({ parts, target, min, max }: BulletInput): Stretches {
	const known = parts.flatMap((part, look) => (part.value === null ? [] : [{ part, look }]));
	const ends = cumsum(known, ({ part }) => part.value ?? 0);
	const stretches = known.map(({ part, look }, index) => ({
		part,
		look: Math.min(look, 2),
		first: index === 0,
		from: ends[index - 1] ?? 0,
		to: ends[index] ?? 0
	}));
	const values = [0, target ?? 0, ...ends];
	const low = Math.min(0, target ?? 0, min ?? Math.min(...values));
	const reach = max ?? Math.max(...values) * HEADROOM;
	const high = Math.max(reach, (target ?? 0) * HEADROOM, low + 1e-9);
	return {
		stretches,
		domain: [low, high],
		cutLow: values.some((value) => value < low),
		cutHigh: values.some((value) => value > high)
	};
}
