import type { FlowBalance } from '#lib/domain/flows.ts';
import { figureRows, type NamedFigure } from '#lib/tables/figure-rows.ts';
import type { Table } from '#lib/tables/table.ts';
import { change, count, day } from '#lib/text/format.ts';
import { indicatorName } from '#lib/text/words.ts';

export const flowsTitle = (name: string): string => `Wat erbij kwam en wegging in ${name}`;

export const flowsBase = ({ end }: FlowBalance): string =>
	`sociale huurwoningen, tijdens het jaar tot ${day(end.date)}`;

/** What came and went during a year, with what is not explained by it. */
export function flowsTable(balance: FlowBalance, name: string): Table {
	const rows: readonly NamedFigure[] = [
		[`woningen op ${day(balance.start.date)}`, balance.start],
		...balance.flows.map(({ indicator, figure }): NamedFigure => [
			indicatorName(indicator),
			figure,
			change
		]),
		['onverklaard', balance.unexplained, change],
		[`woningen op ${day(balance.end.date)}`, balance.end]
	];
	return figureRows(
		{ id: 'stromen', title: flowsTitle(name), notes: [flowsBase(balance)] },
		rows,
		count,
		'Woningen'
	);
}
