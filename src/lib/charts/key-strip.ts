import { percentOf } from './round.ts';

/** A number that one key gives. */
export interface KeyDot {
	key: string;
	/** Zero or more, in any unit. */
	value: number;
	/** Full sentence, shown for this dot. */
	label: string;
}

/** One or more keys at the same place. */
interface KeyMark {
	/** Per cent of the width. */
	x: number;
	keys: string[];
	label: string;
	/** Whether no key gives less, or more. */
	end: boolean;
}

export interface KeyStripLayout {
	marks: KeyMark[];
	/** From the least to the most, in per cent of the width. */
	from: number;
	to: number;
	/** Place of the value to compare with; null without one. */
	mean: number | null;
}

/** Room for half a dot at both ends, in per cent of the width. */
const EDGE = 4;
/** Dots nearer than this, in per cent of the width, are one dot with both names. */
const NEAR = 1.5;

/**
 * Lays out what the keys give one municipality on a line from zero to `max`. Strips with the same `max` can stand under one
 * another. Dots that would cover one another become one.
 */
export function keyStripLayout(
	dots: readonly KeyDot[],
	max: number,
	mean: number | null = null
): KeyStripLayout {
	const place = (value: number) =>
		EDGE + percentOf(Math.min(value, max) * (1 - (2 * EDGE) / 100), max || 1);
	const sorted = dots.toSorted((a, b) => a.value - b.value || (a.key < b.key ? -1 : 1));
	const marks: KeyMark[] = [];
	for (const { key, value, label } of sorted) {
		const last = marks.at(-1);
		const x = place(value);
		if (last && x - last.x < NEAR) {
			last.keys.push(key);
			last.label = `${last.label}; ${label}`;
		} else marks.push({ x, keys: [key], label, end: false });
	}
	for (const mark of [marks[0], marks.at(-1)]) if (mark) mark.end = true;
	return {
		marks,
		from: marks[0]?.x ?? EDGE,
		to: marks.at(-1)?.x ?? EDGE,
		mean: mean === null ? null : place(mean)
	};
}
