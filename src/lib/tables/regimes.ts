import type { Day } from '#lib/domain/dates.ts';
import type { Figure } from '#lib/domain/figure.ts';
import { periodOf, phaseOn } from '#lib/domain/regime.ts';
import type { BesideProgress, MeasuredScheme } from '#lib/server/standing/standing.ts';
import { count, day, inPercent, shortOrOver } from '#lib/text/format.ts';
import { apartSentence, regimeWords } from '#lib/text/regimes.ts';
import { onPage, pageFigure, type Column } from './column.ts';
import { tableOf, type Table } from './table.ts';

const of =
	(pick: (progress: BesideProgress['progress']) => Figure) =>
	({ progress }: BesideProgress): Figure =>
		pick(progress);

const columnsOn = (on: Day): readonly Column<BesideProgress>[] => [
	onPage('Regeling', ({ scheme }) => regimeWords(periodOf(scheme), phaseOn(scheme, on))),
	pageFigure(
		'Nulmeting',
		count,
		of((one) => one.baseline)
	),
	pageFigure(
		'Objectief (extra)',
		count,
		of((one) => one.target)
	),
	pageFigure(
		'Gerealiseerd',
		count,
		of((one) => one.realised)
	),
	pageFigure(
		'In uitvoering',
		count,
		of((one) => one.inExecution)
	),
	pageFigure(
		'Gepland',
		count,
		of((one) => one.planned)
	),
	pageFigure(
		'Voortgang',
		inPercent(1),
		of((one) => one.realisedShare)
	),
	pageFigure(
		'Nog te gaan',
		shortOrOver,
		of((one) => one.toRealise)
	),
	onPage('Toestand', ({ progress }) => ({ day: progress.realised.date }))
];

/** What is asked in other regimes than the one that runs; null when nothing of them was published. */
export const besideTable = (
	name: string,
	{ scheme, beside }: { scheme: MeasuredScheme; beside: readonly BesideProgress[] },
	on: Day
): Table | null =>
	beside.length === 0
		? null
		: tableOf(columnsOn(on), beside, undefined, {
				id: 'andere-regeling',
				title: 'Objectief van een andere regeling',
				caption: `Objectief en voortgang van ${name} in een andere regeling, in woningen; bekeken op ${day(on)}`,
				notes: [
					apartSentence(
						beside.map((one) => ({ ...one.scheme, period: periodOf(one.scheme) })),
						periodOf(scheme)
					)
				]
			});
