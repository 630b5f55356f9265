import { hundredth, percentOf } from './round.ts';

/** One step of a waterfall, in any unit. A total stands on zero; a change begins where the step before it ended. */
export interface WaterfallStep {
	key: string;
	label: string;
	/** Signed for a change; null when unknown. */
	value: number | null;
	kind: 'total' | 'change' | 'unexplained';
	estimated: boolean;
	/** The value as it must be read. */
	text: string;
}

/** A step as drawn; `x` and `width` in per cent of the width. */
export interface WaterfallBar {
	step: WaterfallStep;
	x: number;
	width: number;
	/** Where the step ends, for the line to the next; null when its value is unknown. */
	end: number | null;
	down: boolean;
}

/** The scale of a waterfall and its bars, in the order of the steps. */
export interface WaterfallLayout {
	bars: WaterfallBar[];
	/** Whether the scale begins above zero: then the totals are cut, and the drawing says so. */
	cut: boolean;
}

/** Room on either side of the changes, as a part of their span. */
const MARGIN = 0.25;

/** Changes that span less than this part of the greatest total would hardly be seen beside it. */
const SMALL = 0.25;

/**
 * Lays out a waterfall. When the changes are small beside the totals, the scale begins above zero so that they can be
 * seen; the totals are then cut at the left.
 */
export function waterfallLayout(steps: readonly WaterfallStep[]): WaterfallLayout {
	const spans = spansOf(steps);
	const ends = spans.flatMap(({ from, to }) => (from === null ? [] : [from, to]));
	const inner = spans.flatMap(({ step, from, to }) =>
		from === null ? [] : step.kind === 'total' ? [to] : [from, to]
	);
	const span = Math.max(1, Math.max(...inner, 0) - Math.min(...inner));
	const start = Math.min(...inner) - span * MARGIN;
	const small = start > 0 && Math.min(...ends) >= 0 && span < Math.max(...ends) * SMALL;
	const low = small ? start : Math.min(0, ...ends);
	const high = Math.max(...ends, low + 1) + (low > 0 ? span * MARGIN : 0);
	const place = (value: number) => percentOf(Math.max(value, low) - low, high - low);
	return {
		cut: low > 0,
		bars: spans.map(({ step, from, to }) => {
			if (from === null) return { step, x: 0, width: 0, end: null, down: false };
			const [left, right] = [place(Math.min(from, to)), place(Math.max(from, to))];
			return { step, x: left, width: hundredth(right - left), end: place(to), down: to < from };
		})
	};
}

type Span = { step: WaterfallStep } & ({ from: number; to: number } | { from: null; to: null });

function spansOf(steps: readonly WaterfallStep[]): Span[] {
	let level = 0;
	return steps.map((step) => {
		if (step.value === null) return { step, from: null, to: null };
		const from = step.kind === 'total' ? 0 : level;
		level = from + step.value;
		return { step, from, to: level };
	});
}
