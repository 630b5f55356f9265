import { definitionOf } from '#lib/domain/indicators.ts';
import { TOTAL_DEFINITIONS } from '#lib/domain/region.ts';
import { figureCell, onPage, pageFigure, type Column } from '#lib/tables/column.ts';
import { tableOf } from '#lib/tables/table.ts';
import { publicationPath } from '#lib/text/addresses.ts';
import { count, isEstimate } from '#lib/text/format.ts';
import { DEFINITION_WORDS, REGIME_WORDS } from '#lib/text/words.ts';
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

type Total = PageData['totals'][number];

const NONE = { words: '–', look: 'none' } as const;

const totalColumns: readonly Column<Total>[] = [
	onPage('Datum', ({ date }) => ({ day: date })),
	onPage('Wat het totaal telt', ({ indicator }) => {
		const letter = definitionOf(indicator).definition ?? 'X';
		return `${letter}: ${DEFINITION_WORDS[letter]}`;
	}),
	pageFigure('Gepubliceerd totaal', count, ({ published }) => published),
	pageFigure('Som van gemeenten, zelfde telling', count, ({ same }) => same),
	onPage(
		'Som van gemeenten, jaarlijkse meting (B)',
		({ measured, same }) => figureCell(measured ?? same, count),
		{ numeric: true }
	),
	onPage(
		'Ruimte voor wat het totaal niet telt',
		({ indicator, published, measured }) =>
			measured?.value == null || published.value === null || !TOTAL_DEFINITIONS.includes(indicator)
				? NONE
				: {
						amount: measured.value - published.value,
						format: count,
						estimated: isEstimate(measured)
					},
		{ numeric: true }
	)
];

/** The tables of the page. */
export const tables = ({ schemes, totals }: PageData) => ({
	totalen: tableOf(totalColumns, totals, undefined, {
		id: 'totalen',
		title: 'Gepubliceerde totalen en de som van de gemeenten',
		caption:
			'Sociale huurwoningen in Vlaanderen: elk gepubliceerd totaal, met wat de cijfers van de gemeenten op die dag samen zijn'
	}),
	regelingen: tableOf(columns, schemes, undefined, {
		id: 'regelingen',
		title: 'Regelingen',
		caption: 'Regelingen'
	})
});
