import { yearOf } from '#lib/domain/dates.ts';
import { EFFORT, GROWTH_PER_DWELLING, TILT } from './assumptions.ts';
import type { ByCode, Ground } from './ground.ts';
import type { Outcome } from './outcomes.ts';
import { variety, varietyBetween } from './variety.ts';
import { LAST_YEAR } from './years.ts';

/** Relative growth in a year of each municipality of the baseline. */
export type GrowthIn = (year: number) => ByCode;

/**
 * The key that divides the growth of a province: the objective and a little for every existing dwelling, times the
 * effort of the municipality, tilted towards the first or the last years.
 */
export function createGrowth(
	ground: Ground,
	baseline: ByCode,
	objectives: ByCode,
	outcomes: readonly Outcome[]
): GrowthIn {
	const first = yearOf(ground.scheme.baselineOn) + 1;
	const middle = (first + LAST_YEAR) / 2;
	const latest = new Map(outcomes.map(({ nis, reached }) => [nis, reached]));
	const municipalities = [...baseline].map(([nis, stock]) => {
		const objective = objectives.get(nis) ?? 0;
		const effort = effortOf(nis, objective > 0 ? latest.get(nis) : undefined);
		const growth = effort * (objective + GROWTH_PER_DWELLING * stock);
		return { nis, growth, tilt: varietyBetween(nis, 'tilt', -TILT, TILT) };
	});
	return (year) => {
		const time = (year - middle) / (LAST_YEAR - middle);
		return new Map(
			municipalities.map(({ nis, growth, tilt }) => [nis, growth * (1 + tilt * time)])
		);
	};
}

/** A fixed effort, in line with the latest published outcome where there is one. */
function effortOf(nis: string, reached: boolean | undefined): number {
	const published = reached ? EFFORT.passed : EFFORT.failed;
	const { low, high } = reached === undefined ? EFFORT.untested : published;
	return low + (high - low) * variety(nis, 'effort') ** 2;
}
