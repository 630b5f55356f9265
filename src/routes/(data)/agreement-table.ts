import type { AgreementRow, AgreementStanding } from '#lib/server/standing/agreement.ts';
import { figureCell, onPage, pageFigure, type Column } from '#lib/tables/column.ts';
import { tableOf, type Table } from '#lib/tables/table.ts';
import { NO_LAW } from '#lib/text/agreement.ts';
import { count, day, shortOrOver } from '#lib/text/format.ts';
import type { Link } from '../links.ts';

/** What a region agreed on for each municipality, beside what came since. */
export function agreementTable(
	{ region, agreement, rows, total }: AgreementStanding,
	link: Link
): Table {
	const columns: readonly Column<AgreementRow>[] = [
		onPage('Gemeente', ({ municipality }) => ({
			words: municipality.name,
			href: link(`/gemeenten/${municipality.nis}`)
		})),
		pageFigure('Deel van het tekort', count, (row) => row.part),
		pageFigure('Erbij', count, (row) => row.dwellings, { look: 'strong' }),
		pageFigure(`Erbij sinds ${day(agreement.on)}`, count, (row) => row.since),
		pageFigure('Met elk jaar evenveel', count, (row) => row.due),
		pageFigure('Nog te gaan', shortOrOver, (row) => row.left)
	];
	const { part, dwellings, since, due, left } = total;
	const sums = [part, dwellings, since, due].map((one) => figureCell(one, count));
	return tableOf(
		columns,
		rows,
		undefined,
		{
			id: 'afspraak',
			title: 'Wat de regio afsprak',
			caption: `Wat ${region.name} afsprak, tegen ${day(agreement.by)}. Geen wet en geen objectief.`,
			notes: [NO_LAW]
		},
		{ foot: [['Samen', ...sums, figureCell(left, shortOrOver)]] }
	);
}
