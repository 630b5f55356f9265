import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Day } from '#lib/domain/dates.ts';
import { INDICATORS, type Indicator } from '#lib/domain/indicators.ts';
import type { Database } from '../database.ts';
import { newestObjectives } from '../queries/objectives.ts';
import { newestObservations } from '../queries/observations.ts';
import { publicationCounts, publications } from '../queries/publications.ts';
import { memberships } from '../queries/regions.ts';
import { reference, type Reference } from '../reference.ts';
import { allStandings } from '../standing/municipalities.ts';
import { API_NAMES, readMoment } from '../standing/moment.ts';
import { regionStandings } from '../standing/regions.ts';
import { toCsv } from './csv.ts';
import { municipalityTable, publicationTable, regionTable, type ExportTable } from './tables.ts';

/**
 * Writes the open data as known on a day: one CSV file a subject. Municipalities and regions stand at the latest
 * reference date with a stock; figures, objectives and memberships are there for all dates.
 * @returns the names of the files
 */
export async function writeDataFolder(
	database: Database,
	folder: string,
	known: Day,
	report: (files: number) => void
): Promise<string[]> {
	const tables = await dataTables(database, known);
	await mkdir(folder, { recursive: true });
	const names: string[] = [];
	for (const [name, { columns, rows }] of Object.entries(tables)) {
		const file = `${name}.csv`;
		await writeFile(join(folder, file), toCsv(columns, rows));
		report(names.push(file));
	}
	return names;
}

async function dataTables(database: Database, known: Day): Promise<Record<string, ExportTable>> {
	const facts = await reference(database);
	const moment = readMoment(new URLSearchParams(), API_NAMES, facts, known);
	const standings = await allStandings(database, moment);
	const regions = await regionStandings(database, moment, () => true);
	const { read } = database;
	return {
		municipalities: municipalityTable(standings.rows, moment),
		regions: regionTable(regions, moment),
		'region-members': memberTable(await memberships(read), facts),
		goals: goalTable(facts),
		figures: figureTable(await allFigures(database, known)),
		objectives: objectiveTable(await newestObjectives(read, 'all', known)),
		publications: publicationTable(await publications(read), await publicationCounts(read))
	};
}

const allFigures = (database: Database, known: Day) =>
	newestObservations(database.read, {
		codes: 'all',
		indicators: Object.keys(INDICATORS) as Indicator[],
		dates: 'all',
		known
	});

const memberTable = (
	rows: Awaited<ReturnType<typeof memberships>>,
	{ places }: Reference
): ExportTable => ({
	columns: ['region', 'nis', 'name', 'from', 'to'],
	rows: rows.map(({ region, nis, from, to }) => [
		region,
		nis,
		places.byCode.get(nis)?.name ?? null,
		from,
		to
	])
});

const goalTable = ({ goals }: Reference): ExportTable => ({
	columns: [
		'region',
		'kind',
		'numerator',
		'denominator',
		'share',
		'base_date',
		'deadline',
		'adopted_on',
		'certainty',
		'publication'
	],
	rows: [...goals.values()]
		.flat()
		.map((goal) => [
			goal.region,
			goal.kind,
			goal.numerator,
			goal.denominator,
			goal.basisPoints === null ? null : goal.basisPoints / 10_000,
			goal.baseDate,
			goal.deadline,
			goal.adoptedOn,
			goal.certainty,
			goal.publication
		])
});

const figureTable = (rows: Awaited<ReturnType<typeof newestObservations>>): ExportTable => ({
	columns: [
		'nis_code',
		'reference_date',
		'indicator',
		'value',
		'status',
		'unit',
		'definition',
		'structure_on',
		'publication',
		'note'
	],
	rows: rows.map((row) => [
		row.nis,
		row.date,
		row.indicator,
		row.value,
		row.status,
		INDICATORS[row.indicator].unit,
		INDICATORS[row.indicator].definition,
		row.structureOn,
		row.publication,
		row.note
	])
});

const objectiveTable = (rows: Awaited<ReturnType<typeof newestObjectives>>): ExportTable => ({
	columns: [
		'scheme',
		'nis',
		'component',
		'value',
		'status',
		'attested_on',
		'publication',
		'estimated'
	],
	rows: rows.map((row) => [
		row.scheme,
		row.nis,
		row.component,
		row.value,
		row.status,
		row.attestedOn,
		row.publication,
		String(row.practice)
	])
});
