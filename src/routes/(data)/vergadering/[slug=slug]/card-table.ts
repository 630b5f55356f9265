import type { ChangedFigure } from '#lib/server/queries/changes.ts';
import type { Publication } from '#lib/server/queries/publications.ts';
import type { SeriesDue } from '#lib/server/standing/calendar.ts';
import type { MunicipalityChange } from '#lib/server/standing/changes.ts';
import type { MemberStanding } from '#lib/server/standing/standing.ts';
import type { TestStanding } from '#lib/server/standing/tests.ts';
import type { Cell, Piece } from '#lib/tables/cell.ts';
import { onPage, pageFigure, type Column } from '#lib/tables/column.ts';
import { tableOf, type Table } from '#lib/tables/table.ts';
import { lateSince, SERIES_WORDS } from '#lib/text/calendar.ts';
import { change, count, day, inPercent, shortOrOver, UNKNOWN } from '#lib/text/format.ts';
import { CAUSE_WORDS } from '#lib/text/since.ts';
import { indicatorName, indicatorValue } from '#lib/text/words.ts';
import type { Link } from '../../../links.ts';
import type { CardTable } from './agenda.ts';

/** What the tables of a meeting are told with. */
export interface Told {
	names: ReadonlyMap<string, { name: string }>;
	publications: ReadonlyMap<number, Publication>;
	link: Link;
}

const townCell = (
	{ nis, name }: { nis: string; name: string },
	{ link }: Pick<Told, 'link'>
): Piece => ({
	words: name,
	href: link(`/gemeenten/${nis}`)
});

const town = <Row extends { municipality: { nis: string; name: string } }>(): Column<
	Row,
	unknown,
	Pick<Told, 'link'>
> =>
	onPage('Gemeente', ({ municipality }, told: Pick<Told, 'link'>) => townCell(municipality, told));

const nameOf = (nis: string, { names }: Pick<Told, 'names'>): string => names.get(nis)?.name ?? nis;

const shortCell = (value: number | null, estimated: boolean): Cell => ({
	amount: value ?? 0,
	format: count,
	estimated
});

const path: readonly Column<TestStanding, unknown, Told>[] = [
	town(),
	pageFigure('Gerealiseerd', inPercent(1), (test) => test.realisedPart),
	pageFigure('Met gepland', inPercent(1), (test) => test.withPlannedPart),
	onPage('Tekort', (test) => shortCell(test.shortRealised, test.estimated), { numeric: true }),
	onPage('Tekort met gepland', (test) => shortCell(test.shortWithPlanned, test.estimated), {
		numeric: true
	}),
	onPage('Gepubliceerd', (test) => test.entered?.category ?? '–', { numeric: true })
];

const objective: readonly Column<MemberStanding, unknown, Told>[] = [
	town(),
	pageFigure('Objectief', count, (row) => row.objective.target),
	pageFigure('Gerealiseerd', count, (row) => row.objective.counted.realised),
	pageFigure('In uitvoering', count, (row) => row.objective.counted.inExecution),
	pageFigure('Gepland', count, (row) => row.objective.counted.planned),
	pageFigure('Nog te gaan', shortOrOver, (row) => row.objective.toRealise)
];

/** Which steps of a change any row has. */
interface Since extends Told {
	withReplaced: boolean;
	withCorrection: boolean;
}

const since: readonly Column<MunicipalityChange, unknown, Since>[] = [
	town(),
	pageFigure('Toen', count, ({ stock }) => stock.start),
	pageFigure<MunicipalityChange, Since>('Raming of meting', change, ({ stock }) => stock.replaced, {
		when: ({ withReplaced }) => withReplaced
	}),
	pageFigure<MunicipalityChange, Since>('Rechtzetting', change, ({ stock }) => stock.correction, {
		when: ({ withCorrection }) => withCorrection
	}),
	onPage(
		'Erbij of eraf',
		({ stock }) =>
			stock.unmeasured && stock.real.value === 0 ? '–' : { figure: stock.real, format: change },
		{ numeric: true }
	),
	pageFigure('Nu', count, ({ stock }) => stock.end),
	pageFigure('Op komst toen', count, ({ pipeline }) => pipeline.start),
	pageFigure('Op komst nu', count, ({ pipeline }) => pipeline.end)
];

/** What was known of a figure and what became of it, in words. */
export const correctedColumns: readonly Column<ChangedFigure, unknown, Pick<Told, 'names'>>[] = [
	onPage('Wat', ({ indicator }) => indicatorName(indicator)),
	onPage('Datum', ({ date }) => day(date)),
	onPage('Was', (one) => indicatorValue({ ...one, value: one.before, status: one.beforeStatus }), {
		numeric: true
	}),
	onPage(
		'Werd',
		(one) =>
			one.afterStatus === null
				? UNKNOWN
				: indicatorValue({ ...one, value: one.after, status: one.afterStatus }),
		{ numeric: true }
	)
];

const corrected: readonly Column<ChangedFigure, unknown, Told>[] = [
	onPage('Gemeente', ({ nis }, told: Told) => townCell({ nis, name: nameOf(nis, told) }, told)),
	...correctedColumns,
	onPage('Door', ({ afterPublication }, { publications }: Told) => {
		const issued = afterPublication === null ? undefined : publications.get(afterPublication);
		return issued ? CAUSE_WORDS[issued.kind] : CAUSE_WORDS.withdrawn;
	})
];

const calendar: readonly Column<SeriesDue>[] = [
	onPage('Reeks', ({ series }) => SERIES_WORDS[series] ?? series),
	onPage('Laatst gekregen', ({ last }) =>
		last ? `toestand op ${day(last.referenceDate)}` : 'nog geen'
	),
	onPage('Te laat', ({ late }) =>
		late.length === 0
			? 'niets'
			: late.map((due) => ({
					words: `${day(due.referenceDate)}: ${lateSince(due.expectedBy)}`,
					look: 'line'
				}))
	),
	onPage('Volgende', ({ next }) =>
		next ? `${day(next.referenceDate)}: tegen ${day(next.expectedBy)}` : 'niet bekend'
	)
];

/** The municipalities, figures or series that a point of the agenda is about; null when it is about none. */
export function cardTable(table: CardTable, title: string, told: Told): Table | null {
	const about = { id: '', title, look: 'towns' };
	switch (table.kind) {
		case 'none':
			return null;
		case 'path':
			return tableOf(path, table.rows, told, about);
		case 'objective':
			return tableOf(objective, table.rows, told, about);
		case 'since':
			return tableOf(since, table.rows, { ...told, ...table }, about);
		case 'corrected':
			return tableOf(corrected, table.rows, told, about);
		case 'calendar':
			return tableOf(calendar, table.rows, undefined, about);
		default:
			return table satisfies never;
	}
}
