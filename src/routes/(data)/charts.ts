import type { BulletPart } from '#lib/charts/bullet.ts';
import type { TrendSeries } from '#lib/charts/trend.ts';
import type { Day } from '#lib/domain/dates.ts';
import type { ObjectiveProgress } from '#lib/domain/objective.ts';
import type { Source } from '#lib/server/standing/sources.ts';
import type { TrendPoint } from '#lib/server/standing/trends.ts';
import { day, figure, isEstimate, percent } from '#lib/text/format.ts';

/** The stretches of an objective's bullet: realised, in execution, planned, in dwellings. */
export const objectiveParts = ({
	realised,
	inExecution,
	planned
}: ObjectiveProgress): BulletPart[] =>
	(
		[
			['realised', 'gerealiseerd', realised],
			['inExecution', 'in uitvoering', inExecution],
			['planned', 'gepland', planned]
		] as const
	).map(([key, label, one]) => ({ key, label, value: one.value, estimated: isEstimate(one) }));

/** The publications that a drawing rests on most, for the line under it; the page lists all of them. */
export const frameSources = (sources: readonly Source[], most = 2) =>
	sources.slice(0, most).map(({ publication }) => ({
		title: publication.title,
		publisher: publication.publisher,
		url: `/cijfers#p${publication.id}`
	}));

/** Shares over the years as a series of the trend chart. */
export const shareSeries = (
	key: string,
	name: string,
	points: readonly TrendPoint[]
): TrendSeries => ({
	key,
	name,
	points: points.map(({ date, share }) => ({
		date,
		value: share.value,
		status: share.status,
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
