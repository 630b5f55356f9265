import type { PathStep as DrawnStep } from '#lib/charts/growth-path.ts';
import type { TrendSeries } from '#lib/charts/time-lines.ts';
import type { TrendBreak } from '#lib/charts/time.ts';
import type { Figure } from '#lib/domain/figure.ts';
import { PLANNED_COUNTED_FROM } from '#lib/domain/progress-test.ts';
import type { GrowthPath, PathPoint, PathStep } from '#lib/server/standing/growth-path.ts';
import { count, day, dwellings, figure, goalShare, isEstimate, NBSP } from '#lib/text/format.ts';

const WITH_PLANNED = 'with_planned';

/** From then on the pipeline means something else; the realised dwellings do not. */
export const PIPELINE_BREAK: TrendBreak = {
	date: PLANNED_COUNTED_FROM,
	label: 'tot dan alleen vergunde woningen, daarna ook geplande',
	series: WITH_PLANNED
};

const series = (
	key: string,
	name: string,
	place: string,
	points: readonly PathPoint[],
	pick: (point: PathPoint) => Figure
): TrendSeries => ({
	key,
	name,
	points: points.map((point) => {
		const one = pick(point);
		return {
			date: point.date,
			value: one.value,
			status: one.status,
			text: figure(one, count),
			label: `${place}, ${day(point.date)}: ${figure(one, dwellings)} ${name}`
		};
	})
});

const about = (target: Figure) => (isEstimate(target) ? `≈${NBSP}` : '');

/** The two lines of the chart: realised, and with the pipeline on top. */
export const pathSeries = (place: string, points: readonly PathPoint[]) => ({
	realised: series('realised', 'gerealiseerd', place, points, (point) => point.realised),
	withPlanned: series(WITH_PLANNED, 'met gepland', place, points, (point) => point.withPlanned)
});

/** The same where there is little room for words. */
export const TERSE_BREAK: TrendBreak = { ...PIPELINE_BREAK, label: 'daarna ook geplande woningen' };

/**
 * Each published pair of thresholds as two steps, in dwellings and with its per cent.
 * @param terse whether there is little room for words
 */
export const pathSteps = (steps: readonly PathStep[], target: Figure, terse = false): DrawnStep[] =>
	steps.flatMap(({ date, round, thresholds, realised, withPlanned }) =>
		(
			[
				[thresholds.realised, realised, 'gerealiseerd'],
				[thresholds.withPlanned, withPlanned, 'met geplande erbij']
			] as const
		).map(([threshold, value, what]) => ({
			date,
			value,
			text: goalShare(threshold),
			label: terse
				? `drempel ${round}: ${about(target)}${count(value)} ${what} (${goalShare(threshold)})`
				: `drempel van de toets van ${round}: ${goalShare(threshold)} = ${about(target)}${dwellings(value)} ${what}`
		}))
	);

/** What the drawing of a way leaves out, and why. */
export function pathNote({ partly, steps, target }: GrowthPath): string {
	const left = partly
		? 'Alleen wat voor de fusie bij een gemeente met een objectief hoorde, telt hier mee. '
		: '';
	if (target.value === 0) return `${left}Zonder objectief is er geen groeipad.`;
	return pathSteps(steps, target).length > 0
		? `${left}Een drempel gold alleen op zijn meetdatum. Van andere jaren vonden we geen drempels, en we vullen niets in.`
		: `${left}We tekenen geen drempels: er zijn er geen gepubliceerd die voor deze gemeente golden.`;
}

/** What the way is measured in. */
export const pathBase = ({ baselineOn }: GrowthPath): string =>
	`netto toename van sociale huurwoningen sinds ${day(baselineOn)}, op 31 december; in woningen`;
