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
