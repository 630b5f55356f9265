import type { Figure } from '#lib/domain/figure.ts';
import type { Remaining } from '#lib/domain/levers.ts';
import type { MunicipalityStanding } from '#lib/server/standing/standing.ts';
import { onPage, pageFigure, type Column } from '#lib/tables/column.ts';
import { besideTable } from '#lib/tables/regimes.ts';
import { tableOf, type Table } from '#lib/tables/table.ts';
import { count, day } from '#lib/text/format.ts';
import { OBJECTIVE_WORDS } from '#lib/text/words.ts';
import { regimeTable } from '../../../regimes.ts';
import type { PageData } from './$types';

type BalanceLine = readonly [label: string, figure: Figure, about: string];

const columns: readonly Column<BalanceLine>[] = [
	onPage('Wat', ([label]) => label),
	pageFigure('Woningen', count, ([, figure]) => figure),
	onPage('Datum', ([, { date }]) => ({ day: date })),
	onPage('Uitleg', ([, , about]) => about)
];

/** What was asked, what came, what is left. */
function balanceTable(
	id: string,
	caption: string,
	{ objective }: MunicipalityStanding,
	{ realised, withPipeline }: Remaining
): Table {
	const lines: readonly BalanceLine[] = [
		['Objectief', objective.target, OBJECTIVE_WORDS[objective.status]],
		['Gerealiseerd', objective.counted.realised, 'netto toename sinds de nulmeting die meetelt'],
		['Nog te gaan', realised, 'objectief min gerealiseerd, nooit onder nul'],
		['In uitvoering', objective.counted.inExecution, 'in aanbouw'],
		['Gepland', objective.counted.planned, 'op de planning, nog niet begonnen'],
		['Nog te gaan als alles klaar is', withPipeline, 'ook in uitvoering en gepland afgetrokken']
	];
	return tableOf(
		columns,
		lines,
		undefined,
		{ id, title: caption, caption, look: 'balance' },
		{ lookOf: ([, figure]) => (figure === realised ? { look: 'sum' } : {}) }
	);
}

/** The same of each municipality before a merger. */
export const partTables = ({ ledger }: Pick<PageData, 'ledger'>): Record<string, Table> =>
	Object.fromEntries(
		ledger.parts.map(({ standing, remaining }) => {
			const { nis, name } = standing.municipality;
			const id = `rekening-${nis}`;
			return [id, balanceTable(id, name, standing, remaining)];
		})
	);

/** The tables of the page; null where it has none of that name now. */
export function tables({ ledger, publications }: PageData) {
	const regimeOf = (code: string | undefined) =>
		ledger.regimes.find((one) => one.scheme.code === code);
	const main = regimeOf(ledger.scheme.code);
	const coming = regimeOf(ledger.next?.code);
	return {
		rekening: balanceTable(
			'rekening',
			`Rekening op ${day(ledger.on)}`,
			ledger.standing,
			ledger.remaining
		),
		...partTables({ ledger }),
		onderdelen:
			main &&
			regimeTable(
				{ id: 'onderdelen', title: 'Het objectief per onderdeel' },
				main.parts,
				publications
			),
		'andere-regeling': besideTable(
			ledger.standing.municipality.name,
			{ scheme: ledger.scheme, beside: ledger.nextProgress ? [ledger.nextProgress] : [] },
			ledger.on
		),
		volgende:
			ledger.next && coming
				? regimeTable(
						{ id: 'volgende', title: `Wat gaat mee naar ${ledger.next.name}?` },
						coming.parts.slice(0, 1),
						publications
					)
				: null
	};
}
