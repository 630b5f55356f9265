import type { AcceptedExample } from '#lib/server/queries/publications.ts';
import type { Cell } from '#lib/tables/cell.ts';
import { mentionTable } from '#lib/tables/mentions.ts';
import { onPage, type Column } from '#lib/tables/column.ts';
import { tableOf } from '#lib/tables/table.ts';
import { count } from '#lib/text/format.ts';
import { contentsName } from '#lib/text/words.ts';
import { changedTable } from '../../../../changed-table.ts';
import type { PageData } from './$types';

/** The tables of the page; null where it has none of that name now. */
export function tables(data: PageData) {
	const { account, accepted } = data;
	const { contents, changed } = account;
	return {
		vermeldingen: mentionTable(
			data.mentions,
			data.publications,
			(places) => `: ${data.placeNames.get(places)}`
		),
		aanvaard:
			accepted.length > 0
				? tableOf(questions, accepted, undefined, {
						id: 'aanvaard',
						title: 'Wat we nakeken en aanvaardden'
					})
				: null,
		'inhoud-publicatie':
			contents.length > 0
				? tableOf(brought, contents, undefined, {
						id: 'inhoud-publicatie',
						title: 'Wat ze bracht'
					})
				: null,
		anders:
			contents.length > 0 && changed.length > 0
				? changedTable({ id: 'anders', title: 'Cijfers met een andere waarde' }, changed, data)
				: null
	};
}

/** Where in a file something stands. */
const where = ({ sheet, row, column }: AcceptedExample): string =>
	[sheet && `blad ${sheet}`, row && `rij ${row}`, column && `kolom ${column}`]
		.filter(Boolean)
		.join(', ') || 'bestand';

/** The findings that somebody said yes to when the publication was imported, each with the reason. */
const questions: readonly Column<PageData['accepted'][number]>[] = [
	onPage('Vraag', ({ title }) => title),
	onPage('Gevallen', ({ findings }) => ({ amount: findings, format: count }), { numeric: true }),
	onPage('Waarom ze kloppen', ({ because }) => because),
	onPage('Waar', ({ examples }) =>
		examples.slice(0, 5).map((one) => ({
			words: `${where(one)}${one.value === null ? '' : `: ${one.value}`}`,
			look: 'line'
		}))
	)
];

const dayCell = (date: string | null): Cell => (date ? { day: date } : '–');

const brought: readonly Column<PageData['account']['contents'][number]>[] = [
	onPage('Wat', contentsName),
	onPage('Cijfers', ({ figures }) => ({ amount: figures, format: count }), { numeric: true }),
	onPage('Gebieden', ({ areas }) => ({ amount: areas, format: count }), { numeric: true }),
	onPage('Van', ({ first }) => dayCell(first)),
	onPage('Tot', ({ last }) => dayCell(last))
];
