import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Day } from '#lib/domain/dates.ts';
import type { Observation } from '#lib/domain/figure.ts';
import { INDICATORS, type Indicator } from '#lib/domain/indicators.ts';
import { BASIS_POINTS } from '#lib/domain/share.ts';
import type { Database } from '../database.ts';
import { newestObjectives, type ObjectiveComponent } from '../queries/objectives.ts';
import { newestObservations } from '../queries/observations.ts';
import { publicationCounts } from '../queries/publications.ts';
import { memberships } from '../queries/regions.ts';
import { isOut, publicationsBy, reference, type Reference } from '../reference.ts';
import { allStandings } from '../standing/municipalities.ts';
import { API_NAMES, readMoment, type Moment } from '../standing/moment.ts';
import { regionStandings } from '../standing/regions.ts';
import {
	publishedCounts,
	roundsBy,
	roundStandings,
	type Round,
	type TestStanding
} from '../standing/tests.ts';
import { toCsv } from './csv.ts';
import { roundTable, testTable } from './progress-tests.ts';
import {
	municipalityTable,
	publicationTable,
	regionTable,
	table,
	type ExportTable
} from './tables.ts';

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
	const rounds = roundsBy(facts, moment);
	const { read } = database;
	return {
		municipalities: municipalityTable(standings.rows, moment),
		regions: regionTable(regions, moment),
		'region-members': membershipTable(await memberships(read), facts),
		goals: goalTable(facts, known),
		figures: figureTable(await allFigures(database, known)),
		objectives: objectiveTable(await newestObjectives(read, 'all', known)),
		'test-rounds': roundTable(rounds, await publishedCounts(database, moment)),
		'progress-tests': testTable(await allTests(database, moment, rounds), moment),
		publications: publicationTable(publicationsBy(facts, known), await publicationCounts(read))
	};
}

/** Every municipality of every round; one round after the other, for each is a reading of its own. */
async function allTests(database: Database, moment: Moment, rounds: readonly Round[]) {
	const rows: TestStanding[] = [];
	for (const round of rounds) rows.push(...(await roundStandings(database, moment, round)));
	return rows;
}

const allFigures = (database: Database, known: Day) =>
	newestObservations(database.read, {
		codes: 'all',
		indicators: Object.keys(INDICATORS) as Indicator[],
		dates: 'all',
		known
	});

const membershipTable = (rows: Awaited<ReturnType<typeof memberships>>, { places }: Reference) =>
	table<(typeof rows)[number]>(
		[
			['region', (row) => row.region],
			['nis', (row) => row.nis],
			['name', (row) => places.byCode.get(row.nis)?.name ?? null],
			['from', (row) => row.from],
			['to', (row) => row.to]
		],
		rows
	);

/** The goals that were known on the day. */
function goalTable(facts: Reference, known: Day): ExportTable {
	const rows = [...facts.goals.values()].flat().filter((goal) => isOut(facts, goal, known));
	return table<(typeof rows)[number]>(
		[
			['region', (goal) => goal.region],
			['kind', (goal) => goal.kind],
			['numerator', (goal) => goal.numerator],
			['denominator', (goal) => goal.denominator],
			['share', (goal) => (goal.basisPoints === null ? null : goal.basisPoints / BASIS_POINTS)],
			['base_date', (goal) => goal.baseDate],
			['deadline', (goal) => goal.deadline],
			['adopted_on', (goal) => goal.adoptedOn],
			['certainty', (goal) => goal.certainty],
			['publication', (goal) => goal.publication]
		],
		rows
	);
}

const figureTable = (rows: readonly Observation[]) =>
	table<Observation>(
		[
			['nis', (row) => row.nis],
			['reference_date', (row) => row.date],
			['indicator', (row) => row.indicator],
			['value', (row) => row.value],
			['status', (row) => row.status],
			['unit', (row) => INDICATORS[row.indicator].unit],
			['definition', (row) => INDICATORS[row.indicator].definition],
			['structure_on', (row) => row.structureOn],
			['publication', (row) => row.publication],
			['note', (row) => row.note]
		],
		rows
	);

const objectiveTable = (rows: readonly ObjectiveComponent[]) =>
	table<ObjectiveComponent>(
		[
			['scheme', (row) => row.scheme],
			['nis', (row) => row.nis],
			['component', (row) => row.component],
			['value', (row) => row.value],
			['status', (row) => row.status],
			['attested_on', (row) => row.attestedOn],
			['publication', (row) => row.publication],
			['estimated', (row) => row.practice]
		],
		rows
	);
