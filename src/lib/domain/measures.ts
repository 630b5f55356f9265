import type { Figure } from './figure.ts';
import type { ObjectiveProgress } from './objective.ts';

/** What a map or a distribution can show of a municipality. */
export const MEASURES = ['share', 'progress', 'short'] as const;
export type Measure = (typeof MEASURES)[number];

/**
 * Lower edges of the fixed classes of each measure, from low to high. The edges mean something and never follow from the
 * selection: 9 % is the limit of the objective's formula, 11 % the goal of the Kortrijk region, 100 % the objective itself.
 */
export const CLASS_EDGES: Record<Measure, readonly number[]> = {
	share: [0, 0.02, 0.04, 0.06, 0.09, 0.11],
	progress: [-Infinity, 0, 0.25, 0.5, 0.75, 1],
	short: [-Infinity, 1, 26, 101, 251, 501]
};

/** Number of the class in which a value falls, from 0; null when it is unknown. */
export const classOf = (measure: Measure, value: number | null): number | null =>
	classAmong(CLASS_EDGES[measure], value);

/** Number of the class with these lower edges in which a value falls, from 0; null when it is unknown. */
export function classAmong(edges: readonly number[], value: number | null): number | null {
	if (value === null) return null;
	return Math.max(
		0,
		edges.findLastIndex((edge) => value >= edge)
	);
}

/** The figure that a measure shows of a municipality. */
export function measured(
	measure: Measure,
	standing: { share: Figure; objective: ObjectiveProgress }
): Figure {
	if (measure === 'share') return standing.share;
	return measure === 'progress' ? standing.objective.realisedShare : standing.objective.toRealise;
}

/** Where a municipality stands against its objective, as a filter and a word. */
export type Attainment = 'reached' | 'on_the_way' | 'not_begun' | 'no_objective' | 'unknown';

/** Attainment from integers: reached when the realised dwellings that count for the target are at least as many. */
export function attainment({
	target,
	counted: { realised }
}: Pick<ObjectiveProgress, 'target' | 'counted'>): Attainment {
	if (target.value === 0) return 'no_objective';
	if (target.value === null || realised.value === null) return 'unknown';
	if (realised.value >= target.value) return 'reached';
	return realised.value > 0 ? 'on_the_way' : 'not_begun';
}
