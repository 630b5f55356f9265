import { sql } from 'kysely';
import type { Database } from '#lib/server/database.ts';
import { sealRenewal } from '#lib/server/life/chain.ts';
import type { Reader, Schema, WriteTransaction } from '#lib/server/schema.ts';
import { PRACTICE_PUBLICATION_ID, readRules, type Rules } from './facts.ts';
import { insertRows } from './insert.ts';

type Row = Record<string, unknown>;

/**
 * The tables that hold rules, in an order in which every row finds what it refers to. Those with a key are referred to by
 * figures: their rows are changed or added, never taken away. In the others the rows of the start data set are written
 * anew.
 */
const TABLES = [
	{ table: 'indicator', list: 'indicators', key: ['code'] },
	{ table: 'objective_scheme', list: 'schemes', key: ['code'] },
	{ table: 'test_round', list: 'testRounds', key: ['year'] },
	{ table: 'scheme_rule', list: 'schemeRules', key: null },
	{ table: 'scheme_date', list: 'schemeDates', key: null },
	{ table: 'law_statement', list: 'lawStatements', key: null },
	{ table: 'region_objective', list: 'regionObjectives', key: null },
	{ table: 'test_count', list: 'testCounts', key: null },
	{ table: 'regional_goal', list: 'goals', key: null }
] as const satisfies {
	table: keyof Schema;
	list: Exclude<keyof Rules, 'publications'>;
	key: readonly string[] | null;
}[];

/**
 * Brings the rules in a filled database to those of this program: a database that was made by an earlier one lacks the
 * rows of rules that came later, or holds an older wording. Touches no figure, no place and no imported or withdrawn
 * publication; does nothing, and reads a few hundred rows, when all is as it should be.
 * @returns the tables that were renewed
 */
export async function renewRules(database: Database): Promise<string[]> {
	const rules = await rulesFor(database.read);
	if ((await staleTables(database.read, rules)).length === 0) return [];
	return database.change(async (transaction) => {
		const stale = await staleTables(transaction, rules); // another process may have renewed them
		await addPublications(transaction, rules, stale);
		for (const one of stale) await renew(transaction, one, rules[one.list]);
		await sealRenewal(transaction, publicationsOf(rules, stale));
		return stale.map((one) => one.table);
	});
}

type RuleTable = (typeof TABLES)[number];

/** The rules of this program, as far as the database knows the regions that they speak of. */
async function rulesFor(db: Reader): Promise<Rules> {
	const rules = await readRules();
	const slugs = new Set(
		(await db.selectFrom('region').select('slug').execute()).map((one) => one.slug)
	);
	const isKnown = ({ region }: { region: string }) => slugs.has(region);
	return {
		...rules,
		regionObjectives: rules.regionObjectives.filter(isKnown),
		goals: rules.goals.filter(isKnown)
	};
}

async function staleTables(
	db: Pick<Reader, 'selectFrom'>,
	rules: Rules
): Promise<readonly RuleTable[]> {
	const withFacts = await holdsPublishedFacts(db);
	const stale: RuleTable[] = [];
	for (const one of TABLES) {
		if (one.table === 'test_count' && !withFacts) continue;
		if (await isStale(db, one, rules[one.list])) stale.push(one);
	}
	return stale;
}

/** Whether the published facts were loaded, and not the reference facts alone. */
const holdsPublishedFacts = async (db: Pick<Reader, 'selectFrom'>): Promise<boolean> =>
	(await db
		.selectFrom('test_result')
		.select('year')
		.where('publication_id', '<', PRACTICE_PUBLICATION_ID)
		.limit(1)
		.executeTakeFirst()) !== undefined;

async function isStale(
	db: Pick<Reader, 'selectFrom'>,
	{ table, key }: RuleTable,
	wanted: readonly object[]
): Promise<boolean> {
	const columns = Object.keys(wanted[0] ?? {});
	const rows: readonly Row[] = await db.selectFrom(table).selectAll().execute();
	const found = new Set(asText(key === null ? rows.filter(isOurs) : rows, columns));
	const lacks = asText(wanted, columns).some((row) => !found.has(row));
	return lacks || (key === null && found.size !== wanted.length);
}

/** Whether a row came with the start data set. */
const isOurs = ({ publication_id: id }: Row): boolean => Number(id) < PRACTICE_PUBLICATION_ID;

/** Rows as comparable text. */
const asText = (rows: readonly object[], columns: readonly string[]): string[] =>
	rows.map((row) => JSON.stringify(columns.map((name) => (row as Row)[name] ?? null)));

/** The publications behind the rows of some tables. */
const publicationsOf = (rules: Rules, tables: readonly RuleTable[]): Set<number> =>
	new Set(
		tables
			.flatMap((one): readonly Row[] => rules[one.list])
			.flatMap(({ publication_id: id }) => (typeof id === 'number' ? [id] : []))
	);

/** The publications behind the rows to come, as far as they are not there. */
async function addPublications(
	transaction: WriteTransaction,
	rules: Rules,
	stale: readonly RuleTable[]
): Promise<void> {
	const ids = publicationsOf(rules, stale);
	const all = new Map(rules.publications.map((one) => [one.id, one]));
	const supersede = (id: number): void => {
		const older = all.get(id)?.supersedes;
		if (older == null || ids.has(older)) return;
		ids.add(older);
		supersede(older);
	};
	[...ids].forEach(supersede);
	const needed = rules.publications.filter(({ id }) => ids.has(id));
	await insertRows(transaction, 'publication', needed, sql`on conflict (id) do nothing`);
}

async function renew(
	transaction: WriteTransaction,
	{ table, key }: RuleTable,
	rows: readonly object[]
): Promise<void> {
	if (key === null) {
		await transaction
			.deleteFrom(table)
			.where('publication_id', '<', PRACTICE_PUBLICATION_ID)
			.execute();
		await insertRows(transaction, table, rows as never);
		return;
	}
	const others = Object.keys(rows[0] ?? {}).filter((name) => !key.some((one) => one === name));
	const changes = others.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`);
	const keys = sql.join(key.map((name) => sql.ref(name)));
	const update = sql`on conflict (${keys}) do update set ${sql.join(changes)}`;
	await insertRows(transaction, table, rows as never, update);
}
