import type { Figure } from '#lib/domain/figure.ts';
import { PACE_YEARS } from '#lib/domain/road-results.ts';
import type { RoadStanding } from '#lib/server/standing/road.ts';
import type { Cell } from '#lib/tables/cell.ts';
import { onPage, type Column } from '#lib/tables/column.ts';
import { tableOf, type Table } from '#lib/tables/table.ts';
import {
	count,
	day,
	figure,
	goalReckoned,
	shortOrOver,
	households,
	inDecimals,
	municipalities,
	reason
} from '#lib/text/format.ts';
import type { NumberFormat } from '#lib/text/number-format.ts';
import { arrivalCell } from '#lib/text/road.ts';

type RoadLine = readonly [label: string, number: Cell, about: string];

const columns: readonly Column<RoadLine>[] = [
	onPage('Wat', ([label]) => label),
	onPage('Woningen', ([, number]) => number, { numeric: true }),
	onPage('Uitleg', ([, , about]) => about)
];

const yearly = inDecimals(1);

const line = (label: string, one: Figure, format: NumberFormat, about: string): RoadLine => [
	label,
	{ figure: one, format },
	one.value === null && one.reason ? reason(one.reason) : about
];

/** What a goal asks; nothing where nobody names one. */
function asked({ results, scenario, stock, later }: RoadStanding): RoadLine[] {
	if (scenario.goal === null) return [];
	const { gap, short, shortPerYear } = results;
	return [
		line(
			`Nodig tegen ${day(scenario.by)}`,
			gap,
			shortOrOver,
			`${goalReckoned(scenario.goal)} van ${figure(later, households)}, min de ${figure(stock, count)} sociale huurwoningen van ${day(stock.date)}`
		),
		...(short.value === 0
			? []
			: [line('Dat is per jaar', shortPerYear, yearly, 'elk jaar evenveel tot die dag')])
	];
}

function arrival({ results, scenario, projectedUntil }: RoadStanding): RoadLine[] {
	if (scenario.goal === null) return [];
	const until = projectedUntil ? `; de vooruitzichten gaan tot ${day(projectedUntil)}` : '';
	return [
		[
			'Doel gehaald tegen dit tempo',
			arrivalCell(results.atPace),
			`eerste jaar waarin de woningen volstaan voor de huishoudens van dat jaar${until}`
		]
	];
}

/** Whom the road is for. */
export const roadNote = ({ members }: RoadStanding): string =>
	`Scenario, geen beslissing. Voor de regio als geheel: ${municipalities(members.length)}.`;

/** The road in plain rows: what is asked, what comes, what is under way, and what only standing still asks. */
export function roadTable(road: RoadStanding): Table {
	const { results, scenario, delivered, inExecution, planned } = road;
	const lines: readonly RoadLine[] = [
		...asked(road),
		line(
			'Kwam er per jaar bij',
			results.pace,
			yearly,
			`netto, gemiddelde over ${PACE_YEARS} jaar: van ${day(delivered.from)} tot ${day(delivered.to)} ${figure(delivered.figure, count)} woningen, aan beide kanten op dezelfde manier geteld`
		),
		line(
			'In uitvoering en gepland',
			road.pipeline,
			count,
			`${figure(inExecution, count)} in uitvoering en ${figure(planned, count)} gepland, van alle leden; wat intussen verdwijnt, is niet afgetrokken`
		),
		line(
			'Nodig om stil te staan, per jaar',
			results.standStillPerYear,
			yearly,
			`${figure(results.standStill, count)} woningen tegen ${day(scenario.by)}, alleen om het aandeel van nu te houden terwijl het aantal huishoudens verandert`
		),
		...arrival(road)
	];
	return tableOf(columns, lines, undefined, {
		id: 'woningen',
		title: 'Hoeveel woningen, en hoe snel?',
		caption: 'De weg in woningen; scenario, geen beslissing',
		quiet: true,
		reflow: true,
		look: 'road'
	});
}
