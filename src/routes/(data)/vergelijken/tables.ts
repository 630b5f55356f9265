import type { Figure } from '#lib/domain/figure.ts';
import type { ComparedRegion, Comparison } from '#lib/server/standing/compare.ts';
import { onPage, pageFigure, type Column } from '#lib/tables/column.ts';
import type { Cell } from '#lib/tables/cell.ts';
import { aboutFigure } from '#lib/tables/figure-rows.ts';
import { tableOf, type Table } from '#lib/tables/table.ts';
import { memberShares, regionTable } from '#lib/tables/towns.ts';
import { count, day, inDecimals, inPercent, isEstimate } from '#lib/text/format.ts';
import { linksFrom } from '../../links.ts';
import type { PageData } from './$types';
import { aboutMembers, aboutSplit, SPLIT_NOTE } from './figures.ts';

type Spread = ComparedRegion['spread'];
type Measure = keyof Spread['measures'];

/** How to read the measures of spread. */
export const SPREAD_NOTE =
	'Hoe dichter bij 0, hoe gelijker verdeeld; bij hoogste / laagste en stad / rand is 1 gelijk. De stad is de gemeente met de meeste huishoudens van een stadsregio, de rand zijn de andere leden samen.';

/** The tables of the page. */
export function tables(data: PageData, url: URL) {
	const link = linksFrom(url);
	const standings = data.rows.map((row) => row.standing);
	const { on } = data.moment;
	const own = (slug: string): Record<string, string | null> =>
		data.own?.own && data.own.slug === slug
			? { gemeenten: data.own.own.codes.join(), naam: data.own.own.name }
			: {};
	const href = (slug: string) => link(`/regios/${slug}`, own(slug));
	return {
		'leden-per-regio': memberShares(aboutFigure(aboutMembers(on)), standings),
		stand: regionTable(
			{
				id: 'stand',
				title: 'Niveau, streefcijfer en objectief',
				caption: `Toestand op ${day(on)}. Een objectief geldt per gemeente: wat de ene te veel heeft, maakt niet goed wat de andere tekortkomt.`
			},
			standings,
			{ href }
		),
		spreiding: spreadTable(data.rows, on, href),
		'binnen-en-tussen': splitTable(data.rows, data.theil, on)
	};
}

const MEASURES: readonly (readonly [head: string, measure: Measure, decimals: 2 | 3])[] = [
	['Hoover', 'hoover', 3],
	['Gini', 'gini', 3],
	['Variatie, gewogen', 'weightedCv', 3],
	['Variatie, ongewogen', 'cv', 3],
	['Theil', 'theil', 3],
	['Hoogste / laagste', 'highestToLowest', 2],
	['Stad / rand', 'cityToRing', 2]
];

/** A measure with the marks of the figures that all measures of the region rest on. */
const marked = ({ elsewhere, measures, reasons }: Spread, measure: Measure): Figure => ({
	...elsewhere,
	value: measures[measure],
	reason: reasons[measure] ?? null
});

/** The measures of spread of each region, side by side; one that no region has is left out. */
function spreadTable(
	rows: readonly ComparedRegion[],
	on: string,
	href: (slug: string) => string
): Table {
	const columns: readonly Column<ComparedRegion>[] = [
		onPage('Regio', ({ standing: { region } }) => ({
			words: region.name,
			href: href(region.slug)
		})),
		onPage('Gemeenten', ({ standing }) => ({ amount: standing.members.length, format: count }), {
			numeric: true
		}),
		pageFigure('Woningen elders', count, ({ spread }) => spread.elsewhere),
		...MEASURES.filter(([, measure]) =>
			rows.some((row) => row.spread.measures[measure] !== null)
		).map(([head, measure, decimals]) =>
			pageFigure<ComparedRegion>(head, inDecimals(decimals), ({ spread }) =>
				marked(spread, measure)
			)
		)
	];
	return tableOf(columns, rows, undefined, {
		id: 'spreiding',
		title: 'Spreiding binnen elke regio',
		caption: `Toestand op ${day(on)}. Woningen elders: zoveel zouden er in een andere gemeente van de regio moeten staan opdat elk lid hetzelfde aandeel heeft.`,
		notes: [SPREAD_NOTE]
	});
}

/** How the unevenness of all members splits: within the regions and between them (Theil). */
function splitTable(
	rows: readonly ComparedRegion[],
	{ total, within, between }: Comparison['theil'],
	on: string
): Table {
	const about = aboutFigure(aboutSplit(on));
	const index = inDecimals(3);
	const whole = total.value ?? 0;
	const part = (value: number): Cell => ({
		amount: whole === 0 ? 0 : value / whole,
		format: inPercent(1),
		estimated: isEstimate(total)
	});
	const ownTheil = ({ measures, elsewhere }: Spread): Figure => ({
		...total,
		value: measures.theil,
		reason: measures.theil === null ? (elsewhere.reason ?? 'missing') : null
	});
	const columns: readonly Column<ComparedRegion>[] = [
		onPage('Regio', ({ standing }) => standing.region.name),
		pageFigure('Eigen Theil-index', index, ({ spread }) => ownTheil(spread)),
		pageFigure('Draagt bij', index, ({ within: adds }) => ({ ...total, value: adds ?? 0 })),
		onPage('Van het totaal', ({ within: adds }) => part(adds ?? 0), { numeric: true })
	];
	const foot = (label: string, figure: Figure): readonly Cell[] => [
		label,
		null,
		{ figure, format: index },
		part(figure.value ?? 0)
	];
	return tableOf(
		columns,
		rows,
		undefined,
		{
			...about,
			caption: 'Wat elke regio bijdraagt aan de ongelijkheid',
			notes: [...(about.notes ?? []), SPLIT_NOTE]
		},
		{
			foot: [
				foot('Binnen de regio’s', within),
				foot('Tussen de regio’s', between),
				foot('Samen', total)
			]
		}
	);
}
