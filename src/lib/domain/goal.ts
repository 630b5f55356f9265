import type { Day } from './dates.ts';
import { derived, unknown, type Figure } from './figure.ts';
import { askedShare, gapFigure } from './share.ts';

/** What a region can set itself: a share to reach or to hold, or a norm for what is built anew. */
export const GOAL_KINDS = ['reach_share', 'hold_share', 'new_building'] as const;
export type GoalKind = (typeof GOAL_KINDS)[number];

/** A goal that a region sets itself: reach a share, or hold the share of a base date. */
export type Goal = { deadline: Day | null; adoptedOn: Day | null } & (
	{ kind: 'reach_share'; basisPoints: number } | { kind: 'hold_share'; baseDate: Day }
);

/** Where a region stands against its goal. */
export interface GoalStanding {
	/** The share asked for, as a fraction. */
	value: Figure;
	/** Signed, in whole dwellings rounded up: positive is short, negative is above. */
	gap: Figure;
}

/** Stock and households of an area at one date. */
export interface Holding {
	stock: Figure;
	households: Figure;
}

/**
 * Gap of a region to its goal. For `reach_share`: `ceil(g*H - S)`. For `hold_share`: `ceil(S0/H0*H - S)` with the stock
 * and households of the base date, as an integer fraction (domain.md R6).
 */
export function goalStanding(goal: Goal, now: Holding, base: Holding | null): GoalStanding {
	const date = now.stock.date;
	if (goal.kind === 'reach_share') {
		return {
			value: askedShare(goal.basisPoints, date),
			gap: gapFigure(now.stock, now.households, goal.basisPoints)
		};
	}
	const [s0, h0] = [base?.stock.value ?? null, base?.households.value ?? null];
	if (!base || s0 === null || !h0) {
		return { value: unknown(date, 'not_published'), gap: unknown(date, 'not_published') };
	}
	return {
		value: derived(s0 / h0, date, [base.stock, base.households], 'hold_share'),
		gap: gapToHold(now, base, (s, h) => Math.ceil((s0 * h - s * h0) / h0) || 0)
	};
}

function gapToHold(
	{ stock, households }: Holding,
	base: Holding,
	gap: (stock: number, households: number) => number
): Figure {
	const { date } = stock;
	if (stock.value === null) return unknown(date, 'no_stock', stock.missing);
	if (households.value === null) return unknown(date, 'no_households', households.missing);
	const inputs = [base.stock, base.households, households, stock];
	return derived(gap(stock.value, households.value), date, inputs, 'hold_gap');
}
