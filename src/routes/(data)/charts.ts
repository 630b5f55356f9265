import type { BulletPart } from '#lib/charts/stretches.ts';
import type { TrendSeries } from '#lib/charts/time-lines.ts';
import type { Day } from '#lib/domain/dates.ts';
import type { ObjectiveProgress } from '#lib/domain/objective.ts';
import type { RegionGoal } from '#lib/server/standing/standing.ts';
import type { RegionStanding } from '#lib/server/standing/standing.ts';
import type { TrendPoint } from '#lib/server/standing/trends.ts';
import { day, figure, goalShare, isEstimate, percent } from '#lib/text/format.ts';

/** The stretches of an objective's bullet: realised, in execution, planned, in dwellings. */
export const objectiveParts = ({
	counted: { realised, inExecution, planned }
}: Pick<ObjectiveProgress, 'counted'>): BulletPart[] =>
	(
		[
			['realised', 'gerealiseerd', realised],
			['inExecution', 'in uitvoering', inExecution],
			['planned', 'gepland', planned]
		] as const
	).map(([key, label, one]) => ({ key, label, value: one.value, estimated: isEstimate(one) }));

/** The numbers of that bullet by name, for the table beside it. */
export const objectiveRows = ({
	target,
	counted: { realised, inExecution, planned }
}: Pick<ObjectiveProgress, 'target' | 'counted'>) =>
	[
		['objectief', target],
		['gerealiseerd', realised],
		['in uitvoering', inExecution],
		['gepland', planned]
	] as const;

/** The goal of a region as a value to compare a share with; null when there is none that is known. */
export function goalLine(goal: RegionGoal | null): { value: number; label: string } | null {
	if (goal?.value.value == null) return null;
	const label =
		goal.basisPoints === null
			? `aandeel houden: ${figure(goal.value, (value) => percent(value, 1))}`
			: `streefcijfer: ${goalShare(goal.basisPoints)}`;
	return { value: goal.value.value, label };
}

/** The share of a region and what it wants by name, for the table beside its bullet. */
export const shareRows = ({ share, goal }: Pick<RegionStanding, 'share' | 'goal'>) => [
	['aandeel', share] as const,
	...(goal ? [['streefcijfer', goal.value] as const] : [])
];

/** Shares over the years as a series of the trend chart. */
export const shareSeries = (
	key: string,
	name: string,
	points: readonly Pick<TrendPoint, 'date' | 'share'>[]
): TrendSeries => ({
	key,
	name,
	points: points.map(({ date, share }) => ({
		date,
		value: share.value,
		status: share.status,
		text: figure(share, (value) => percent(value, 1)),
		label: `${name}, ${day(date)}: ${figure(share, (value) => percent(value))}`
	}))
});

/** Marks where the stock is counted by another definition than the year before (A at the baseline, B after it). */
export function definitionBreaks(points: readonly TrendPoint[]): { date: Day; label: string }[] {
	const counted = points.filter((point) => point.stock.value !== null);
	return counted.flatMap((point, index) => {
		const before = counted[index - 1];
		return before && before.stock.indicator !== point.stock.indicator
			? [{ date: point.date, label: 'andere telling: nulmeting → jaarlijkse meting' }]
			: [];
	});
}

/** The points that are counted as the last one is: only those are set against each other in words. */
export function ofLastCount(points: readonly TrendPoint[]): TrendPoint[] {
	const from = definitionBreaks(points).at(-1)?.date ?? '';
	return points.filter(({ date }) => date >= from);
}

/** Marks where a line that follows the membership stands for other ground than the year before. */
export const memberBreaks = (points: readonly TrendPoint[]): { date: Day; label: string }[] =>
	points
		.filter((point) => point.otherGround)
		.map(({ date }) => ({ date, label: 'andere leden dan het jaar ervoor' }));
