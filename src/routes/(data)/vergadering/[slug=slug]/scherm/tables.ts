import type { ChangedFigure } from '#lib/server/queries/changes.ts';
import type { AgreementRow, AgreementStanding } from '#lib/server/standing/agreement.ts';
import type { SeriesDue } from '#lib/server/standing/calendar.ts';
import type { RegionChange } from '#lib/server/standing/changes.ts';
import { onPage, type Column } from '#lib/tables/column.ts';
import { tableOf, type Table } from '#lib/tables/table.ts';
import { lateSince, SERIES_WORDS } from '#lib/text/calendar.ts';
import { change, count, day, figure } from '#lib/text/format.ts';
import type { Figure } from '#lib/domain/figure.ts';
import type { Link } from '../../../../links.ts';
import { correctedColumns, type Told } from '../card-table.ts';

/** The tables of the slides: numbers in words, for nobody clicks on a slide. */

const due: readonly Column<SeriesDue>[] = [
	onPage('Reeks', ({ series }) => SERIES_WORDS[series] ?? series),
	onPage('Laatste', ({ last }) => (last ? day(last.referenceDate) : 'nog geen')),
	onPage('Nog niet gekregen', ({ late }) =>
		late.length === 0
			? 'niets'
			: late.map((one) => ({
					words: `toestand op ${day(one.referenceDate)}, ${lateSince(one.expectedBy)}`,
					look: 'line'
				}))
	),
	onPage('Volgende', ({ next }) => (next ? `tegen ${day(next.expectedBy)}` : 'niet bekend'))
];

/** What is late and what comes next. */
export const dueTable = (series: readonly SeriesDue[]): Table =>
	tableOf(due, series, undefined, { id: '', title: '' });

type Changed = RegionChange['rows'][number];

const step = (
	head: string,
	pick: (row: Changed['stock']) => Figure,
	format: (value: number) => string
): Column<Changed> => onPage(head, ({ stock }) => figure(pick(stock), format), { numeric: true });

/** What changed for each member since the previous meeting: corrections apart from real change. */
export function changedTable(rows: readonly Changed[], link: Link): Table {
	const columns: readonly Column<Changed>[] = [
		onPage('Gemeente', ({ municipality: { nis, name } }) => ({
			words: name,
			href: link(`/gemeenten/${nis}`)
		})),
		step('Toen', ({ start }) => start, count),
		step('Rechtgezet', ({ correction }) => correction, change),
		step('Raming vervangen', ({ replaced }) => replaced, change),
		step('Erbij, eraf', ({ real }) => real, change),
		step('Nu', ({ end }) => end, count)
	];
	return tableOf(columns, rows, undefined, { id: '', title: '' });
}

/** What the region agreed on for each municipality, beside what came since. */
export function agreedTable(
	rows: readonly AgreementRow[],
	{ agreement }: AgreementStanding,
	link: Link
): Table {
	const number = (head: string, pick: (row: AgreementRow) => Figure): Column<AgreementRow> =>
		onPage(head, (row) => figure(pick(row), count), { numeric: true });
	const columns: readonly Column<AgreementRow>[] = [
		onPage('Gemeente', ({ municipality: { nis, name } }) => ({
			words: name,
			href: link(`/gemeenten/${nis}`)
		})),
		number(`Erbij tegen eind ${agreement.by.slice(0, 4)}`, (row) => row.dwellings),
		number(`Sinds ${day(agreement.on)}`, (row) => row.since),
		number('Met elk jaar evenveel', (row) => row.due)
	];
	return tableOf(columns, rows, undefined, { id: '', title: '' });
}

const corrected: readonly Column<ChangedFigure, unknown, Pick<Told, 'names'>>[] = [
	onPage('Gemeente', ({ nis }, { names }: Pick<Told, 'names'>) => names.get(nis)?.name ?? nis),
	...correctedColumns
];

/** Figures that read otherwise than at the previous meeting. */
export const correctedTable = (rows: readonly ChangedFigure[], names: Told['names']): Table =>
	tableOf(corrected, rows, { names }, { id: '', title: '' });
