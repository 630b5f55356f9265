import { setImmediate as breath } from 'node:timers/promises';
import type { Day } from '#lib/domain/dates.ts';
import { INDICATORS, regimeName, type Indicator } from '#lib/domain/indicators.ts';
import type { Observation } from '#lib/domain/figure.ts';
import { realisedOf } from '#lib/domain/realised.ts';
import { STOCK_DEFINITIONS } from '#lib/domain/region.ts';
import { countOf, measuredRegimes } from '#lib/domain/regime.ts';
import { knownReplies } from '#lib/domain/reply.ts';
import { exported, type ExportTable } from '#lib/tables/column.ts';
import { OPEN_TABLES, type OpenTableName } from '#lib/tables/data-package.ts';
import type { Database } from '../../database/database.ts';
import { mentionsOf } from '../../queries/mentions.ts';
import { newestObjectives } from '../../queries/objectives.ts';
import { newestObservations } from '../../queries/observations.ts';
import { publicationCounts } from '../../queries/publications.ts';
import { allRegionObservations, regionObjectives } from '../../queries/regions.ts';
import { targetGroupParts } from '../../queries/target-groups.ts';
import {
	allMemberships,
	askedOn,
	isOut,
	publicationsBy,
	reference,
	type AskedReference,
	type Reference
} from '../../reference/reference.ts';
import type { Reader } from '../../database/schema.ts';
import { knownSchemes } from '../../standing/build-up.ts';
import { allContradictions } from '../../standing/contradictions.ts';
import { indexObservations } from '../../standing/lookup.ts';
import { allStandings } from '../../standing/municipalities.ts';
import { readMoment, type Moment } from '../../standing/moment.ts';
import { progressSeries } from '../../standing/objectives.ts';
import { regionStandings } from '../../standing/regions.ts';
import {
	publishedCounts,
	roundsBy,
	roundStandings,
	type Round,
	type TestStanding
} from '../../standing/tests.ts';

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
	const facts = askedOn(await reference(database, known), known);
	const moment = readMoment(new URLSearchParams(), 'api', facts, known);
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
	const { places, publications, repliesTo } = facts;
	const told = { ...moment, repliesTo };
	const rounds = roundsBy(facts, moment);
	const of = OPEN_TABLES;
	return {
		publications: async () =>
			exported(of.publications.columns, publicationsBy(facts, known), {
				counts: await publicationCounts(read)
			}),
		indicators: async () =>
			exported(of.indicators.columns, await seriesKnown(read, facts, known), undefined),
		places: () => exported(of.places.columns, [...places.byCode.values()], { places, known }),
		figures: () => figureTable(database, facts, known),
		municipalities: async () =>
			exported(of.municipalities.columns, (await allStandings(database, moment)).rows, told),
		regions: async () =>
			exported(of.regions.columns, await regionStandings(database, moment, () => true), moment),
		'region-members': () =>
			exported(of['region-members'].columns, allMemberships(facts), { places }),
		'region-figures': async () =>
			exported(of['region-figures'].columns, await allRegionObservations(read, known), undefined),
		goals: () => exported(of.goals.columns, goalsKnown(facts, known), undefined),
		schemes: async () =>
			exported(of.schemes.columns, await schemesNamed(read, facts, known), { publications }),
		objectives: async () =>
			exported(of.objectives.columns, await newestObjectives(read, 'all', known), undefined),
		'region-objectives': async () =>
			exported(
				of['region-objectives'].columns,
				await regionObjectives(read, 'all', known),
				undefined
			),
		mentions: async () =>
			exported(of.mentions.columns, await mentionsOf(read, 'all', known), undefined),
		'target-groups': async () =>
			exported(of['target-groups'].columns, await targetGroupParts(read, known), undefined),
		'test-rounds': () => exported(of['test-rounds'].columns, rounds, undefined),
		'test-counts': async () =>
			exported(of['test-counts'].columns, await publishedCounts(database, moment), undefined),
		'progress-tests': async () =>
			exported(of['progress-tests'].columns, await allTests(database, moment, rounds), told),
		contradictions: async () =>
			exported(of.contradictions.columns, await allContradictions(database, moment), facts),
		replies: () => exported(of.replies.columns, knownReplies(facts.replies, known), undefined)
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

/** The series of the catalogue, then those of regimes of which figures were known. */
async function seriesKnown(read: Reader, { schemes }: Reference, known: Day): Promise<Indicator[]> {
	const own = progressSeries(measuredRegimes(schemes)).filter((code) => regimeName(code) !== null);
	const found = await newestObservations(read, {
		codes: 'all',
		indicators: own,
		dates: 'all',
		known
	});
	const inUse = new Set(found.map(({ indicator }) => indicator));
	return [...(Object.keys(INDICATORS) as Indicator[]), ...own.filter((code) => inUse.has(code))];
}

/** So many series are read at once: a visitor who comes in between waits for these only. */
const TOGETHER = 6;

/** Every figure. */
async function figureTable(database: Database, facts: Reference, known: Day): Promise<ExportTable> {
	const { places } = facts;
	const read = (indicators: readonly Indicator[]) =>
		newestObservations(database.read, { codes: 'all', indicators, dates: 'all', known });
	const write = (rows: readonly Observation[]) =>
		exported(OPEN_TABLES.figures.columns, rows, { places });
	const stocks = await read(STOCK_DEFINITIONS);
	const { columns, rows: found } = write(stocks);
	const series = await seriesKnown(database.read, facts, known);
	const others = series.filter((one) => !STOCK_DEFINITIONS.includes(one));
	for (let at = 0; at < others.length; at += TOGETHER) {
		const some = await read(others.slice(at, at + TOGETHER));
		found.push(...write(fittingRows(facts, stocks, some)).rows);
		await breath();
	}
	return { columns, rows: found };
}

/** Figures without the estimates of what was realised that contradict a published stock: no page shows them. */
function fittingRows(
	{ places, schemes }: Reference,
	stocks: readonly Observation[],
	rows: readonly Observation[]
): readonly Observation[] {
	const regimes = new Map(
		measuredRegimes(schemes).map((one) => [countOf(one, 'realised'), one] as const)
	);
	const lookup = indexObservations([...rows, ...stocks]);
	return rows.filter(({ nis, date, value, status, indicator }) => {
		const regime = regimes.get(indicator);
		if (status !== 'estimated' || !regime) return true;
		return realisedOf(places, lookup, { nis, date, structureOn: date }, regime).value === value;
	});
}

/** Every municipality of every round; one round after the other, for each is a reading of its own. */
async function allTests(database: Database, moment: Moment, rounds: readonly Round[]) {
	const rows: TestStanding[] = [];
	for (const round of rounds) {
		rows.push(...(await roundStandings(database, moment, round)));
		await breath();
	}
	return rows;
}

/** The goals that were known on the day. */
function goalsKnown(facts: Reference, known: Day) {
	const all = [...facts.goals.values()].flat().filter((goal) => isOut(facts, goal, known));
	const groups = Map.groupBy(all, (one) => `${one.region} ${one.kind} ${one.publication}`);
	return [...groups.values()].flatMap((own) =>
		own.map((goal, at) => ({ ...goal, sequence: at + 1 }))
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
