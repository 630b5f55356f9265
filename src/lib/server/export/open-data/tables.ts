import { setImmediate as breath } from 'node:timers/promises';
import { addDays, type Day } from '#lib/domain/dates.ts';
import type { Observation } from '#lib/domain/figure.ts';
import { INDICATORS, type Indicator } from '#lib/domain/indicators.ts';
import type { Municipality } from '#lib/domain/places.ts';
import { knownReplies } from '#lib/domain/reply.ts';
import { BASIS_POINTS } from '#lib/domain/share.ts';
import type { OpenTableName } from '#lib/text/open-data.ts';
import { DEFINITION_WORDS, indicatorName } from '#lib/text/words.ts';
import type { Database } from '../../database.ts';
import { newestObjectives, type ObjectiveComponent } from '../../queries/objectives.ts';
import { newestObservations } from '../../queries/observations.ts';
import { publicationCounts, type Publication } from '../../queries/publications.ts';
import {
	allRegionObservations,
	memberships,
	regionObjectives,
	type RegionObservation
} from '../../queries/regions.ts';
import {
	askedOn,
	isOut,
	publicationsBy,
	reference,
	type AskedReference,
	type Reference
} from '../../reference.ts';
import type { Reader } from '../../schema.ts';
import { knownSchemes } from '../../standing/build-up.ts';
import { allStandings } from '../../standing/municipalities.ts';
import { API_NAMES, readMoment, type Moment } from '../../standing/moment.ts';
import { regionStandings } from '../../standing/regions.ts';
import {
	publishedCounts,
	roundsBy,
	roundStandings,
	type PublishedCounts,
	type Round,
	type TestStanding
} from '../../standing/tests.ts';
import { testTable } from '../progress-tests.ts';
import { replyTable } from '../replies.ts';
import {
	municipalityTable,
	publicationTable,
	regionTable,
	table,
	type Column,
	type ExportTable
} from '../tables.ts';
import { OPEN_TABLES } from './schema.ts';

/** Makes one table, when it is its turn. */
type Maker = () => Promise<ExportTable> | ExportTable;

/**
 * The tables of the open data as known on a day, one after the other, each in the order of its key: a database sorts text by
 * its own language. Municipalities and regions stand at the latest reference date with a stock; all else is there for
 * every date.
 * @param database as it stood on that day
 */
export async function* openTables(
	database: Database,
	known: Day
): AsyncGenerator<[name: OpenTableName, table: ExportTable]> {
	const facts = askedOn(await reference(database), known);
	const moment = readMoment(new URLSearchParams(), API_NAMES, facts, known);
	const makers = tableMakers(database, facts, moment);
	for (const name of Object.keys(OPEN_TABLES) as OpenTableName[]) {
		await breath();
		yield [name, inOrder(await makers[name](), OPEN_TABLES[name].key)];
	}
}

function tableMakers(
	database: Database,
	facts: AskedReference,
	moment: Moment
): Record<OpenTableName, Maker> {
	const { read } = database;
	const { known } = moment;
	const rounds = roundsBy(facts, moment);
	return {
		publications: async () =>
			publicationTable(publicationsBy(facts, known), await publicationCounts(read), MORE),
		indicators: indicatorTable,
		places: () => placeTable(facts, known),
		figures: () => figureTable(database, facts, known),
		municipalities: async () =>
			municipalityTable((await allStandings(database, moment)).rows, moment, facts.repliesTo),
		regions: async () => regionTable(await regionStandings(database, moment, () => true), moment),
		'region-members': async () => membershipTable(await memberships(read), facts),
		'region-figures': async () => regionFigureTable(await allRegionObservations(read, known)),
		goals: () => goalTable(facts, known),
		schemes: async () => schemeTable(facts, await schemesNamed(read, facts, known)),
		objectives: async () => objectiveTable(await newestObjectives(read, 'all', known)),
		'region-objectives': async () =>
			regionObjectiveTable(await regionObjectives(read, 'all', known)),
		'test-rounds': () => roundTable(rounds),
		'test-counts': async () => countTable(await publishedCounts(database, moment)),
		'progress-tests': async () =>
			testTable(await allTests(database, moment, rounds), moment, facts.repliesTo),
		replies: () => replyTable(knownReplies(facts.replies, known))
	};
}

function inOrder({ columns, rows }: ExportTable, key: readonly string[]): ExportTable {
	const places = key.map((name) => columns.indexOf(name));
	const compare = (a: ExportTable['rows'][number], b: typeof a): number => {
		for (const at of places) {
			const [left, right] = [a[at] ?? '', b[at] ?? ''];
			if (left < right) return -1;
			if (left > right) return 1;
		}
		return 0;
	};
	return { columns, rows: rows.toSorted(compare) };
}

/** What the list of publications of the API does not tell. */
const MORE: readonly Column<Publication>[] = [
	['structure_on', (row) => row.structureOn],
	['reason', (row) => row.reason],
	['note', (row) => row.note]
];

const indicatorTable = (): ExportTable =>
	table<Indicator>(
		[
			['code', (code) => code],
			['name', indicatorName],
			['unit', (code) => INDICATORS[code].unit],
			['definition', (code) => INDICATORS[code].definition],
			['definition_means', (code) => meaningOf(INDICATORS[code].definition)],
			['additive', (code) => INDICATORS[code].additive]
		],
		Object.keys(INDICATORS) as Indicator[]
	);

const meaningOf = (letter: keyof typeof DEFINITION_WORDS | null): string | null =>
	letter && DEFINITION_WORDS[letter];

/** The last day of each structure that has a usual name of its own; what comes after is `gemeente`. */
const STRUCTURES = { gemeente2018: '2018-12-31', gemeente2024: '2024-12-31' } as const;

/** The municipalities of every structure, each with the code of its ground in the structures with a usual name. */
function placeTable({ places }: Reference, known: Day): ExportTable {
	const codeOn = (day: Day) => (one: Municipality) =>
		one.validFrom <= day ? places.successorOn(one.nis, day) : null;
	return table<Municipality>(
		[
			['nis', (one) => one.nis],
			['name', (one) => one.name],
			['province', (one) => one.province],
			['arrondissement', (one) => one.arrondissement],
			['valid_from', (one) => one.validFrom],
			['valid_to', (one) => one.validTo],
			['successor', (one) => places.wentInto(one.nis)?.successor ?? null],
			['gemeente2018', codeOn(STRUCTURES.gemeente2018)],
			['gemeente2024', codeOn(STRUCTURES.gemeente2024)],
			['gemeente', codeOn(known)],
			['longitude', (one) => one.longitude],
			['latitude', (one) => one.latitude],
			['area_km2', (one) => one.areaKm2]
		],
		[...places.byCode.values()]
	);
}

/** The usual name of the structure in which a code is that of a municipality on a day; the day after its end is its own too. */
function structureOf(one: Municipality | undefined, day: Day): string {
	const last = one?.validTo && day === addDays(one.validTo, 1) ? one.validTo : day;
	const found = Object.entries(STRUCTURES).find(([, end]) => last <= end);
	return found?.[0] ?? 'gemeente';
}

/** Every figure, read by indicator: a visitor who comes in between waits for one of them only. */
async function figureTable(
	database: Database,
	{ places }: Reference,
	known: Day
): Promise<ExportTable> {
	const columns: readonly Column<Observation>[] = [
		['nis', (row) => row.nis],
		['reference_date', (row) => row.date],
		...valueColumns,
		['structure', (row) => structureOf(places.byCode.get(row.nis), row.structureOn ?? row.date)],
		['structure_on', (row) => row.structureOn],
		['publication', (row) => row.publication],
		['note', (row) => row.note]
	];
	const found: ExportTable[] = [];
	for (const indicator of Object.keys(INDICATORS) as Indicator[]) {
		const selection = { codes: 'all', indicators: [indicator], dates: 'all', known } as const;
		found.push(table(columns, await newestObservations(database.read, selection)));
		await breath();
	}
	return { columns: columns.map(([name]) => name), rows: found.flatMap(({ rows }) => rows) };
}

/** What a published number says, of a municipality or of a region. */
const valueColumns: readonly Column<Pick<Observation, 'indicator' | 'value' | 'status'>>[] = [
	['indicator', (row) => row.indicator],
	['value', (row) => row.value],
	['status', (row) => row.status],
	['unit', (row) => INDICATORS[row.indicator].unit],
	['definition', (row) => INDICATORS[row.indicator].definition]
];

const regionFigureTable = (rows: readonly RegionObservation[]) =>
	table<RegionObservation>(
		[
			['region', (row) => row.region],
			['reference_date', (row) => row.date],
			...valueColumns,
			['publication', (row) => row.publication],
			['note', (row) => row.note]
		],
		rows
	);

/** Every municipality of every round; one round after the other, for each is a reading of its own. */
async function allTests(database: Database, moment: Moment, rounds: readonly Round[]) {
	const rows: TestStanding[] = [];
	for (const round of rounds) {
		rows.push(...(await roundStandings(database, moment, round)));
		await breath();
	}
	return rows;
}

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

/** Hundredths of a per cent as a fraction. */
const fraction = (basisPoints: number | null): number | null =>
	basisPoints === null ? null : basisPoints / BASIS_POINTS;

/** The goals that were known on the day. */
function goalTable(facts: Reference, known: Day): ExportTable {
	const rows = [...facts.goals.values()].flat().filter((goal) => isOut(facts, goal, known));
	return table<(typeof rows)[number]>(
		[
			['region', (goal) => goal.region],
			['kind', (goal) => goal.kind],
			['numerator', (goal) => goal.numerator],
			['denominator', (goal) => goal.denominator],
			['share', (goal) => fraction(goal.basisPoints)],
			['base_date', (goal) => goal.baseDate],
			['deadline', (goal) => goal.deadline],
			['adopted_on', (goal) => goal.adoptedOn],
			['certainty', (goal) => goal.certainty],
			['publication', (goal) => goal.publication]
		],
		rows
	);
}

/** The regimes that were known on the day, and those that a figure of the day names before the rule itself was out. */
async function schemesNamed(read: Reader, facts: Reference, known: Day) {
	const named = new Set([
		...knownSchemes(facts, known).map(({ code }) => code),
		...(await newestObjectives(read, 'all', known)).map(({ scheme }) => scheme),
		...(await regionObjectives(read, 'all', known)).map(({ scheme }) => scheme)
	]);
	return facts.schemes.filter(({ code }) => named.has(code));
}

const schemeTable = (facts: Reference, rows: Reference['schemes']) =>
	table<Reference['schemes'][number]>(
		[
			['code', (one) => one.code],
			['name', (one) => one.name],
			['tenure', (one) => one.tenure],
			['status', (one) => one.status],
			['starts_on', (one) => one.startsOn],
			['deadline', (one) => one.deadline],
			['baseline_on', (one) => one.baselineOn],
			['households_on', (one) => one.householdsOn],
			['cap', (one) => fraction(one.capBasisPoints)],
			['catch_up', (one) => fraction(one.catchUpBasisPoints)],
			['legal_reference', (one) => one.legalReference],
			['note', (one) => one.note],
			['publication', (one) => facts.publications.get(one.publication)?.id ?? null]
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

const regionObjectiveTable = (rows: Awaited<ReturnType<typeof regionObjectives>>) =>
	table<(typeof rows)[number]>(
		[
			['scheme', (row) => row.scheme],
			['region', (row) => row.region],
			['component', (row) => row.component],
			['value', (row) => row.value],
			['value_up_to', (row) => row.valueUpTo],
			['note', (row) => row.note],
			['publication', (row) => row.publication]
		],
		rows
	);

const roundTable = (rounds: readonly Round[]) =>
	table<Round>(
		[
			['year', (round) => round.year],
			['measured_on', (round) => round.measuredOn],
			['threshold_realised', ({ thresholds }) => fraction(thresholds?.realised ?? null)],
			['threshold_with_planned', ({ thresholds }) => fraction(thresholds?.withPlanned ?? null)],
			['legal_reference', (round) => round.legalReference],
			['note', (round) => round.note],
			['publication', (round) => round.publication]
		],
		rounds
	);

const countTable = (rows: readonly PublishedCounts[]) =>
	table<PublishedCounts>(
		[
			['year', (row) => row.year],
			['category_1', ({ counts }) => counts['1'] ?? null],
			['category_2', ({ counts }) => counts['2'] ?? null],
			['category_2a', ({ counts }) => counts['2a'] ?? null],
			['category_2b', ({ counts }) => counts['2b'] ?? null],
			['tested', (row) => row.tested],
			['provisional', (row) => row.provisional],
			['superseded', (row) => row.superseded],
			['publication', (row) => row.publication],
			['notes', (row) => row.notes.join(' ') || null]
		],
		rows
	);
