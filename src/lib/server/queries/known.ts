import {
	sql,
	type Expression,
	type ExpressionBuilder,
	type Kysely,
	type RawBuilder,
	type SelectQueryBuilder,
	type SqlBool
} from 'kysely';
import type { Day } from '#lib/domain/dates.ts';
import type { Reader, Schema } from '../database/schema.ts';

/**
 * Whether a publication counts on the known-on day: it was known by then and not yet withdrawn.
 * For a query in which `publication` is joined as `p`.
 */
export const knownOn =
	(known: Day) =>
	(eb: ExpressionBuilder<Schema & { p: Schema['publication'] }, 'p'>): Expression<SqlBool> =>
		eb.and([
			eb('p.known_from', '<=', known),
			eb.or([eb('p.withdrawn_on', 'is', null), eb('p.withdrawn_on', '>', known)])
		]);

/** The day by which publications follow one another: that of their publisher, else the one from which they were known. */
export const PUBLISHED = sql<Day>`coalesce(p.published_on, p.known_from)`;

/**
 * Order in which publications win: anything before practice figures, then what was published last, then what was entered
 * last. An old publication that is entered late takes the place of nothing newer.
 */
export const NEWEST_FIRST = [
	sql`p.kind = 'practice'`,
	sql`${PUBLISHED} desc`,
	sql`p.id desc`
] as const;

/** The same order, at the end of that of a query in which `publication` is joined as `p`. */
export const newestFirst = <Tables, Joined extends keyof Tables, Row>(
	query: SelectQueryBuilder<Tables, Joined, Row>
): SelectQueryBuilder<Tables, Joined, Row> =>
	NEWEST_FIRST.reduce((ordered, by) => ordered.orderBy(by), query);

/** Runs a reading query written as SQL text; Kysely's reader type has no door for those. */
export async function readRows<Row>(db: Reader, query: RawBuilder<unknown>): Promise<Row[]> {
	const { rows } = await query.execute(db as unknown as Kysely<Schema>);
	return rows as Row[];
}

/**
 * Runs a query that gives thousands of rows, in its own order. They come as one text, for each value apart is what costs most: the
 * embedded engine hands over a text in a third of the time, and another thread gets it without a copy of each row.
 * @param query is made by a reader without what `db` puts before a query, which stands before the whole once
 * @returns the values of each row in the order of `columns`; a day as text
 */
export async function readTuples<Tuple extends readonly unknown[]>(
	db: Reader,
	query: (db: Reader) => Expression<unknown>,
	columns: readonly string[]
): Promise<Tuple[]> {
	const rows = query((db as unknown as Kysely<Schema>).withoutPlugins() as unknown as Reader);
	const values = sql.join(columns.map((one) => sql.ref(one)));
	const [found] = await readRows<{ tuples: string | null }>(
		db,
		sql`select json_agg(json_build_array(${values}))::text as tuples from (${rows}) as r`
	);
	return JSON.parse(found?.tuples ?? '[]') as Tuple[];
}
