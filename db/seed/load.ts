import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Database, UnderWayError } from '#lib/server/database/database.ts';
import { sealReleases } from '#lib/server/desk/release/chain.ts';
import type { Reader, WriteTransaction } from '#lib/server/database/schema.ts';
import type { Facts } from './fact-rows.ts';
import { PRACTICE_PUBLICATION_ID, readFacts } from './facts.ts';
import { insertRows } from './insert.ts';
import { practiceFigures } from './practice/index.ts';
import { referenceOnly } from './reference.ts';
import { newerRules } from './newer-rules.ts';

/** How much was loaded: publications, and numbers of municipalities and regions. */
export interface Loaded {
	publications: number;
	observations: number;
}

/** Whether no data were loaded yet. */
export async function isEmpty(reader: Pick<Reader, 'selectFrom'>): Promise<boolean> {
	const first = await reader.selectFrom('publication').select('id').limit(1).executeTakeFirst();
	return first === undefined;
}

/**
 * Fills an empty database with the reference facts, the published facts and, if asked, the practice figures, in one
 * transaction.
 * @throws Error when the database already holds data.
 */
export async function seed(database: Database, options: { practice: boolean }): Promise<Loaded> {
	const facts = await readFacts();
	const rows = options.practice ? withPractice(facts) : facts;
	return database.change(async (transaction) => {
		if (!(await isEmpty(transaction))) throw new FilledError();
		return fill(transaction, rows);
	});
}

/** How long (ms) is waited for data that another server is filling in, or that a standby did not receive yet. */
const FILLING = { longest: 300_000, step: 200 };

/** The database holds data, perhaps since a moment: another server was quicker. */
class FilledError extends Error {
	constructor() {
		super('The database already holds data.');
	}
}

/**
 * Makes a database ready for use: fills an empty one with all layers of the start data set. A filled one stays as it is.
 * @param say is told what is done
 * @param mustExist an empty database is not filled
 * @throws Error when it is empty and must not be
 */
export async function makeReady(
	database: Database,
	say: (line: string) => void,
	mustExist = false
): Promise<void> {
	if (!(await isEmpty(database.read))) return;
	if (mustExist) {
		throw new Error(
			'The database is empty, and DATA_MUST_EXIST says that it holds data. Nothing was written. ' +
				'Look whether DATABASE_URL or DATA_DIR leads to the right one, or restore a backup.'
		);
	}
	say('Filling the empty database with the start data set …');
	const end = Date.now() + FILLING.longest;
	await seedOrWait(database);
	while (await isEmpty(database.read)) {
		if (Date.now() > end) throw new Error(notReceived);
		await wait(FILLING.step);
	}
}

const notReceived =
	'The database is being filled, and what pages read of it stayed empty for 5 minutes. ' +
	'Look whether the standby of DATABASE_READ_URL follows its primary (pg_stat_replication), and whether another server is stuck.';

/** Fills a database, unless another server did; one that is at it is waited for. */
async function seedOrWait(database: Database): Promise<void> {
	try {
		await seed(database, { practice: true });
	} catch (error) {
		const isUnderWay = error instanceof UnderWayError;
		if (!isUnderWay && !(error instanceof FilledError)) throw error;
		if (isUnderWay && (await isEmpty(database.read))) await seedOrWait(database);
	}
}

/** Says that rules came with this program that the database has not got: they are offered, never written. */
export async function offerRules(database: Database, say: (line: string) => void): Promise<void> {
	const { length } = await newerRules(database.read);
	if (length === 0) return;
	say(
		`This program has newer start rules from ${length === 1 ? '1 source' : `${length} sources`}. Nothing was changed: \`npm run data -- rules FOLDER\` writes them as files to check, import and release.`
	);
}

/**
 * Empties every table and fills it again in one transaction: with all layers (`practice`), or with the reference facts
 * alone (`empty`). Imported publications are lost.
 */
export async function reset(database: Database, to: 'practice' | 'empty'): Promise<Loaded> {
	const facts = await readFacts();
	const rows = to === 'practice' ? withPractice(facts) : referenceOnly(facts);
	return database.change(async (transaction) => {
		await sql`truncate ${tables()} restart identity`.execute(transaction);
		return fill(transaction, rows);
	});
}

function withPractice(facts: Facts): Facts {
	const practice = practiceFigures(facts);
	return {
		...facts,
		publications: [...facts.publications, { ...practice.publication, id: PRACTICE_PUBLICATION_ID }],
		observations: [...facts.observations, ...practice.observations],
		objectives: [...facts.objectives, ...practice.objectives]
	};
}

/** The tables in an order in which every row finds what it refers to. */
const ORDER = [
	['publication', 'publications'],
	['municipality', 'municipalities'],
	['succession', 'successions'],
	['neighbour', 'neighbours'],
	['region', 'regions'],
	['region_membership', 'memberships'],
	['indicator', 'indicators'],
	['observation', 'observations'],
	['region_observation', 'regionObservations'],
	['objective_scheme', 'schemes'],
	['scheme_rule', 'schemeRules'],
	['scheme_date', 'schemeDates'],
	['law_statement', 'lawStatements'],
	['objective', 'objectives'],
	['region_objective', 'regionObjectives'],
	['mention', 'mentions'],
	['test_round', 'testRounds'],
	['test_result', 'testResults'],
	['test_count', 'testCounts'],
	['regional_goal', 'goals'],
	['target_group_part', 'targetGroups'],
	['cooperation', 'cooperation'],
	['release_calendar', 'calendar']
] as const satisfies [string, keyof Facts][];

/** Tables that the start data set leaves empty. */
const ONLY_IMPORTED = [
	'earlier_municipality',
	'boundary_set',
	'boundary',
	'accepted_finding',
	'chain_entry',
	'version_package',
	'reply',
	'handling',
	'intake',
	'intake_part'
] as const;

const tables = () =>
	sql.join([...ORDER.map(([table]) => table), ...ONLY_IMPORTED].map((table) => sql.table(table)));

async function fill(transaction: WriteTransaction, facts: Facts): Promise<Loaded> {
	for (const [table, list] of ORDER) await insertRows(transaction, table, facts[list] as never);
	const last = PRACTICE_PUBLICATION_ID;
	await sql`select setval(pg_get_serial_sequence('publication', 'id'), ${last})`.execute(
		transaction
	);
	await sealReleases(transaction, null);
	await sql`analyze ${tables()}`.execute(transaction); // the embedded database never does so by itself
	return {
		publications: facts.publications.length,
		observations: facts.observations.length + facts.regionObservations.length
	};
}
