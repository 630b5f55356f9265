import { unknown } from '#lib/domain/figure.ts';
import type { CoursePoint } from '#lib/domain/road-results.ts';
import type { Course } from '#lib/domain/road.ts';
import type { GrowthPath } from '#lib/server/standing/growth-path.ts';
import type { MemberQuotient, SpreadPoint } from '#lib/server/standing/spread-trend.ts';
import type { TrendPoint } from '#lib/server/standing/trends.ts';
import { count, day, inDecimals, inPercent, isEstimate } from '#lib/text/format.ts';
import { COURSE_WORDS } from '#lib/text/road.ts';
import type { Cell, Piece } from './cell.ts';
import { figureCell, onPage, pageFigure, type Column } from './column.ts';
import { tableOf, type About, type Table } from './table.ts';

/** Tables with a row for each year-end. */

type Titled = Pick<About, 'id' | 'title' | 'notes'>;

const date = <Row extends { date: string }>(): Column<Row> =>
	onPage('Datum', ({ date }) => ({ day: date }));

const trend: readonly Column<TrendPoint>[] = [
	date(),
	pageFigure('Sociale huurwoningen', count, (point) => point.stock),
	pageFigure('Huishoudens (1 januari erna)', count, (point) => point.households),
	pageFigure('Aandeel', inPercent(2), (point) => point.share)
];

/** Stock, households and share over the years. */
export const trendTable = (about: Titled, points: readonly TrendPoint[]): Table =>
	tableOf(trend, points, undefined, {
		...about,
		caption: 'Aandeel door de jaren: woningen, huishoudens en hun verhouding',
		quiet: true
	});

/** A place with its years. */
export interface YearsOf {
	name: string;
	href: string;
	points: readonly Pick<TrendPoint, 'date' | 'share'>[];
}

/** The share of several places over the years: a row for each, a column for each year-end of the whole. */
export function yearsTable(
	about: Titled,
	places: readonly YearsOf[],
	whole: Omit<YearsOf, 'href'>
): Table {
	const columns: readonly Column<YearsOf>[] = [
		onPage('Gemeente', ({ name, href }) => ({ words: name, href })),
		...whole.points.map(({ date }) =>
			pageFigure<YearsOf>(
				day(date),
				inPercent(2),
				({ points }) =>
					points.find((one) => one.date === date)?.share ?? unknown(date, 'not_published')
			)
		)
	];
	const together: readonly Cell[] = [
		whole.name,
		...whole.points.map(({ share }) => figureCell(share, inPercent(2)))
	];
	return tableOf(
		columns,
		places,
		undefined,
		{ ...about, caption: 'Aandeel van elk lid door de jaren', quiet: true },
		{ foot: [together] }
	);
}

type PathPoint = GrowthPath['points'][number];

const path: readonly Column<PathPoint, unknown, GrowthPath>[] = [
	date(),
	pageFigure('Gerealiseerd', count, (point) => point.realised),
	pageFigure('% van het objectief', inPercent(2), (point) => point.part),
	pageFigure('In uitvoering', count, (point) => point.inExecution),
	pageFigure('Gepland', count, (point) => point.planned),
	pageFigure('Samen', count, (point) => point.withPlanned),
	onPage('Drempels', ({ date }, { steps }: GrowthPath) =>
		steps
			.filter((step) => step.date === date)
			.flatMap((step): Piece[] => [
				{ amount: step.realised, format: count, name: 'Drempel gerealiseerd' },
				' of ',
				{ amount: step.withPlanned, format: count, name: 'Drempel met gepland' }
			])
	)
];

/** The year-ends with figures, and those of which only a threshold is known. */
function pathRows({ points, steps }: GrowthPath): PathPoint[] {
	const empty = steps
		.filter((step) => points.every((point) => point.date !== step.date))
		.map(({ date }): PathPoint => {
			const open = unknown(date, 'not_published');
			const counted = { realised: open, inExecution: open, planned: open };
			return { date, target: open, ...counted, withPlanned: open, part: open };
		});
	return [...points, ...empty].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** The way of a municipality to its objective. */
export const growthPathTable = (about: Titled, growth: GrowthPath): Table =>
	tableOf(path, pathRows(growth), growth, about);

/** What each road brings, year by year; a scenario. */
export function courseTable(
	about: Titled,
	points: readonly CoursePoint[],
	courses: readonly Course[]
): Table {
	const columns: readonly Column<CoursePoint>[] = [
		date(),
		pageFigure('Huishoudens (1 januari erna)', count, (point) => point.households),
		...courses.map((course) =>
			pageFigure<CoursePoint>(
				COURSE_WORDS[course].name,
				inPercent(2),
				(point) => point.shares[course]
			)
		)
	];
	return tableOf(columns, points, undefined, {
		...about,
		caption: 'Aandeel per jaar op elke weg; scenario, geen beslissing',
		quiet: true
	});
}

/** Names of municipalities, by NIS code. */
interface Named {
	nameOf: (nis: string) => string;
}

const member =
	(pick: (point: SpreadPoint) => MemberQuotient | null) =>
	(point: SpreadPoint, { nameOf }: Named): Cell => {
		const one = pick(point);
		return one
			? [
					`${nameOf(one.nis)} `,
					{ amount: one.quotient, format: inDecimals(2), estimated: isEstimate(point.elsewhere) }
				]
			: '–';
	};

const spread: readonly Column<SpreadPoint, unknown, Named>[] = [
	date(),
	pageFigure('Woningen elders', count, (point) => point.elsewhere),
	pageFigure('Hoover', inDecimals(3), (point) => point.hoover),
	pageFigure('Gini', inDecimals(3), (point) => point.gini),
	onPage(
		'Laagste tegenover de regio',
		member((point) => point.lowest)
	),
	onPage(
		'Hoogste tegenover de regio',
		member((point) => point.highest)
	)
];

/** The spread of a region over the years. */
export const spreadTrendTable = (
	about: Titled,
	points: readonly SpreadPoint[],
	nameOf: Named['nameOf']
): Table =>
	tableOf(
		spread,
		points,
		{ nameOf },
		{
			...about,
			caption: 'Spreiding door de jaren',
			quiet: true
		}
	);
