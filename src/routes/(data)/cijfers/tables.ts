import type { SeriesDue } from '#lib/server/standing/calendar.ts';
import type { Cell, Piece } from '#lib/tables/cell.ts';
import { onPage, type Column } from '#lib/tables/column.ts';
import { tableOf, type Table } from '#lib/tables/table.ts';
import { publicationPath } from '#lib/text/addresses.ts';
import { BASIS_WORDS, lateSince, SERIES_WORDS } from '#lib/text/calendar.ts';
import { count, day, plainNumber } from '#lib/text/format.ts';
import { partReplaced } from '#lib/text/since.ts';
import { PUBLICATION_WORDS } from '#lib/text/words.ts';
import type { PageData } from './$types';

type Listed = PageData['publications'][number];

/** The tables of the page; null where it has none of that name now. */
export const tables = ({ publications, calendar }: PageData) => ({
	publicaties: publicationTable(
		'publicaties',
		'Publicaties met cijfers, de laatst bekende eerst',
		publications.filter((one) => one.figures > 0)
	),
	bronnen: publicationTable(
		'bronnen',
		'Bronnen zonder eigen cijferreeks',
		publications.filter((one) => one.figures === 0)
	),
	kalender: calendar.length > 0 ? calendarTable(calendar) : null
});

const note = (words: Cell): Piece => ({ words, look: 'note' });
const numbered = (id: number): Piece => ({ words: `nr. ${id}`, href: publicationPath(id) });

/** Whose it is, under which licence, in which file. */
const issuedWords = ({ publisher, licence, note, fileName, sha256 }: Listed): string =>
	[
		publisher,
		licence,
		note,
		fileName && `bestand ${fileName}${sha256 ? `, SHA-256 ${sha256.slice(0, 12)}…` : ''}`
	]
		.filter(Boolean)
		.join(' · ');

/** How much of it a later one replaced; of what is not counted: that it did. */
const replacedWords = (id: number, part: Listed['part']): string => {
	const by = part?.by.find(({ publication }) => publication === id);
	const some = part && by && by.figures < part.figures;
	return some ? `${partReplaced(by.figures, part.figures)} vervangen door ` : 'vervangen door ';
};

const columns: readonly Column<Listed>[] = [
	onPage('Nr.', ({ id }) => ({ amount: id, format: plainNumber }), { numeric: true }),
	onPage(
		'Publicatie',
		(one) => [
			{ words: one.title, href: publicationPath(one.id) },
			one.url ? note({ words: 'naar de bron', href: one.url }) : null,
			note(issuedWords(one)),
			one.withdrawnOn
				? note({
						words: `Ingetrokken op ${day(one.withdrawnOn)}: ${one.withdrawnWhy}`,
						look: 'strong'
					})
				: null
		],
		{ names: true }
	),
	onPage('Soort', ({ kind, supersedes, replacedBy, part }) => [
		PUBLICATION_WORDS[kind],
		supersedes ? note(['vervangt ', numbered(supersedes)]) : null,
		...replacedBy.map((id) => note([replacedWords(id, part), numbered(id)]))
	]),
	onPage('Bekend op', ({ knownFrom, publishedOn, dateNote }) => [
		{ day: knownFrom },
		publishedOn && publishedOn !== knownFrom
			? note(['gepubliceerd op ', { day: publishedOn }])
			: null,
		dateNote ? note(dateNote) : null
	]),
	onPage('Cijfers', ({ figures }) => ({ amount: figures, format: count }), { numeric: true })
];

/** Null when no publication was chosen that belongs in it. */
const publicationTable = (id: string, caption: string, rows: readonly Listed[]): Table | null =>
	rows.length === 0
		? null
		: tableOf(
				columns,
				rows,
				undefined,
				{ id, title: caption, caption, look: 'publications' },
				{
					lookOf: (one) => ({
						id: `p${one.id}`,
						...(one.withdrawnOn && { look: 'withdrawn' })
					})
				}
			);

const seriesCell = ({ series, late, next }: SeriesDue): Cell => {
	const shown = late[0] ?? next;
	return [
		SERIES_WORDS[series] ?? series,
		shown ? note(`${BASIS_WORDS[shown.basis]}: ${shown.source}`) : null
	];
};

const lateCell = ({ late }: SeriesDue): Cell =>
	late.length === 0
		? 'niets'
		: late.map(({ expectedBy, referenceDate }) => ({
				words: [
					{ words: lateSince(expectedBy), look: 'strong' },
					` (toestand op ${day(referenceDate)})`
				],
				look: 'line'
			}));

const due: readonly Column<SeriesDue>[] = [
	onPage('Reeks', seriesCell),
	onPage('Laatst gekregen', ({ last }) =>
		last ? ['toestand op ', { day: last.referenceDate }] : 'nog geen'
	),
	onPage('Te laat', lateCell),
	onPage('Volgende', ({ next }) =>
		next
			? [
					'tegen ',
					{ day: next.expectedBy },
					' (toestand op ',
					{ day: next.referenceDate, name: 'Toestand van de volgende' },
					')'
				]
			: 'niet bekend'
	)
];

/** What is expected, by when, and what is late: by series. */
const calendarTable = (series: readonly SeriesDue[]): Table =>
	tableOf(due, series, undefined, {
		id: 'kalender',
		title: 'Wat we nog verwachten',
		look: 'publications'
	});
