import { derived, together, unknown, type Figure } from './figure.ts';
import { isEstimate } from './status.ts';
import { BASIS_POINTS, reachesShare } from './share.ts';

/** Whether a municipality meets a condition; `depends`: the sources leave it open; `over`: the term is past. */
export type LeverOutcome = 'yes' | 'no' | 'depends' | 'unknown' | 'over';

/** Why, in a word. */
export type LeverReason =
	| 'met'
	| 'partly_met'
	| 'term_over'
	| 'homes_left'
	| 'share_reached'
	| 'pipeline_unclear'
	| 'remaining_unknown'
	| 'share_unknown'
	| 'nothing_asked'
	| 'within_limit'
	| 'period_unclear'
	| 'objective_unknown'
	| 'permits_unknown';

/** Whether a municipality can use a lever of the law. */
export interface Lever {
	outcome: LeverOutcome;
	reason: LeverReason;
	/** Whether the outcome rests on an estimate. */
	estimated: boolean;
}

/** What a municipality still has to realise, in dwellings, never below 0. */
export interface Remaining {
	/** Objective minus realised. */
	realised: Figure;
	/** Objective minus realised, in execution and planned. */
	withPipeline: Figure;
}

/**
 * What is left of an objective: `max(0, target − realised)`, and the same when the whole pipeline counts. Nothing is left
 * where nothing was asked.
 */
export function remainingOf(progress: {
	target: Figure;
	counted: { realised: Figure; inExecution: Figure; planned: Figure };
}): Remaining {
	const { target, counted } = progress;
	const { realised, inExecution, planned } = counted;
	return {
		realised: left(target, [realised]),
		withPipeline: left(target, [realised, inExecution, planned])
	};
}

function left(target: Figure, [first, ...others]: readonly [Figure, ...Figure[]]): Figure {
	if (target.value === 0) return derived(0, first.date, [target]);
	if (target.value === null) return unknown(first.date, target.reason ?? 'missing', target.missing);
	const done = together(first, ...others);
	return done.value === null
		? done
		: derived(Math.max(0, target.value - done.value), first.date, [target, done]);
}

/**
 * Whether a municipality can ask for a covenant (domain.md R5): nothing left to do, and below a share of its households.
 * These are two of its conditions; the others are not in the sources, so that meeting both is never a «yes».
 * Whether the counter takes the pipeline into account is not known: where it decides, the outcome is `depends`.
 * @param basisPoints hundredths of a per cent; compared with integers
 */
export function covenantLever(
	remaining: Remaining,
	stock: Figure,
	households: Figure,
	basisPoints: number
): Lever {
	const estimated = [remaining.realised, remaining.withPipeline, stock, households].some(
		isEstimate
	);
	const lever = (outcome: LeverOutcome, reason: LeverReason): Lever => ({
		outcome,
		reason,
		estimated
	});
	const known = stock.value !== null && households.value !== null && households.value > 0;
	if (known && reachesShare(stock.value, households.value, basisPoints))
		return lever('no', 'share_reached');
	if (remaining.withPipeline.value !== null && remaining.withPipeline.value > 0)
		return lever('no', 'homes_left');
	if (remaining.realised.value === null) return lever('unknown', 'remaining_unknown');
	if (!known) return lever('unknown', 'share_unknown');
	if (remaining.realised.value === 0) return lever('depends', 'partly_met');
	return remaining.withPipeline.value === null
		? lever('unknown', 'remaining_unknown')
		: lever('depends', 'pipeline_unclear');
}

/** A lever whose term is past: nobody can use it, whatever the figures say. */
export const TERM_OVER: Lever = { outcome: 'over', reason: 'term_over', estimated: false };

/** How many years of permits are averaged. */
export const PERMIT_YEARS = 5;

/**
 * The most that can be asked a year without a ground for exemption: a part of the average number of dwellings permitted
 * in five years, in dwellings (with decimals). Unknown as long as one of the five is.
 */
export function permitLimit(permits: readonly Figure[], basisPoints: number): Figure {
	const date = permits.at(-1)?.date ?? '';
	const whole = permits.length === PERMIT_YEARS && permits.every((one) => one.value !== null);
	if (!whole) return unknown(date, 'no_permits');
	const sum = permits.reduce((total, one) => total + (one.value ?? 0), 0);
	return derived((sum * basisPoints) / (PERMIT_YEARS * BASIS_POINTS), date, permits);
}

/**
 * Whether an objective with its catch-up is more than that limit. The sources do not say over how many years the objective
 * is spread: below the limit at once it never is, above the limit even when spread over the whole term it always is, and
 * between the two it depends.
 * @param objective dwellings
 * @param years of the regime; above 0
 */
export function exemptionLever(objective: Figure, limit: Figure, years: number): Lever {
	const estimated = [objective, limit].some(isEstimate);
	const lever = (outcome: LeverOutcome, reason: LeverReason): Lever => ({
		outcome,
		reason,
		estimated
	});
	if (objective.value === null) return lever('unknown', 'objective_unknown');
	if (objective.value === 0) return lever('no', 'nothing_asked');
	if (limit.value === null) return lever('unknown', 'permits_unknown');
	if (objective.value <= limit.value) return lever('no', 'within_limit');
	return objective.value > limit.value * years
		? lever('yes', 'met')
		: lever('depends', 'period_unclear');
}
