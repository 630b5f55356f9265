import type { DivisionStanding } from '#lib/server/standing/division.ts';
import type { KeyDivision } from '#lib/server/standing/division-keys.ts';
import type { DivisionTown } from '#lib/server/standing/division-towns.ts';
import type { Cell, Words } from '#lib/tables/cell.ts';
import { onPage, type Column } from '#lib/tables/column.ts';
import { tableOf, type Table } from '#lib/tables/table.ts';
import { KEY_WORDS, stakesSentence } from '#lib/text/division.ts';
import { count, day, decimal, inDecimals } from '#lib/text/format.ts';
import type { NumberFormat } from '#lib/text/number-format.ts';
import type { Link } from '../links.ts';
import { keyDots, stripScale } from './key-strips.ts';
import { SHOWN, type Shown } from './shown-of-keys.ts';

interface Options {
	link: Link;
	shown?: Shown;
	/** The rows that stand in this table, where it goes on on another sheet: up to but without `to`. */
	from?: number;
	to?: number;
	/** Of the drawing in every row, in px. */
	stripWidth?: number;
	/** Where a key is shown in full; without it the heads are no links. */
	headLink?: (key: KeyDivision['key']) => string;
}

/** Whether a key gives a town its least or most; null when all keys give it the same. */
function extremeOf({ range }: DivisionTown, { key }: KeyDivision): 'least' | 'most' | null {
	if (!range || range.least.dwellings === range.most.dwellings) return null;
	if (range.most.keys.includes(key)) return 'most';
	return range.least.keys.includes(key) ? 'least' : null;
}

const MARKS: Record<'least' | 'most', readonly Words[]> = {
	most: [
		{ words: '▲', look: 'mark' },
		{ words: 'meeste: ', look: 'heard' }
	],
	least: [
		{ words: '▼', look: 'mark' },
		{ words: 'minste: ', look: 'heard' }
	]
};

interface Row {
	town: DivisionTown;
	/** Its place among the towns, which is that of its part in every key. */
	at: number;
}

/** Every key in a column and every municipality in a row, with its least and most marked; what is left and how even it is. */
export function keyTable(
	standing: DivisionStanding,
	{ link, shown = 'woningen', from = 0, to, stripWidth = 150, headLink }: Options
): Table {
	const { keys, towns, chosen } = standing;
	const show = SHOWN[shown];
	const scale = stripScale(standing);
	const look = ({ key }: KeyDivision) => (key === chosen.key ? 'chosen' : '');

	const keyColumn = (division: KeyDivision): Column<Row> =>
		onPage(
			{
				words: KEY_WORDS[division.key].name,
				...(headLink && {
					href: headLink(division.key),
					title: KEY_WORDS[division.key].rule
				})
			},
			({ town, at }) => {
				const part = division.parts[at];
				const extreme = extremeOf(town, division);
				return part
					? [...(extreme ? MARKS[extreme] : []), { figure: show.of(part), format: show.format }]
					: null;
			},
			{
				numeric: true,
				look: ({ town }) => `${extremeOf(town, division) ?? ''} ${look(division)}`.trim()
			}
		);
	const strip = ({ town, at }: Row): Cell =>
		town.range && {
			strip: {
				dots: keyDots(standing, at),
				...scale,
				width: stripWidth,
				title: stakesSentence(town.municipality.name, town.range, standing.shortfall)
			}
		};
	const columns: readonly Column<Row>[] = [
		onPage('Gemeente', ({ town: { municipality } }) => ({
			words: municipality.name,
			href: link(`/gemeenten/${municipality.nis}`)
		})),
		...keys.map(keyColumn),
		onPage(
			['Per 100 huishoudens', { words: ` (0 tot ${decimal(scale.max * 100, 1)})`, look: 'seen' }],
			strip,
			{ look: 'strip' }
		)
	];
	const sums = (
		label: string,
		pick: (one: KeyDivision) => KeyDivision['assigned'],
		format: NumberFormat
	): readonly Cell[] => [
		label,
		...keys.map((division): Cell => ({ figure: pick(division), format })),
		null
	];
	const isLast = to === undefined || to === towns.length;
	return tableOf(
		columns,
		towns.map((town, at) => ({ town, at })).slice(from, to),
		undefined,
		{
			id: 'naast-elkaar',
			title: 'Alle sleutels naast elkaar',
			caption: [
				`${show.caption}, ${day(standing.stock.date)} tot ${day(standing.scenario.by)}. ▲ meeste en ▼ minste voor de gemeente. Scenario, geen beslissing.`
			],
			look: 'keys'
		},
		{
			foot: isLast
				? [
						sums('Samen erbij', (one) => one.assigned, count),
						sums('Niet toegewezen', (one) => one.unassigned, count),
						sums('Elders nodig, daarna', (one) => one.spread.elsewhere, count),
						sums('Gini, daarna', (one) => one.spread.gini, inDecimals(3))
					]
				: []
		}
	);
}
