import * as Plot from '@observablehq/plot';
import { cumsum, scaleLinear } from 'd3';
import { sketch, type Drawing, type Said } from './drawing.ts';
import { note } from './key.ts';
import { hatch, headsOfRows, PIXELS } from './marks.ts';

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

export interface Waterfall extends Said {
	steps: readonly WaterfallStep[];
	/** What is said when the scale begins above zero. */
	cutNote?: string;
}

/** A step with a value, from where to where it runs. */
export interface Span {
	step: WaterfallStep;
	row: number;
	from: number;
	to: number;
}

/** Room on either side of the changes, as a part of their span. */
const MARGIN = 0.25;
/** Changes that span less than this part of the greatest total would hardly be seen beside it. */
const SMALL = 0.25;
const ROW = 46;
const BAR = 14;

export function spansOf(steps: readonly WaterfallStep[]): Span[] {
	const changes = steps.map(({ kind, value }) => (kind === 'total' ? 0 : (value ?? 0)));
	const sums = cumsum(changes);
	const base = (row: number): number => {
		const before = steps.findLastIndex(
			({ kind, value }, index) => index < row && kind === 'total' && value !== null
		);
		return before < 0 ? 0 : (steps[before]?.value ?? 0) - (sums[before] ?? 0);
	};
	return steps.flatMap((step, row) => {
		if (step.value === null) return [];
		if (step.kind === 'total') return [{ step, row, from: 0, to: step.value }];
		const to = base(row) + (sums[row] ?? 0);
		return [{ step, row, from: to - step.value, to }];
	});
}

/** The ends of the scale. When the changes are small beside the totals it begins above zero; the totals are then cut. */
export function waterfallDomain(spans: readonly Span[]): [low: number, high: number] {
	const ends = spans.flatMap(({ from, to }) => [from, to]);
	const inner = spans.flatMap(({ step, from, to }) => (step.kind === 'total' ? [to] : [from, to]));
	const span = Math.max(1, Math.max(...inner, 0) - Math.min(...inner));
	const start = Math.min(...inner) - span * MARGIN;
	const small = start > 0 && Math.min(...ends) >= 0 && span < Math.max(...ends) * SMALL;
	const low = small ? start : Math.min(0, ...ends);
	return [low, Math.max(...ends, low + 1) + (low > 0 ? span * MARGIN : 0)];
}

/**
 * From a stock to the next: a row for the start, for everything that came or went, and for the end. What came stands solid,
 * what went hollow; what nobody explains is hatched. Read from top to bottom; every row has its number.
 */
export const waterfall: Drawing<Waterfall> = (data, room) => {
	const { steps, cutNote = 'De balken van begin en einde zijn links afgesneden.' } = data;
	const { width, palette, id = 'w' } = room;
	const { ground, blue, ruleStrong } = palette;
	const spans = spansOf(steps);
	const x = scaleLinear(waterfallDomain(spans), [1, width - 1]);
	const [low = 0] = x.domain();
	const top = ({ row }: Span) => row * ROW + 22;
	const box = {
		x1: ({ from }: Span) => Math.max(low, from),
		x2: 'to',
		y1: top,
		y2: (span: Span) => top(span) + BAR
	};
	const bars = (which: (span: Span) => boolean, look: Plot.RectOptions) =>
		Plot.rect(spans.filter(which), { ...box, ...look });
	const isHollow = ({ step, from, to }: Span) =>
		step.kind === 'unexplained' || (step.kind === 'change' && to < from);
	const isTotal = ({ step }: Span) => step.kind === 'total';
	return sketch(
		{
			...data,
			height: steps.length * ROW,
			defs: hatch(`${id}-h`, ground) + hatch(`${id}-n`, ruleStrong),
			plot: {
				x: { domain: x.domain(), range: x.range(), axis: null },
				y: PIXELS,
				marks: [
					Plot.ruleX(spans.slice(0, -1), {
						x: 'to',
						y1: top,
						y2: (span: Span) => top(span) + ROW,
						stroke: ruleStrong
					}),
					headsOfRows(steps, ROW, room),
					bars(isTotal, { fill: blue[4], stroke: blue[4] }),
					bars((span) => !isTotal(span) && !isHollow(span), { fill: blue[2], stroke: blue[4] }),
					bars(isHollow, { fill: ground, stroke: blue[4] }),
					bars(({ step }) => step.kind === 'unexplained', { fill: `url(#${id}-n)` }),
					bars(({ step }) => step.estimated && step.kind !== 'unexplained', {
						fill: `url(#${id}-h)`
					})
				]
			},
			below: low > 0 ? [note(cutNote, room)] : []
		},
		room
	);
};
