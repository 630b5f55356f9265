import type { Figure } from '#lib/domain/figure.ts';
import type { RepliesTo, Reply } from '#lib/domain/reply.ts';
import type { Publication } from '../queries/publications.ts';
import type { MunicipalityStanding } from '../standing/municipalities.ts';
import type { MemberStanding } from '../standing/goals.ts';
import type { RegionStanding } from '../standing/regions.ts';
import type { ComparedRegion, Comparison } from '../standing/compare.ts';
import type { OwnRegime } from '../standing/build-up.ts';
import type { Moment } from '../standing/moment.ts';
import { definitionLetter, gapParts, marksOf } from './api.ts';
import type { CsvCell } from './csv.ts';

/** A table for export: the names of its columns and its rows. */
export interface ExportTable {
	columns: string[];
	rows: CsvCell[][];
}

/** A column of an export: its name and what it shows of a row. */
export type Column<Row> = readonly [name: string, cell: (row: Row) => CsvCell];

/** Rows as a table for export. */
export const table = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): ExportTable => ({
	columns: columns.map(([name]) => name),
	rows: rows.map((row) => columns.map(([, cell]) => cell(row)))
});

/** Picks a figure of a row; null where the row has no such figure. */
type Pick<Row> = (row: Row) => Figure | null;

/**
 * The marks of one figure as columns, the same as in the API: how sure it is, whether it is a sum over the municipalities
 * before a merger, and why it is unknown; blank where there is no figure.
 */
const markColumns = <Row>(name: string, pick: Pick<Row>): Column<Row>[] => {
	const marks = (row: Row) => {
		const figure = pick(row);
		return figure && marksOf(figure);
	};
	return [
		[`${name}_status`, (row) => marks(row)?.status ?? null],
		[`${name}_composed`, (row) => marks(row)?.composed ?? null],
		[`${name}_reason`, (row) => marks(row)?.reason ?? null],
		[`${name}_missing`, (row) => marks(row)?.missing?.join(' ') ?? null]
	];
};

/** Value, marks and publications of one figure as columns. */
export const figureColumns = <Row>(name: string, pick: Pick<Row>): Column<Row>[] => [
	[name, (row) => pick(row)?.value ?? null],
	...markColumns(name, pick),
	[`${name}_publications`, (row) => pick(row)?.publications.join(' ') ?? null]
];

/** Dwellings short of a goal and above it, with their marks; blank where there is no goal. */
const gapColumns = <Row>(pick: Pick<Row>): Column<Row>[] => [
	['gap', (row) => gapParts(pick(row) ?? undefined).short],
	['surplus', (row) => gapParts(pick(row) ?? undefined).surplus],
	...markColumns('gap', pick)
];

/** A column with what municipalities said of the figures of a row: blank for most. */
export const repliesColumn = <Row>(
	find: RepliesTo,
	figures: (row: Row) => readonly Figure[]
): Column<Row> => [
	'replies',
	(row) => {
		const found = [...new Set(figures(row).flatMap(find))];
		return found.length > 0 ? found.map(replyCell).join(' | ') : null;
	}
];

const replyCell = ({ name, figure, date, words, by, givenOn }: Reply): string =>
	`${name}, ${figure} ${date}: «${words}» (${by}, ${givenOn})`;

/** The figures of a municipality that an export shows. */
const figuresOf = ({ households, stock, share, objective }: MunicipalityStanding): Figure[] => [
	households,
	stock,
	share,
	objective.target,
	objective.baseline,
	objective.realised,
	objective.inExecution,
	objective.planned,
	objective.realisedShare
];

const momentColumns = (moment: Moment): Column<unknown>[] => [
	['on', () => moment.on],
	['known', () => moment.known]
];

const standingColumns: Column<MunicipalityStanding>[] = [
	['nis', (row) => row.municipality.nis],
	['name', (row) => row.municipality.name],
	['province', (row) => row.municipality.province],
	...figureColumns<MunicipalityStanding>('households', (row) => row.households),
	['households_date', (row) => row.households.date],
	...figureColumns<MunicipalityStanding>('stock', (row) => row.stock),
	['stock_definition', (row) => definitionLetter(row.stock)],
	...figureColumns<MunicipalityStanding>('share', (row) => row.share),
	...figureColumns<MunicipalityStanding>('target', (row) => row.objective.target),
	['objective_status', (row) => row.objective.status],
	...figureColumns<MunicipalityStanding>('baseline', (row) => row.objective.baseline),
	...figureColumns<MunicipalityStanding>('realised', (row) => row.objective.realised),
	...figureColumns<MunicipalityStanding>('in_execution', (row) => row.objective.inExecution),
	...figureColumns<MunicipalityStanding>('planned', (row) => row.objective.planned),
	...figureColumns<MunicipalityStanding>('realised_share', (row) => row.objective.realisedShare)
];

/** Municipalities with their standing, one row each. */
export const municipalityTable = (
	rows: readonly MunicipalityStanding[],
	moment: Moment,
	find: RepliesTo
) => table([...standingColumns, ...momentColumns(moment), repliesColumn(find, figuresOf)], rows);

/** Members of a region with their standing and their own gap to its goal. */
export const memberTable = (rows: readonly MemberStanding[], moment: Moment, find: RepliesTo) =>
	table<MemberStanding>(
		[
			...standingColumns,
			...gapColumns<MemberStanding>((row) => row.gap),
			...momentColumns(moment),
			repliesColumn(find, figuresOf)
		],
		rows
	);

/**
 * Regions, one row each. `stock` is the surer of the sum of the members and the total that was published for the region
 * as a whole; the two stand beside it.
 */
export const regionTable = (rows: readonly RegionStanding[], moment: Moment) =>
	table([...regionColumns, ...momentColumns(moment)], rows);

const regionColumns: Column<RegionStanding>[] = [
	['slug', (row) => row.region.slug],
	['name', (row) => row.region.name],
	['kind', (row) => row.region.kind],
	['members', (row) => row.members.length],
	['missing', (row) => row.sum.stock.missing.join(' ')],
	...figureColumns<RegionStanding>('households', (row) => row.households),
	['households_date', (row) => row.households.date],
	...figureColumns<RegionStanding>('stock', (row) => row.stock),
	['stock_definition', (row) => definitionLetter(row.stock)],
	...figureColumns<RegionStanding>('sum_of_members', (row) => row.sum.stock),
	...figureColumns<RegionStanding>('published', (row) => row.published),
	...figureColumns<RegionStanding>('share', (row) => row.share),
	...figureColumns<RegionStanding>('target', (row) => row.objective.target),
	...figureColumns<RegionStanding>('realised', (row) => row.objective.realised),
	...figureColumns<RegionStanding>('realised_share', (row) => row.objective.realisedShare),
	['bound', (row) => row.tally.bound],
	['reached', (row) => row.tally.reached],
	...figureColumns<RegionStanding>('short', (row) => row.tally.short),
	['goal_kind', (row) => row.goal?.kind ?? null],
	...figureColumns<RegionStanding>('goal', (row) => row.goal?.value ?? null),
	['goal_denominator', (row) => row.goal?.denominator ?? null],
	...gapColumns<RegionStanding>((row) => row.goal?.gap ?? null)
];

/** Regions side by side, one row each, with their spread and what each adds to the unevenness within regions (Theil). */
export const comparisonTable = ({ rows, theil }: Comparison, moment: Moment) =>
	table<ComparedRegion>(
		[
			...regionColumns.map(([name, cell]): Column<ComparedRegion> => [
				name,
				(row) => cell(row.standing)
			]),
			...figureColumns<ComparedRegion>('dwellings_elsewhere', (row) => row.spread.elsewhere),
			['hoover', (row) => row.spread.measures.hoover],
			['gini', (row) => row.spread.measures.gini],
			['cv', (row) => row.spread.measures.cv],
			['weighted_cv', (row) => row.spread.measures.weightedCv],
			['highest_to_lowest', (row) => row.spread.measures.highestToLowest],
			['city_to_ring', (row) => row.spread.measures.cityToRing],
			['theil', (row) => row.spread.measures.theil],
			['theil_adds_within', (row) => row.within],
			...figureColumns<ComparedRegion>('theil_within', () => theil.within),
			['theil_between', () => theil.between.value],
			['theil_total', () => theil.total.value],
			...momentColumns(moment)
		],
		rows
	);

/** The components of what every regime asks of a municipality, one row each; of a merger those of every part. */
export const componentTable = (regimes: readonly OwnRegime[], moment: Moment) =>
	table(
		[
			['scheme', (row) => row.scheme.code],
			['nis', (row) => row.part.municipality.nis],
			['name', (row) => row.part.municipality.name],
			['component', (row) => row.line.code],
			['kind', (row) => row.line.kind],
			['objective_status', (row) => row.part.status],
			['origin', (row) => row.line.origin],
			...figureColumns<ComponentRow>('value', (row) => row.line.figure),
			['value_date', (row) => row.line.figure.date],
			['reason', (row) => row.line.figure.reason],
			['legal_reference', (row) => row.line.legalReference],
			['rule_publication', (row) => row.line.rule],
			['note', (row) => row.line.note],
			...momentColumns(moment)
		] satisfies Column<ComponentRow>[],
		regimes.flatMap(({ scheme, parts }) =>
			parts.flatMap((part) => part.lines.map((line) => ({ scheme, part, line })))
		)
	);

interface ComponentRow {
	scheme: OwnRegime['scheme'];
	part: OwnRegime['parts'][number];
	line: OwnRegime['parts'][number]['lines'][number];
}

/** How many numbers each publication brought, and for how many areas. */
type PublicationCounts = ReadonlyMap<number, { figures: number; areas: number }>;

/** Publications, one row each. */
export const publicationTable = (
	rows: readonly Publication[],
	counts: PublicationCounts,
	more: readonly Column<Publication>[] = []
) =>
	table<Publication>(
		[
			['id', (row) => row.id],
			['publisher', (row) => row.publisher],
			['title', (row) => row.title],
			['url', (row) => row.url],
			['licence', (row) => row.licence],
			['kind', (row) => row.kind],
			['reference_date', (row) => row.referenceDate],
			['published_on', (row) => row.publishedOn],
			['known_from', (row) => row.knownFrom],
			['supersedes', (row) => row.supersedes],
			['withdrawn_on', (row) => row.withdrawnOn],
			['withdrawn_why', (row) => row.withdrawnWhy],
			['file_name', (row) => row.fileName],
			['sha256', (row) => row.sha256],
			['figures', (row) => counts.get(row.id)?.figures ?? 0],
			['areas', (row) => counts.get(row.id)?.areas ?? 0],
			...more
		],
		rows
	);
