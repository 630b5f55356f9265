import type { Day } from './dates.ts';
import { derived, together, unknown, type Figure } from './figure.ts';
import type { ObjectiveProgress } from './objective.ts';
import { isEstimate } from './status.ts';
import { BASIS_POINTS } from './share.ts';

/** The two thresholds of a round in hundredths of a per cent of the objective (2022: 7952 and 9542). */
export interface Thresholds {
	realised: number;
	withPlanned: number;
}

/** What decides a replayed test: there is no objective, a line that is reached, or that neither is. */
export const GROUNDS = ['no_objective', 'realised', 'with_planned', 'short'] as const;
export type Ground = (typeof GROUNDS)[number];

/** A category as it is published; 2 is not judged yet. */
export const CATEGORIES = ['1', '2', '2a', '2b'] as const;
export type Category = (typeof CATEGORIES)[number];

/** Outcome of a replayed progress test: category 1 or 2, why, and the dwellings short of each line (0 when reached). */
export interface TestOutcome {
	computed: 1 | 2;
	ground: Ground;
	shortRealised: number;
	shortWithPlanned: number;
	/** The category hangs on how the published threshold was rounded: within 0.005 percentage points. */
	tie: boolean;
}

/**
 * Dwellings that reach a threshold of an objective, rounded up to whole ones. An integer product is divided last, so that
 * it is exact at the edge.
 * @param threshold hundredths of a per cent
 */
export const neededFor = (target: number, threshold: number): number =>
	Math.ceil((target * threshold) / BASIS_POINTS);

const shortOf = (target: number, threshold: number, count: number): number =>
	target === 0 ? 0 : Math.max(0, neededFor(target, threshold) - count);

/** Whether the line is reached with the threshold half a hundredth of a per cent higher (`1`) or lower (`-1`). */
const reachesNudged = (target: number, threshold: number, count: number, by: 1 | -1): boolean =>
	2 * count * BASIS_POINTS >= target * (2 * threshold + by);

/**
 * Replays the progress test (domain.md R4) with integers. Category 1: no objective, or the realised dwellings reach the
 * first threshold, or realised plus pipeline reach the second. 2a and 2b are a human judgement and never computed.
 * @param realised net increase since the baseline; may be negative
 * @param pipeline dwellings in execution or planned
 */
export function progressTest(
	target: number,
	realised: number,
	pipeline: number,
	thresholds: Thresholds
): TestOutcome {
	const shortRealised = shortOf(target, thresholds.realised, realised);
	const shortWithPlanned = shortOf(target, thresholds.withPlanned, realised + pipeline);
	const ground = groundOf(target, shortRealised, shortWithPlanned);
	const passes = (by: 1 | -1) =>
		reachesNudged(target, thresholds.realised, realised, by) ||
		reachesNudged(target, thresholds.withPlanned, realised + pipeline, by);
	const tie = target > 0 && passes(1) !== passes(-1);
	return { computed: ground === 'short' ? 2 : 1, ground, shortRealised, shortWithPlanned, tie };
}

function groundOf(target: number, shortRealised: number, shortWithPlanned: number): Ground {
	if (target === 0) return 'no_objective';
	if (shortRealised === 0) return 'realised';
	return shortWithPlanned === 0 ? 'with_planned' : 'short';
}

/** What a test looks at, in dwellings. */
export interface TestFigures {
	target: Figure;
	realised: Figure;
	inExecution: Figure;
	planned: Figure;
}

/** What the test looks at: after a merger only what counts towards the objectives that were set. */
export const testFigures = ({
	target,
	counted
}: Pick<ObjectiveProgress, 'target' | 'counted'>): TestFigures => ({ target, ...counted });

/** A replay from figures: what they allow to say, and how sure it is. */
export interface Replay {
	computed: 1 | 2 | null;
	ground: Ground | null;
	/** Whether the category rests on an estimate. */
	estimated: boolean;
	shortRealised: number | null;
	shortWithPlanned: number | null;
	tie: boolean;
}

/** No thresholds, or too little known: nothing is computed. */
const NOTHING: Replay = {
	computed: null,
	ground: null,
	estimated: false,
	shortRealised: null,
	shortWithPlanned: null,
	tie: false
};

/**
 * Replays the test as far as the figures are known: without an objective or with enough realised dwellings the category
 * is sure even when the pipeline is not known; otherwise an unknown figure leaves it open.
 */
export function replay(figures: TestFigures, thresholds: Thresholds | null): Replay {
	const { target, realised, inExecution, planned } = figures;
	if (!thresholds || target.value === null) return NOTHING;
	if (target.value === 0) return withSureness(progressTest(0, 0, 0, thresholds), [target]);
	if (realised.value === null) return NOTHING;
	const pipeline =
		inExecution.value === null || planned.value === null ? null : inExecution.value + planned.value;
	const outcome = progressTest(target.value, realised.value, pipeline ?? 0, thresholds);
	const first = withSureness(outcome, [target, realised]);
	if (pipeline === null) return firstLineOnly(first);
	return outcome.ground === 'realised' && !outcome.tie
		? first
		: withSureness(outcome, [target, realised, inExecution, planned]);
}

const withSureness = (outcome: TestOutcome, inputs: readonly Figure[]): Replay => ({
	...outcome,
	estimated: inputs.some(isEstimate)
});

/** The pipeline is unknown: the first line alone can decide, and only for category 1. */
function firstLineOnly(outcome: Replay): Replay {
	if (outcome.ground === 'realised') return { ...outcome, shortWithPlanned: null };
	return { ...NOTHING, shortRealised: outcome.shortRealised, estimated: outcome.estimated };
}

/** Realised, in execution and planned dwellings together: what the second threshold looks at. */
export const withPipeline = ({ realised, inExecution, planned }: TestFigures): Figure =>
	together(realised, inExecution, planned);

/**
 * A part of the objective as a fraction, to show beside a threshold; never to compare with one. Unknown for an objective
 * of 0: there is no percentage.
 */
export function partOfTarget(count: Figure, target: Figure): Figure {
	if (target.value === null) return unknown(count.date, target.reason ?? 'not_published');
	if (target.value === 0) return unknown(count.date, 'no_objective');
	if (count.value === null) return unknown(count.date, count.reason ?? 'not_published');
	return derived(count.value / target.value, count.date, [count, target], 'realised_share');
}

/** Whether a published category contradicts the computed one; 2, 2a and 2b all mean: does not follow the path. */
export const differs = (computed: 1 | 2 | null, entered: Category | null): boolean =>
	computed !== null && entered !== null && (computed === 1) !== (entered === '1');

/** What a municipality would have had with more dwellings delivered by the measuring date. */
export interface Scenario {
	/** On top of everything that was realised, in execution or planned. */
	extra: TestOutcome;
	/** The same dwellings, had they come out of what was in execution or planned. */
	fromPipeline: TestOutcome;
}

/**
 * The test with more dwellings delivered. Where the dwellings come from decides whether the second line moves along, so
 * both readings are given.
 * @param more dwellings delivered, 0 or more
 */
export function scenario(
	target: number,
	realised: number,
	pipeline: number,
	thresholds: Thresholds,
	more: number
): Scenario {
	const rest = pipeline - Math.min(more, Math.max(0, pipeline));
	return {
		extra: progressTest(target, realised + more, pipeline, thresholds),
		fromPipeline: progressTest(target, realised + more, rest, thresholds)
	};
}

/**
 * The first measuring date of which the pipeline counts planned projects; the round before it counted permitted dwellings
 * only (municipality of Rumst on the progress test; domain.md 3.1).
 */
export const PLANNED_COUNTED_FROM: Day = '2013-12-31';
