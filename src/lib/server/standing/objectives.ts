import type { Day } from '#lib/domain/dates.ts';
import { unknown, type Figure } from '#lib/domain/figure.ts';
import {
	joinStatuses,
	objectiveProgress,
	type ObjectiveProgress,
	type ObjectiveStatus
} from '#lib/domain/objective.ts';
import { figureOf, type Lookup, type Places } from '#lib/domain/places.ts';
import type { ObjectiveComponent } from '../queries/objectives.ts';
import { indexObservations } from './lookup.ts';
import type { Moment } from './moment.ts';

/** The regime whose progress is measured on all pages, until figures of its successor are final. */
export const MAIN_SCHEME = 'BSO-2009-HUUR';

/** Finds what a municipality's objective is. */
export interface ObjectiveBook {
	target(nis: string): Figure;
	status(nis: string): ObjectiveStatus;
	components(nis: string): readonly ObjectiveComponent[];
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
		target(nis) {
			const question = {
				nis,
				structureOn: moment.structureOn,
				indicator: 'to_build' as const,
				date: since
			};
			const figure = figureOf(places, lookup, question);
			return figure.value === null
				? unknown(moment.on, figure.reason ?? 'not_published', [nis])
				: { ...figure, indicator: null };
		},
		status: (nis) =>
			joinStatuses(
				components(nis)
					.filter((row) => row.component === 'total')
					.map((row) => row.status)
			),
		components
	};
}

/** Progress of a municipality on the reference date, against one scheme. */
export function municipalProgress(
	places: Places,
	lookup: Lookup,
	book: ObjectiveBook,
	nis: string,
	moment: Moment,
	baselineOn: Day
): ObjectiveProgress {
	const ask = (indicator: 'realised' | 'in_execution' | 'planned' | 'stock_a', date: Day) =>
		figureOf(places, lookup, { nis, structureOn: moment.structureOn, indicator, date });
	return objectiveProgress({
		target: book.target(nis),
		status: book.status(nis),
		baseline: ask('stock_a', baselineOn),
		realised: ask('realised', moment.on),
		inExecution: ask('in_execution', moment.on),
		planned: ask('planned', moment.on)
	});
}
