import type { Figure } from '#lib/domain/figure.ts';
import { shortAndSurplus } from '#lib/domain/share.ts';
import type { Publication } from '../queries/publications.ts';
import type { MunicipalityStanding } from '../standing/municipalities.ts';
import type { MemberStanding } from '../standing/goals.ts';
import type { RegionStanding } from '../standing/regions.ts';
import type { Moment } from '../standing/moment.ts';
import { definitionLetter } from './api.ts';
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

/** Value, status and publications of one figure as three columns; blank where there is no figure. */
const figureColumns = <Row>(name: string, pick: (row: Row) => Figure | null): Column<Row>[] => [
	[name, (row) => pick(row)?.value ?? null],
	[`${name}_status`, (row) => pick(row)?.status ?? null],
	[`${name}_publications`, (row) => pick(row)?.publications.join(' ') ?? null]
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
	['share', (row) => row.share.value],
	['share_status', (row) => row.share.status],
	...figureColumns<MunicipalityStanding>('target', (row) => row.objective.target),
	['objective_status', (row) => row.objective.status],
	...figureColumns<MunicipalityStanding>('baseline', (row) => row.objective.baseline),
	...figureColumns<MunicipalityStanding>('realised', (row) => row.objective.realised),
	...figureColumns<MunicipalityStanding>('in_execution', (row) => row.objective.inExecution),
	...figureColumns<MunicipalityStanding>('planned', (row) => row.objective.planned),
	['realised_share', (row) => row.objective.realisedShare.value]
];

const part = (gap: Figure, which: 'short' | 'surplus'): number | null =>
	gap.value === null ? null : shortAndSurplus(gap.value)[which];

/** Municipalities with their standing, one row each. */
export const municipalityTable = (rows: readonly MunicipalityStanding[], moment: Moment) =>
	table([...standingColumns, ...momentColumns(moment)], rows);

/** Members of a region with their standing and their own gap to its goal. */
export const memberTable = (rows: readonly MemberStanding[], moment: Moment) =>
	table<MemberStanding>(
		[
			...standingColumns,
			['gap', (row) => part(row.gap, 'short')],
			['surplus', (row) => part(row.gap, 'surplus')],
			...momentColumns(moment)
		],
		rows
	);

/**
 * Regions, one row each. `stock` is the surer of the sum of the members and the total that was published for the region
 * as a whole; the two stand beside it.
 */
export const regionTable = (rows: readonly RegionStanding[], moment: Moment) =>
	table<RegionStanding>(
		[
			['slug', (row) => row.region.slug],
			['name', (row) => row.region.name],
			['kind', (row) => row.region.kind],
			['members', (row) => row.members.length],
			['missing', (row) => row.stock.missing.join(' ')],
			...figureColumns<RegionStanding>('households', (row) => row.households),
			['households_date', (row) => row.households.date],
			...figureColumns<RegionStanding>('stock', (row) => row.stock),
			...figureColumns<RegionStanding>('sum_of_members', (row) => row.sum.stock),
			...figureColumns<RegionStanding>('published', (row) => row.published),
			['share', (row) => row.share.value],
			['share_status', (row) => row.share.status],
			...figureColumns<RegionStanding>('target', (row) => row.objective.target),
			...figureColumns<RegionStanding>('realised', (row) => row.objective.realised),
			['goal_kind', (row) => row.goal?.kind ?? null],
			['goal', (row) => row.goal?.value.value ?? null],
			['goal_denominator', (row) => row.goal?.denominator ?? null],
			['gap', (row) => (row.goal ? part(row.goal.gap, 'short') : null)],
			['surplus', (row) => (row.goal ? part(row.goal.gap, 'surplus') : null)],
			...momentColumns(moment)
		],
		rows
	);

/** Publications, one row each. */
export const publicationTable = (
	rows: readonly Publication[],
	counts: ReadonlyMap<number, { figures: number; areas: number }>
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
			['areas', (row) => counts.get(row.id)?.areas ?? 0]
		],
		rows
	);
