import { unknown } from '#lib/domain/figure.ts';
import { measured, type Measure } from '#lib/domain/measures.ts';
import { KNOWN_KINDS, type KnownKind, type KnownSorts } from '#lib/domain/published.ts';
import type { MemberStanding } from '#lib/server/standing/standing.ts';
import type { MunicipalityStanding } from '#lib/server/standing/standing.ts';
import type { RegionStanding } from '#lib/server/standing/standing.ts';
import { byTown, count, day, inPercent, shortOrOver } from '#lib/text/format.ts';
import { KIND_WORDS } from '#lib/text/published.ts';
import type { NumberFormat } from '#lib/text/number-format.ts';
import { MEASURE_WORDS } from '#lib/text/words.ts';
import type { Cell } from './cell.ts';
import { onPage, pageFigure, type Column } from './column.ts';
import { members, municipalities, type TownsPage } from './municipalities.ts';
import { regions, type RegionsPage } from './regions.ts';
import { tableOf, type About, type Order, type Table } from './table.ts';

/** Tables of municipalities and regions as pages show them. */

/** The list of municipalities. */
export const townTable = (
	rows: readonly MunicipalityStanding[],
	on: string,
	page: TownsPage,
	{ order, notes }: { order: Order; notes: readonly string[] }
): Table =>
	tableOf(municipalities, rows, page, {
		id: 'lijst',
		title: '',
		caption: `Sociale huurwoningen en objectief per gemeente, toestand op ${day(on)}.`,
		look: 'towns',
		order,
		notes
	});

/** What a region lacks of a municipality. */
const NOBODY: MemberStanding['municipality'] = {
	nis: '',
	name: '',
	province: '',
	arrondissement: '',
	validFrom: '',
	validTo: null,
	longitude: null,
	latitude: null,
	areaKm2: null
};

/** The members of a region with the region under them; some of them where a table goes on on the next sheet. */
export function memberTable(
	standing: RegionStanding,
	href: TownsPage['href'],
	{
		rows = standing.members,
		withFoot = true,
		notes = []
	}: { rows?: readonly MemberStanding[]; withFoot?: boolean; notes?: readonly string[] } = {}
): Table {
	const { region, goal, objective, stock, households, share } = standing;
	const withGap = goal?.kind === 'reach_share';
	/** The region as if it were one of them. */
	const whole: MemberStanding = {
		municipality: { ...NOBODY, name: region.name },
		stock,
		households,
		share,
		scheme: standing.scheme,
		objective,
		beside: standing.beside,
		gap: goal?.gap ?? unknown(stock.date, 'not_applicable')
	};
	return tableOf(
		members,
		rows,
		{ href, withGap },
		{
			id: 'leden',
			title: 'Wie draagt hoeveel?',
			caption: `Leden van ${region.name}, toestand op ${day(stock.date)}.`,
			look: 'towns',
			notes
		},
		{ totals: withFoot ? [{ name: 'De regio', row: whole }] : [] }
	);
}

/** Regions with share, goal, gap and progress of their members' objectives. */
export const regionTable = (
	about: Pick<About, 'id' | 'title' | 'caption'>,
	rows: readonly RegionStanding[],
	page: RegionsPage
): Table => tableOf(regions, rows, page, { ...about, look: 'regions' });

const FORMATS: Record<Measure, NumberFormat> = {
	share: inPercent(2),
	progress: inPercent(1),
	short: shortOrOver
};

/** What the drawings of all municipalities show: the share, and what else the map measures. */
export function mapTable(
	about: Pick<About, 'id' | 'title' | 'notes' | 'total'>,
	rows: readonly MunicipalityStanding[],
	measure: Measure
): Table {
	return tableOf(
		[NAME, ...[...new Set<Measure>(['share', measure])].map(ofMeasure)],
		rows,
		undefined,
		{
			...about,
			...MAP_CAPTION
		},
		OF_TOWN
	);
}

/** Names there lead nowhere: the marks of the drawings do. */
const OF_TOWN = {
	lookOf: ({ municipality }: MunicipalityStanding) => ({ town: municipality.nis })
};
const MAP_CAPTION = { caption: 'Elke gemeente op de kaart en de puntenwolk', quiet: true };
const NAME: Column<MunicipalityStanding> = onPage('Gemeente', (row) => row.municipality.name);
const ofMeasure = (one: Measure): Column<MunicipalityStanding> =>
	pageFigure(MEASURE_WORDS[one].name, FORMATS[one], (row) => measured(one, row));

/** What the drawings show when the map tells what was published: the share, and of each sort the newest day. */
export function knownTable(
	about: Pick<About, 'id' | 'title' | 'notes' | 'total'>,
	rows: readonly MunicipalityStanding[],
	known: ReadonlyMap<string, KnownSorts>
): Table {
	const sortsOf = ({ municipality }: MunicipalityStanding) => known.get(municipality.nis);
	const columns: readonly Column<MunicipalityStanding>[] = [
		NAME,
		ofMeasure('share'),
		onPage('Soorten', (row) => ({ amount: sortsOf(row)?.size ?? 0, format: count }), {
			numeric: true
		}),
		...KNOWN_KINDS.map((kind) =>
			onPage<MunicipalityStanding>(KIND_WORDS[kind].head, (row) => newestCell(sortsOf(row), kind))
		)
	];
	return tableOf(columns, rows, undefined, { ...about, ...MAP_CAPTION }, OF_TOWN);
}

function newestCell(known: KnownSorts | undefined, kind: KnownKind): Cell {
	const day = known?.get(kind);
	if (day === undefined) return { words: '–', look: 'none' };
	return day === null ? 'zonder datum' : { day };
}

interface MemberOf {
	region: RegionStanding['region'];
	member: MemberStanding;
}

const shares: readonly Column<MemberOf>[] = [
	onPage('Regio', ({ region }) => region.name, { spans: ({ region }) => region.slug }),
	onPage('Gemeente', ({ member }) => member.municipality.name),
	pageFigure('Per 100 huishoudens', inPercent(2), ({ member }) => member.share)
];

/** The members of each region with their share: the numbers behind the strips. */
export const memberShares = (
	about: Pick<About, 'id' | 'title' | 'notes'>,
	standings: readonly RegionStanding[]
): Table =>
	tableOf(
		shares,
		standings.flatMap(({ region, members }) =>
			members.toSorted(byTown).map((member) => ({ region, member }))
		),
		undefined,
		{ ...about, caption: 'Aandeel per gemeente, per regio' },
		{ lookOf: ({ member }) => ({ town: member.municipality.nis }) }
	);
