import type { DrawnFigure } from '#lib/charts/figure.ts';
import type { Figure } from '#lib/domain/figure.ts';
import type { NumberFormat } from '#lib/text/number-format.ts';
import { onPage, type Column } from './column.ts';
import { tableOf, type About, type Table } from './table.ts';

/** What is said above the numbers of a drawn figure: the same as above the drawing. */
export const aboutFigure = ({
	id,
	title,
	subtitle
}: Pick<DrawnFigure, 'id' | 'title' | 'subtitle'>): About => ({
	id,
	title,
	notes: subtitle ? [subtitle] : []
});

/** A figure with its name. */
export type NamedFigure = readonly [name: string, figure: Figure, format?: NumberFormat];

/** Figures by name: what a drawing shows, a row each. */
export function figureRows(
	about: About,
	rows: readonly NamedFigure[],
	format: NumberFormat,
	head = 'Cijfer'
): Table {
	const columns: readonly Column<NamedFigure>[] = [
		onPage('Wat', ([name]) => name),
		onPage(head, ([, figure, own = format]) => ({ figure, format: own }), { numeric: true })
	];
	return tableOf(columns, rows, undefined, { quiet: true, ...about });
}
