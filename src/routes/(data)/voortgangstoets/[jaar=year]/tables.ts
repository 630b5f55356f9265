import type { Publication } from '#lib/server/queries/publications.ts';
import type { RoundCounts, TestStanding } from '#lib/server/standing/tests.ts';
import type { Cell, Piece } from '#lib/tables/cell.ts';
import { onPage, pageFigure, type Column } from '#lib/tables/column.ts';
import { tableOf, type Table } from '#lib/tables/table.ts';
import { publicationPath } from '#lib/text/addresses.ts';
import {
	count,
	day,
	goalShare,
	inPercent,
	municipalities,
	NBSP,
	plainNumber,
	UNKNOWN
} from '#lib/text/format.ts';
import { CATEGORY_WORDS } from '#lib/text/progress-test.ts';
import { changesTo, linksFrom } from '../../../links.ts';
import { orderOf } from '../../order.ts';
import type { PageData } from './$types';

/** The tables of the page; null where it has none of that name now. */
export function tables(data: PageData, url: URL) {
	return {
		perregio: data.round.thresholds ? regionTable(data, url) : null,
		gemeenten: data.rows.length > 0 ? testTable(data, url) : null
	};
}

const mark = (estimated: boolean): string => (estimated ? `≈${NBSP}` : '');
const nowPiece = (words: string | null): Piece | null => (words ? { words, look: 'now' } : null);

type RegionRow = PageData['regions'][number];

const COUNTED = [
	['no_objective', '1, geen objectief'],
	['realised', '1, gerealiseerd'],
	['with_planned', '1, met gepland'],
	['short', '2'],
	['unknown', 'niet bekend'],
	['shortRealised', 'Tekort (woningen)']
] as const;
type Counted = (typeof COUNTED)[number][0];

const isMarked = (counts: RoundCounts, key: Counted): boolean =>
	counts.estimated && key !== 'unknown';

/** One count of a round; unknown where nobody's outcome is known, which is not 0 short. */
const sizeCell = (counts: RoundCounts, key: Counted): Piece => {
	const amount = counts[key];
	return amount === null ? UNKNOWN : { amount, format: count, estimated: isMarked(counts, key) };
};

/** How many municipalities of each region follow the path, from the replay. */
function regionTable({ round, regions }: PageData, url: URL): Table {
	const link = linksFrom(url);
	const change = changesTo(url);
	const filterBy = ({ kind, slug }: RegionRow['region']) => {
		if (kind === 'gewest') return { provincie: null, regio: null };
		return kind === 'provincie'
			? { provincie: slug, regio: null }
			: { provincie: null, regio: slug };
	};
	const words = (counts: RoundCounts, key: Counted) => {
		const size = counts[key];
		return size === null ? UNKNOWN : `${mark(isMarked(counts, key))}${count(size)}`;
	};
	const columns: readonly Column<RegionRow>[] = [
		onPage('Gebied', ({ region }) => [
			{ words: region.name, href: `${change(filterBy(region))}#gemeenten` },
			region.kind === 'stadsregio' ? ' ' : null,
			region.kind === 'stadsregio'
				? {
						words: 'regio',
						look: 'aside',
						href: link(`/regios/${region.slug}`, { op: round.measuredOn }),
						label: `regio: pagina van ${region.name}`
					}
				: null
		]),
		onPage('Gemeenten', ({ counts }) => ({ amount: counts.municipalities, format: count }), {
			numeric: true
		}),
		...COUNTED.map(([key, head]) =>
			onPage<RegionRow>(
				head,
				({ counts, now }) => [
					sizeCell(counts, key),
					nowPiece(now && words(now, key) !== words(counts, key) ? words(now, key) : null)
				],
				{ numeric: true }
			)
		)
	];
	return tableOf(
		columns,
		regions,
		undefined,
		{
			id: 'perregio',
			title: 'Per provincie en stadsregio',
			caption: `Aantal gemeenten naar nagerekende categorie, toestand op ${day(round.measuredOn)}. Het tekort is wat de gemeenten van categorie 2 samen te weinig realiseerden voor de eerste drempel; een overschot van een andere gemeente telt niet mee.`,
			look: 'towns'
		},
		{ lookOf: ({ region }) => (region.kind === 'gewest' ? { look: 'whole' } : {}) }
	);
}

const shortWords = (row: TestStanding, value: number | null): string => {
	if (row.ground === 'no_objective') return '–';
	return value === null ? UNKNOWN : `${mark(row.estimated)}${count(value)}`;
};
const computedWords = ({ computed, estimated }: TestStanding): string =>
	computed === null ? UNKNOWN : `${mark(estimated)}${computed}`;
const enteredWords = ({ entered }: TestStanding): string =>
	entered ? `${entered.category}${entered.provisional ? ' (voorlopig)' : ''}` : '–';

/** What is known now of the same, where that says something else. */
const nowKnown = (row: TestStanding, say: (one: TestStanding) => string): Piece | null =>
	nowPiece(row.now && say(row.now) !== say(row) ? say(row.now) : null);

function shortCell(row: TestStanding, line: 'shortRealised' | 'shortWithPlanned'): Cell {
	const value = row[line];
	const own: Piece =
		row.ground === 'no_objective' || value === null
			? shortWords(row, value)
			: { amount: value, format: count, estimated: row.estimated };
	return [own, nowKnown(row, (one) => shortWords(one, one[line]))];
}

const computedCell = (row: TestStanding): Cell => [
	row.computed === null
		? UNKNOWN
		: { amount: row.computed, format: plainNumber, estimated: row.estimated },
	nowKnown(row, computedWords),
	row.tie ? ' ' : null,
	row.tie
		? { words: 'op de rand', look: 'flag', title: 'binnen 0,005 procentpunt van de drempel' }
		: null
];

function enteredCell(row: TestStanding, publications: ReadonlyMap<number, Publication>): Cell {
	const { entered, differs } = row;
	if (!entered) return [{ words: '–', look: 'none' }, nowKnown(row, enteredWords)];
	const { category, publication, provisional, note } = entered;
	return [
		{
			words: category,
			href: publicationPath(publication),
			title: `${CATEGORY_WORDS[category]}; ${publications.get(publication)?.publisher}${note ? `. ${note}` : ''}`
		},
		provisional ? ' (voorlopig)' : null,
		differs ? ' ' : null,
		differs ? { words: '≠ verschilt', look: 'flag' } : null,
		nowKnown(row, enteredWords)
	];
}

/** Every municipality of a round: figures, both sums against both thresholds, replayed and published category. */
function testTable(data: PageData, url: URL): Table {
	const { round, rows, counts, filter, publications } = data;
	const { thresholds } = round;
	const link = linksFrom(url);
	const withThreshold = (words: string, threshold: number | undefined) =>
		threshold === undefined ? `${words}, %` : `${words} (drempel ${goalShare(threshold)})`;
	const when = () => thresholds !== null;
	const columns: readonly Column<TestStanding>[] = [
		onPage(
			'Gemeente',
			({ municipality: { nis, name } }) => ({
				words: name,
				href: link(`/gemeenten/${nis}`, { op: round.measuredOn, structuur: null })
			}),
			{ sort: 'naam' }
		),
		pageFigure('Objectief', count, (row) => row.target, { sort: 'objectief' }),
		pageFigure('Gereali\u00adseerd', count, (row) => row.realised),
		pageFigure('In uit\u00advoering', count, (row) => row.inExecution),
		pageFigure('Gepland', count, (row) => row.planned),
		pageFigure(
			withThreshold('Gereali\u00adseerd', thresholds?.realised),
			inPercent(2),
			(row) => row.realisedPart,
			{ sort: 'gerealiseerd' }
		),
		pageFigure(
			withThreshold('Met gepland', thresholds?.withPlanned),
			inPercent(2),
			(row) => row.withPlannedPart,
			{ sort: 'metgepland' }
		),
		onPage('Tekort drempel 1', (row) => shortCell(row, 'shortRealised'), {
			numeric: true,
			sort: 'tekort',
			when
		}),
		onPage('Tekort drempel 2', (row) => shortCell(row, 'shortWithPlanned'), {
			numeric: true,
			sort: 'tekort2',
			when
		}),
		onPage('Nagerekend', computedCell, { sort: 'berekend', when }),
		onPage('Gepubliceerd', (row) => enteredCell(row, publications), { sort: 'ingevoerd' })
	];
	const of = (category: number, size: number) =>
		`${mark(counts.estimated)}${count(size)} × ${category}`;
	const differing = counts.differing > 0 ? `, ${count(counts.differing)} verschilt` : '';
	const total: readonly Cell[] = [
		municipalities(counts.municipalities),
		...Array<null>(6).fill(null),
		...(thresholds
			? [
					sizeCell(counts, 'shortRealised'),
					null,
					`${of(1, counts.municipalities - counts.short - counts.unknown)}, ${of(2, counts.short)}`
				]
			: []),
		`${count(counts.entered)} bekend${differing}`
	];
	const meaning = thresholds
		? ' Het tekort is het aantal woningen onder elke drempel; 0 betekent: gehaald.'
		: '';
	return tableOf(
		columns,
		rows,
		undefined,
		{
			id: 'gemeenten',
			title: `${municipalities(rows.length)}${data.areas.chosen ? ` in ${data.areas.chosen.name}` : ''}`,
			caption: `Voortgangstoets ${round.year} per gemeente, in woningen, toestand op ${day(round.measuredOn)}.${meaning}`,
			look: 'towns',
			order: orderOf(filter, changesTo(url), '#gemeenten')
		},
		{ foot: [total] }
	);
}
