import { yearOf } from '#lib/domain/dates.ts';
import { EFFORT, GROWTH_PER_DWELLING, TILT } from './assumptions.ts';
import type { ByCode, Ground } from './ground.ts';
import { variety, varietyBetween } from './variety.ts';
import { LAST_YEAR } from './years.ts';

/** Relative growth in a year of each municipality of the baseline. */
export type GrowthIn = (year: number) => ByCode;

/**
 * The key that divides the growth of a province: the objective and a little for every existing dwelling, times the
 * effort of the municipality, tilted towards the first or the last years.
 */
export function createGrowth(ground: Ground, baseline: ByCode, objectives: ByCode): GrowthIn {
	const first = yearOf(ground.scheme.baselineOn) + 1;
	const middle = (first + LAST_YEAR) / 2;
	const categories = latestCategories(ground);
	const municipalities = [...baseline].map(([nis, stock]) => {
		const objective = objectives.get(nis) ?? 0;
		const effort = effortOf(nis, objective > 0 ? categories.get(nis) : undefined);
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

/** The latest published category of the progress test of each municipality. */
function latestCategories({ facts }: Ground): Map<string, string> {
	const results = facts.testResults.toSorted((a, b) => a.year - b.year);
	return new Map(results.map(({ nis_code: nis, category }) => [nis, category]));
}

/** A fixed effort, in line with the category where one is known. */
function effortOf(nis: string, category: string | undefined): number {
	const failed = category?.startsWith('2');
	const { low, high } = failed ? EFFORT.failed : category ? EFFORT.passed : EFFORT.untested;
	return low + (high - low) * variety(nis, 'effort') ** 2;
}
