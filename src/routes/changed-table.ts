import type { ChangedFigure } from '#lib/server/queries/changes.ts';
import type { Publication } from '#lib/server/queries/publications.ts';
import type { Cell, Piece } from '#lib/tables/cell.ts';
import { onPage, type Column } from '#lib/tables/column.ts';
import { tableOf, type About, type Table } from '#lib/tables/table.ts';
import { publicationPath } from '#lib/text/addresses.ts';
import { change, UNKNOWN } from '#lib/text/format.ts';
import { indicatorName } from '#lib/text/words.ts';

/** What the rows of changed figures are told with. */
export interface Known {
	names: ReadonlyMap<string, { name: string }>;
	publications: ReadonlyMap<number, Publication>;
}

function observed({ indicator, date, ...one }: ChangedFigure, when: 'before' | 'after'): Piece {
	const status = one[`${when}Status`];
	return status === null
		? UNKNOWN
		: {
				observed: {
					indicator,
					date,
					value: one[when],
					status,
					publication: one[`${when}Publication`]
				}
			};
}

function by(id: number | null, { publications }: Known): Piece {
	if (id === null) return 'niets meer bekend';
	const issued = publications.get(id);
	return {
		words: issued?.kind === 'practice' ? 'oefencijfer' : (issued?.publisher ?? ''),
		href: publicationPath(id)
	};
}

const fromAndTo = (one: ChangedFigure, known: Known): Cell => [
	by(one.beforePublication, known),
	' → ',
	by(one.afterPublication, known),
	[one.beforeStatus, one.afterStatus].includes('estimated') ? ' ' : null,
	[one.beforeStatus, one.afterStatus].includes('estimated')
		? { words: '(raming, geen rechtzetting)', look: 'note' }
		: null
];

const columns: readonly Column<ChangedFigure, unknown, Known>[] = [
	onPage('Gemeente', ({ nis }, { names }: Known) => ({
		words: names.get(nis)?.name ?? nis,
		href: `/gemeenten/${nis}`
	})),
	onPage('Wat', ({ indicator }) => indicatorName(indicator)),
	onPage('Datum', ({ date }) => ({ day: date })),
	onPage('Was', (one) => observed(one, 'before'), { numeric: true }),
	onPage('Werd', (one) => observed(one, 'after'), { numeric: true }),
	onPage(
		'Verschil',
		({ before, after }) =>
			before === null || after === null ? UNKNOWN : { amount: after - before, format: change },
		{ numeric: true }
	),
	onPage('Van en naar', fromAndTo)
];

/** Figures that became something else: what was known, what is known after, and who published the two. */
export const changedTable = (
	about: Pick<About, 'id' | 'title'>,
	changed: readonly ChangedFigure[],
	known: Known
): Table => tableOf(columns, changed, known, about);
