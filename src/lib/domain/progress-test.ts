import { BASIS_POINTS } from './share.ts';

/** The two thresholds of a round in hundredths of a per cent of the objective (2022: 7952 and 9542). */
export interface Thresholds {
	realised: number;
	withPlanned: number;
}

/** Outcome of a replayed progress test: category 1 or 2, and the dwellings short of each line (0 when reached). */
export interface TestOutcome {
	computed: 1 | 2;
	shortRealised: number;
	shortWithPlanned: number;
}

/**
 * Replays the progress test (domain.md R4) with integers. Category 1: no objective, or the realised dwellings reach the
 * first threshold, or realised plus pipeline reach the second. 2a and 2b are a human judgement and never computed.
 * @param pipeline dwellings in execution or planned
 */
export function progressTest(
	target: number,
	realised: number,
	pipeline: number,
	thresholds: Thresholds
): TestOutcome {
	const short = (count: number, threshold: number) =>
		Math.max(0, Math.ceil((target * threshold - count * BASIS_POINTS) / BASIS_POINTS));
	const shortRealised = short(realised, thresholds.realised);
	const shortWithPlanned = short(realised + pipeline, thresholds.withPlanned);
	const passes = target === 0 || shortRealised === 0 || shortWithPlanned === 0;
	return { computed: passes ? 1 : 2, shortRealised, shortWithPlanned };
}
