import { onPage, type Column } from '#lib/tables/column.ts';
import { tableOf } from '#lib/tables/table.ts';
import { publicationPath } from '#lib/text/addresses.ts';
import { REGIME_WORDS } from '#lib/text/words.ts';
import type { PageData } from './$types';

type Scheme = PageData['schemes'][number];

const columns: readonly Column<Scheme>[] = [
	onPage('Regeling', ({ name }) => name),
	onPage('Stand', ({ status }) => REGIME_WORDS[status]),
	onPage('Nulmeting', ({ baselineOn }) => (baselineOn ? { day: baselineOn } : '–')),
	onPage('Tegen', ({ deadline }) => (deadline ? { day: deadline } : '–')),
	onPage('Rechtsgrond', ({ legalReference, note, publication }) => [
		`${legalReference}${note ? ` ${note}` : ''} `,
		{ words: 'Bron', href: publicationPath(publication) }
	])
];

/** The tables of the page. */
export const tables = ({ schemes }: PageData) => ({
	regelingen: tableOf(columns, schemes, undefined, {
		id: 'regelingen',
		title: 'Regelingen',
		caption: 'Regelingen'
	})
});
