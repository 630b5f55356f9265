import { sql } from 'kysely';
import type { RuleValue } from '../read/rule-cells.ts';
import {
	CATEGORIES,
	GOALS,
	MENTIONS,
	OBJECTIVES,
	REGION_OBJECTIVES,
	ROUNDS,
	RULE_TABLES,
	type RuleTable
} from '../read/rule-tables.ts';
import type { Reader } from '../../database/schema.ts';
import { readRows } from '../../queries/known.ts';
import { testRounds } from '../../queries/objectives.ts';
import { goals } from '../../queries/regions.ts';

/** How many rows of one sort of rule a publication brought. */
export interface RulesBrought {
	/** Dutch. */
	title: string;
	rows: number;
}

/** Titles of the rules that can be told one by one. */
export const TOLD: readonly string[] = [GOALS.title, ROUNDS.title];

/** The goals and the thresholds that a publication brought. */
export interface RulesToTell {
	goals: Awaited<ReturnType<typeof goals>>;
	rounds: Awaited<ReturnType<typeof testRounds>>;
}

export async function rulesToTell(db: Reader, publication: number): Promise<RulesToTell> {
	const isIts = (one: { publication: number }) => one.publication === publication;
	const [aims, rounds] = await Promise.all([goals(db), testRounds(db)]);
	return { goals: aims.filter(isIts), rounds: rounds.filter(isIts) };
}

/** Tables that count as figures too, and stand among them. */
const AMONG_FIGURES = [CATEGORIES, OBJECTIVES, REGION_OBJECTIVES, MENTIONS];

/** The rules that a publication brought, by sort; figures, objectives and categories stand apart. */
export async function rulesBroughtBy(db: Reader, publication: number): Promise<RulesBrought[]> {
	const tables = RULE_TABLES.filter((one) => !AMONG_FIGURES.includes(one));
	const counts = tables.map(
		({ table, title }) => sql`
			select ${title}::text as title, count(*)::int as rows
			from ${sql.table(table)} where publication_id = ${publication}`
	);
	const found = await readRows<RulesBrought>(db, sql`${sql.join(counts, sql` union all `)}`);
	return found.filter(({ rows }) => rows > 0);
}

/** Rows of one table of rules that a publication brings, by field. */
export interface RuleRowsBrought {
	table: RuleTable;
	rows: Readonly<Record<string, RuleValue>>[];
}

/** Rows of a table that are read at most. */
const MOST_ROWS = 100;

/** The rules themselves that a publication brings; of each table the first, those among figures too. */
export async function ruleRowsOf(db: Reader, publication: number): Promise<RuleRowsBrought[]> {
	const read = RULE_TABLES.map(async (one) => {
		const fields = sql.join(one.columns.map(({ field }) => sql.ref(field)));
		const rows = await readRows<Record<string, RuleValue>>(
			db,
			sql`select ${fields} from ${sql.table(one.table)} where publication_id = ${publication}
				order by ${sql.join(one.key.map((name) => sql.ref(name)))} limit ${MOST_ROWS}`
		);
		return { table: one, rows };
	});
	return (await Promise.all(read)).filter(({ rows }) => rows.length > 0);
}
