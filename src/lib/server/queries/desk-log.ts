import { sql } from 'kysely';
import type { DeskLogTable, Reader } from '../database/schema.ts';

/** What is asked of the log; null: all. */
export interface LogAsked {
	account: number | null;
	action: string | null;
	/** Days in UTC, both included. */
	from: string | null;
	to: string | null;
	publication: number | null;
}

/** A row of the log, with the name of whoever it was, and the title and file of what it was done to. */
export interface LogRow extends Omit<DeskLogTable, 'number'> {
	number: number;
	name: string | null;
	title: string | null;
	/** Why the publication changes earlier figures. */
	reason: string | null;
	/** What was released, as much of its review as was kept; null for any other deed. */
	change: unknown;
}

/** Of what was looked at before a release: what the publication itself changes. */
const CHANGE = sql`
	case when l.action = 'release' then (
		select jsonb_build_object(
			'difference', looked -> 'difference',
			'effects', jsonb_build_object(
				'goals', coalesce(looked #> '{effects,goals}', '[]'),
				'rounds', coalesce(looked #> '{effects,rounds}', '[]')
			)
		)
		from (
			select i.result::jsonb #> '{looked,reviewed}' as looked from intake as i
			where i.publication_id = l.publication_id limit 1
		) as kept
		where jsonb_typeof(looked) = 'object'
	) end`;

/** The log, the latest first. @param most rows */
export async function deskLog(db: Reader, asked: LogAsked, most: number): Promise<LogRow[]> {
	let query = db
		.selectFrom('desk_log as l')
		.leftJoin('account as a', 'a.id', 'l.account_id')
		.leftJoin('publication as p', 'p.id', 'l.publication_id')
		.selectAll('l')
		.select((eb) => [
			'a.name',
			'p.title',
			'p.reason',
			CHANGE.as('change'),
			eb.fn.coalesce('l.file_name', 'p.file_name').as('file_name')
		])
		.orderBy('l.number', 'desc')
		.limit(most);
	if (asked.account !== null) query = query.where('l.account_id', '=', asked.account);
	if (asked.action !== null) query = query.where('l.action', '=', asked.action);
	if (asked.from !== null) query = query.where('l.happened_at', '>=', `${asked.from}T00:00:00Z`);
	if (asked.to !== null) query = query.where('l.happened_at', '<=', `${asked.to}T23:59:59.999Z`);
	if (asked.publication !== null) query = query.where('l.publication_id', '=', asked.publication);
	return query.execute();
}

/** The publications of which the log tells, the latest first. */
export const loggedPublications = (db: Reader): Promise<{ id: number; title: string }[]> =>
	db
		.selectFrom('publication as p')
		.select(['p.id', 'p.title'])
		.where((eb) =>
			eb.exists(
				eb.selectFrom('desk_log as l').select('l.number').whereRef('l.publication_id', '=', 'p.id')
			)
		)
		.orderBy('p.id', 'desc')
		.execute();

/** Everybody who ever signed in, by name, with their open sessions. */
export const accounts = (db: Reader) =>
	db
		.selectFrom('account as a')
		.leftJoin('session as s', 's.account_id', 'a.id')
		.select([
			'a.id',
			'a.issuer',
			'a.name',
			'a.organisation',
			'a.roles',
			'a.signed_in_at',
			'a.blocked_at'
		])
		.select((eb) => eb.fn.count<number>('s.token_hash').as('sessions'))
		.groupBy('a.id')
		.orderBy('a.name')
		.execute();

/** The organisations for which somebody signed in. */
export const organisations = (db: Reader) =>
	db.selectFrom('organisation').selectAll().orderBy('name').execute();
