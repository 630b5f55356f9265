import type { Day } from '#lib/domain/dates.ts';
import { unknown, type Figure } from '#lib/domain/figure.ts';
import { withinTotal } from '#lib/domain/fitting.ts';
import type { Counted, ObjectiveProgress } from '#lib/domain/objective.ts';
import { TOTAL_DEFINITIONS, type AreaPart } from '#lib/domain/region.ts';
import { countOf } from '#lib/domain/regime.ts';
import type { Database } from '../database/database.ts';
import { publishedTotals, regionObjectives, type RegionObservation } from '../queries/regions.ts';
import type { Moment } from './moment.ts';
import type { MeasuredScheme, MunicipalityStanding } from './standing.ts';

/** Totals that were published for regions as a whole, and members of which the estimates do not fit them. */

/** What was published for regions at a moment. */
export interface Totals {
	/** Stocks and what was realised, of every region. */
	figures: readonly RegionObservation[];
	/** The most that was set for a region as the objective of the regime that runs, by slug. */
	objectives: ReadonlyMap<string, number>;
}

/** Reads the totals at the reference date. */
export async function readTotals(
	{ read }: Database,
	{ on, known }: Moment,
	scheme: MeasuredScheme
): Promise<Totals> {
	const indicators = [...TOTAL_DEFINITIONS, countOf(scheme, 'realised')];
	const [figures, set] = await Promise.all([
		publishedTotals(read, indicators, on, known),
		regionObjectives(read, 'all', known)
	]);
	const own = set.filter((one) => one.scheme === scheme.code && one.component === 'total');
	const objectives = new Map<string, number>();
	for (const { region, value, valueUpTo } of own)
		objectives.set(region, Math.max(valueUpTo ?? value, objectives.get(region) ?? 0));
	return { figures, objectives };
}

/**
 * The members of a region without the estimates that add up to more than was published for it: of stock, objective and
 * what was realised, each by its own count. Of these the region shows what was published alone.
 */
export function fittingMembers(
	rows: readonly MunicipalityStanding[],
	slug: string,
	{ figures, objectives }: Totals
): readonly MunicipalityStanding[] {
	const own = figures.filter(({ region }) => region === slug);
	const sameCount = (parts: readonly Figure[]) => totalOf(parts, own);
	const fit = (pick: (row: MunicipalityStanding) => Figure, total: typeof sameCount) => {
		const parts = rows.map(pick);
		return withinTotal(parts, total(parts));
	};
	const stocks = fit(({ stock }) => stock, sameCount);
	const targets = fit(
		({ objective }) => objective.target,
		() => objectives.get(slug) ?? null
	);
	const realised = fit(({ objective }) => objective.realised, sameCount);
	return rows.map((row, at) => ({
		...withStock(row, stocks[at] ?? row.stock),
		objective: without(row.objective, targets[at], realised[at])
	}));
}

/** The total of the same count as the parts; null when none was published. */
function totalOf(parts: readonly Figure[], totals: Totals['figures']): number | null {
	const count = parts.find(({ indicator }) => indicator !== null)?.indicator;
	return totals.find(({ indicator }) => indicator === count)?.value ?? null;
}

/** The parts of an area on a day without the estimates that add up to more than a stock that was published for it. */
export function fittingParts(
	parts: readonly AreaPart[],
	date: Day,
	totals: Totals['figures']
): readonly AreaPart[] {
	const stocks = parts.map(({ stock }) => stock);
	const own = totals.filter((one) => one.date === date);
	const fitting = withinTotal(stocks, totalOf(stocks, own));
	return parts.map((part, at) => ({ ...part, stock: fitting[at] ?? part.stock }));
}

/** The same of what members realised, have in execution and planned, each by its own count. */
export function fittingCounts(
	parts: readonly Counted[],
	date: Day,
	totals: Totals['figures']
): readonly Counted[] {
	const own = totals.filter((one) => one.date === date);
	const fit = (key: keyof Counted) => {
		const figures = parts.map((part) => part[key]);
		return withinTotal(figures, totalOf(figures, own));
	};
	const [realised, inExecution, planned] = [fit('realised'), fit('inExecution'), fit('planned')];
	return parts.map((part, at) => ({
		realised: realised[at] ?? part.realised,
		inExecution: inExecution[at] ?? part.inExecution,
		planned: planned[at] ?? part.planned
	}));
}

const withStock = (row: MunicipalityStanding, stock: Figure): MunicipalityStanding =>
	stock === row.stock ? row : { ...row, stock, share: unknown(stock.date, 'above_total') };

/** Progress in which the target, or what was realised, may have become unknown. */
function without(
	progress: ObjectiveProgress,
	target = progress.target,
	realised = progress.realised
): ObjectiveProgress {
	if (target === progress.target && realised === progress.realised) return progress;
	const open = unknown(progress.realised.date, 'above_total');
	const kept = { ...progress, target, realisedShare: open, toRealise: open };
	return realised === progress.realised
		? kept
		: {
				...kept,
				realised,
				realisedLastYear: open,
				counted: { ...progress.counted, realised: open }
			};
}
