import { yearBefore, type Day } from '#lib/domain/dates.ts';
import { unknown, type Figure } from '#lib/domain/figure.ts';
import {
	countedOf,
	joinStatuses,
	objectiveProgress,
	type Counted,
	type ObjectiveProgress,
	type ObjectiveStatus
} from '#lib/domain/objective.ts';
import { figureOf, formsBefore, type Lookup, type Places } from '#lib/domain/places.ts';
import { countOf, type Measured, type Regime } from '#lib/domain/regime.ts';
import { REGIME_COUNTS, type Indicator, type RegimeCount } from '#lib/domain/indicators.ts';
import { realisedOf } from '#lib/domain/realised.ts';
import type { ObjectiveComponent } from '../queries/objectives.ts';
import { indexObservations } from './lookup.ts';
import type { Moment } from './moment.ts';

/** Finds what a municipality's objective is. */
export interface ObjectiveBook {
	/** The objective of a municipality as it is in the structure of the moment, or of the day given. */
	target(nis: string, structureOn?: Day): Figure;
	status(nis: string): ObjectiveStatus;
}

/**
 * The objectives of one scheme, ready to be asked for a municipality in any structure. A merged municipality has the
 * sum of its predecessors' objectives; caps and thresholds are not applied again (domain.md R10).
 */
export function objectiveBook(
	places: Places,
	rows: readonly ObjectiveComponent[],
	scheme: { code: string; startsOn: Day | null },
	moment: Moment
): ObjectiveBook {
	const own = rows.filter((row) => row.scheme === scheme.code);
	const since = scheme.startsOn ?? moment.on;
	const lookup = indexObservations(
		own
			.filter((row) => row.component === 'total')
			.map((row) => ({
				nis: row.nis,
				indicator: 'to_build' as const,
				date: since,
				value: row.value,
				status: row.practice ? ('estimated' as const) : ('normal' as const),
				publication: row.publication,
				structureOn: row.attestedOn ?? since,
				note: row.note
			}))
	);
	const byCode = Map.groupBy(own, (row) => row.nis);
	const components = (nis: string) =>
		places.withPredecessors(nis, moment.structureOn).flatMap((code) => byCode.get(code) ?? []);
	return {
		target(nis, structureOn = moment.structureOn) {
			const question = {
				nis,
				structureOn,
				indicator: 'to_build' as const,
				date: since
			};
			const figure = figureOf(places, lookup, question);
			return figure.value === null
				? unknown(moment.on, figure.reason ?? 'not_published', [nis])
				: asObjective(figure);
		},
		status: (nis) =>
			joinStatuses(
				components(nis)
					.filter((row) => row.component === 'total')
					.map((row) => row.status)
			)
	};
}

/** An objective is decided, not counted: it keeps no indicator, and neither do the objectives it is the sum of. */
const asObjective = (figure: Figure): Figure => ({
	...figure,
	indicator: null,
	...(figure.made && {
		made: figure.made.of
			? { rule: 'objective', parts: [] }
			: {
					...figure.made,
					parts: figure.made.parts.map((part) => ({ ...part, figure: asObjective(part.figure) }))
				}
	})
});

/** Progress of a municipality on the reference date, against one scheme. */
export function municipalProgress(
	places: Places,
	lookup: Lookup,
	book: ObjectiveBook,
	nis: string,
	moment: Moment,
	regime: Measured<Regime>
): ObjectiveProgress {
	const { on, structureOn } = moment;
	const target = book.target(nis);
	const done = doneIn(places, lookup, regime);
	const whole = done(nis, structureOn, on);
	return objectiveProgress({
		...whole,
		realisedBefore: done(nis, structureOn, yearBefore(on)).realised,
		target,
		status: book.status(nis),
		baseline: figureOf(places, lookup, {
			nis,
			structureOn,
			indicator: 'stock_a',
			date: regime.baselineOn
		}),
		counted: target.composed ? countedOf(whole, partsOf(places, done, book, nis, moment)) : whole
	});
}

/** The series that tell the progress in some regimes, with the stock at their baseline. */
export const progressSeries = (regimes: readonly Regime[]): Indicator[] => [
	'stock_a',
	'stock_b',
	...regimes.flatMap((regime) => REGIME_COUNTS.map((count) => countOf(regime, count)))
];

/** What a municipality realised for a regime and has in the pipeline for it on a day. */
export type DoneOn = (nis: string, structureOn: Day, date: Day) => Counted;

/** @param lookup with the series of `progressSeries` on the days asked and on that of the baseline */
export const doneIn =
	(places: Places, lookup: Lookup, regime: Measured<Regime>): DoneOn =>
	(nis, structureOn, date) => {
		const ask = (count: Exclude<RegimeCount, 'realised'>) =>
			figureOf(places, lookup, { nis, structureOn, indicator: countOf(regime, count), date });
		return {
			realised: realisedOf(places, lookup, { nis, structureOn, date }, regime),
			inExecution: ask('in_execution'),
			planned: ask('planned')
		};
	};

/** The municipalities that a merged one consists of, each with its own objective and progress. */
const partsOf = (
	places: Places,
	done: DoneOn,
	book: ObjectiveBook,
	nis: string,
	moment: Pick<Moment, 'on' | 'structureOn'>
) =>
	formsBefore(places, nis, moment.structureOn).map((form) => ({
		nis: form.nis,
		target: book.target(form.nis, form.structureOn),
		progress: done(form.nis, form.structureOn, moment.on)
	}));
