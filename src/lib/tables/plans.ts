import type { Became } from '#lib/domain/plans.ts';
import { change, count } from '#lib/text/format.ts';
import { plansBase, PLANS_RULE, plansTitle } from '#lib/text/plans.ts';
import { field, given, onPage, shownFigure, type Column } from './column.ts';
import { QUANTITIES, moment, type AtMoment } from './quantities.ts';
import { tableOf, type Table } from './table.ts';

/** The area that the rows are about, at a moment. */
interface OfArea extends AtMoment {
	/** NIS code of a municipality, or slug of a region. */
	area: string;
}

const bound = (name: string, meaning: string) =>
	({ name, unit: 'dwellings', about: '', meaning }) as const;

const shown: readonly Column<Became>[] = [
	{
		...onPage<Became>('Onderweg op', ({ from }) => ({ day: from })),
		...given('from', 'date', 'The earlier measurement.')
	},
	shownFigure(QUANTITIES.inExecution, (row) => row.inExecution, {
		head: 'In uitvoering',
		format: count
	}),
	shownFigure(QUANTITIES.planned, (row) => row.planned, { head: 'Gepland', format: count }),
	shownFigure(QUANTITIES.pipeline, (row) => row.onTheWay, { head: 'Samen', format: count }),
	shownFigure(
		bound('growth', 'Net increase of the social rental dwellings since; can be negative.'),
		(row) => row.growth,
		{ head: 'Netto toename sindsdien', format: change }
	),
	shownFigure(
		bound('realised_at_most', 'Of the dwellings in the pipeline then, realised since: at most.'),
		(row) => row.realised,
		{ head: 'Gerealiseerd, hoogstens', format: count }
	),
	shownFigure(
		bound('still_at_most', 'Of those, still in execution or planned: at most.'),
		(row) => row.still,
		{ head: 'Nog onderweg, hoogstens', format: count }
	),
	shownFigure(bound('gone_at_least', 'Of those, neither: at least.'), (row) => row.gone, {
		head: 'Verdwenen, minstens',
		format: count
	}),
	shownFigure(
		bound(
			'new_at_least',
			'Dwellings realised since or in the pipeline now that were not in it then: at least.'
		),
		(row) => row.fresh,
		{ head: 'Nieuw, minstens', format: count }
	)
];

/** What became of the dwellings in the pipeline of each measurement. */
export const plans: readonly Column<Became, OfArea>[] = [
	field('area', 'text', 'NIS code or slug of the area.', (_, whole) => whole.area),
	...shown,
	given('to', 'date', 'The later measurement: the last one of the moment.'),
	...moment
];

/** The same as a page shows it; null when there is nothing to compare. */
export function plansTable(name: string, since: readonly Became[]): Table | null {
	const last = since.at(-1);
	return last
		? tableOf(shown, since, undefined, {
				id: 'plannen',
				title: plansTitle(name),
				notes: [plansBase(last.to), PLANS_RULE]
			})
		: null;
}
