import { shown, type DrawnFigure, type Source } from '#lib/charts/figure.ts';
import { BROAD } from '#lib/charts/widths.ts';
import { waterfall, type WaterfallStep } from '#lib/charts/waterfall.ts';
import type { Figure } from '#lib/domain/figure.ts';
import type { FlowBalance } from '#lib/domain/flows.ts';
import { aboutFigure, figureRows, type NamedFigure } from '#lib/tables/figure-rows.ts';
import type { Table } from '#lib/tables/table.ts';
import { change, count, day, figure, isEstimate } from '#lib/text/format.ts';
import { indicatorName } from '#lib/text/words.ts';

const row = (label: string, one: Figure, kind: WaterfallStep['kind']) => {
	const format = kind === 'total' ? count : change;
	return {
		key: label,
		label,
		figure: one,
		kind,
		value: one.value,
		estimated: isEstimate(one),
		format,
		text: figure(one, format)
	};
};

/** A stock, what came and went, and the stock after it, a row each. */
const flowRows = ({ start, flows, unexplained, end }: FlowBalance) => [
	row(`woningen op ${day(start.date)}`, start, 'total'),
	...flows.map((one) => row(indicatorName(one.indicator), one.figure, 'change')),
	row('onverklaard', unexplained, 'unexplained'),
	row(`woningen op ${day(end.date)}`, end, 'total')
];

const aboutFlows = ({ end }: FlowBalance, name: string) => ({
	id: 'stromen',
	title: `Wat erbij kwam en wegging in ${name}`,
	subtitle: `sociale huurwoningen, tijdens het jaar tot ${day(end.date)}`
});

/** What came and went during a year, with what is not explained by it. */
export const flowsTable = (balance: FlowBalance, name: string): Table =>
	figureRows(
		aboutFigure(aboutFlows(balance, name)),
		flowRows(balance).map(({ label, figure, format }): NamedFigure => [label, figure, format]),
		count,
		'Woningen'
	);

/** What came and went during a year; null when nobody published gross flows. */
export function flowsFigure(
	balance: FlowBalance | null,
	name: string,
	sources: readonly Source[]
): DrawnFigure | null {
	if (!balance) return null;
	const { start, end, unexplained } = balance;
	const about = aboutFlows(balance, name);
	const description = `Van ${figure(start, count)} naar ${figure(end, count)} woningen; ${figure(unexplained, change)} is niet verklaard door de gepubliceerde stromen.`;
	return {
		...about,
		sources,
		remarks: [
			`${description} Een stroom die niemand publiceerde, is niet nul: ze zit dan in «onverklaard».`
		],
		drawings: [
			shown(
				'waterfall',
				waterfall,
				{ steps: flowRows(balance), title: about.title, description },
				BROAD
			)
		]
	};
}
