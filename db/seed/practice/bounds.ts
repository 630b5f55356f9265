import { BASIS_POINTS } from '#lib/domain/share.ts';
import { CEILING } from './assumptions.ts';
import { inStructureOf, type ByCode, type Ground } from './ground.ts';
import type { Knot } from './interpolate.ts';
import type { Outcome } from './outcomes.ts';

/** Between what a stock (definition B) may grow where no published figure settles it. */
export interface Bounds {
	/** Stock of the baseline, where the growth starts. */
	start: number;
	/** Largest stock at the year-end; `Infinity` without objective. */
	most: number;
	/** The next year-end at which a smallest stock must be reached, and that stock; null when there is none. */
	reach: Knot | null;
}

/** The bounds of every municipality of the structure at the end of a year. */
export type BoundsIn = (year: number) => ReadonlyMap<string, Bounds>;

/**
 * Bounds from published outcomes: below a part of the objective up to the year-end at which it was not reached, at
 * least that part where it was. For everyone with an objective a ceiling, so that no estimate shines.
 */
export function createBounds(
	ground: Ground,
	baseline: ByCode,
	objectives: ByCode,
	outcomes: readonly Outcome[]
): BoundsIn {
	const byCode = Map.groupBy(outcomes, ({ nis }) => nis);
	return (year) => {
		const starts = inStructureOf(ground, year, baseline);
		const targets = inStructureOf(ground, year, objectives);
		return new Map(
			[...starts].map(([nis, start]) => {
				const ahead = (byCode.get(nis) ?? []).filter((outcome) => outcome.year >= year);
				return [nis, boundsOf(start, targets.get(nis) ?? 0, ahead)];
			})
		);
	};
}

/** @param ahead outcomes of this year-end and later ones, earliest first; they mean nothing without an objective */
function boundsOf(start: number, target: number, ahead: readonly Outcome[]): Bounds {
	if (target === 0) return { start, most: Infinity, reach: null };
	let most = start + Math.floor(CEILING * target);
	let reach: Knot | null = null;
	for (const { year, part, reached } of ahead) {
		if (part === null) continue;
		const dwellings = Math.ceil((target * part) / BASIS_POINTS);
		if (reached) reach ??= [year, start + dwellings];
		else most = Math.min(most, start + dwellings - 1);
	}
	return { start, most, reach };
}
