/** Sessions of the desk: kept in the database, held by a cookie, ended by time, by hand, or by a blocked account. */
import { decodeJwt } from 'jose';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Reader, WriteTransaction } from '../database/schema.ts';
import type { SignOutTold } from './provider.ts';
import { rolesIn, type Person, type Role } from './roles.ts';
import { hashOf, newSecret } from './secret.ts';

/** How long (ms) a session lasts: without anything asked, at most, and until it is written again that it is used. */
export const LASTING = { idle: 30 * 60_000, longest: 10 * 3_600_000, touch: 60_000 };

/** A session that goes on. */
export interface Session {
	person: Person;
	/** With which the provider is asked to end its own session. */
	idToken: string | null;
}

/** Opens a session for an account. @returns the secret for the cookie */
export async function openSession(
	transaction: WriteTransaction,
	opened: { account: number; roles: readonly Role[]; idToken: string | null },
	now = new Date()
): Promise<string> {
	const secret = newSecret();
	const ended = sql<boolean>`ends_at < ${now.toISOString()}::timestamptz`;
	await transaction.deleteFrom('session').where(ended).execute();
	await transaction
		.insertInto('session')
		.values({
			token_hash: hashOf(secret),
			account_id: opened.account,
			roles: opened.roles.join(' '),
			began_at: now.toISOString(),
			seen_at: now.toISOString(),
			ends_at: new Date(now.getTime() + LASTING.longest).toISOString(),
			id_token: opened.idToken
		})
		.execute();
	return secret;
}

/** The session of a cookie; null when there is none, when it ended, or when its account is blocked. */
export async function sessionOf(
	database: Database,
	secret: string,
	now = new Date()
): Promise<Session | null> {
	const hash = hashOf(secret);
	const found = await sessionsIn(database.read).where('s.token_hash', '=', hash).executeTakeFirst();
	if (!found || found.blocked_at !== null) return null;
	const idle = now.getTime() - Date.parse(found.seen_at);
	if (idle > LASTING.idle || Date.parse(found.ends_at) <= now.getTime()) return null;
	if (idle > LASTING.touch) await touch(database, hash, now);
	return { person: personOf(found), idToken: found.id_token };
}

const sessionsIn = (reader: Reader) =>
	reader
		.selectFrom('session as s')
		.innerJoin('account as a', 'a.id', 's.account_id')
		.leftJoin('organisation as o', 'o.code', 'a.organisation_code')
		.select(['a.id', 'a.issuer', 'a.name', 'a.organisation', 'a.blocked_at'])
		.select(['o.nis_code', 'o.region', 's.token_hash'])
		.select(['s.roles', 's.seen_at', 's.ends_at', 's.id_token']);

type Row = Awaited<ReturnType<ReturnType<typeof sessionsIn>['execute']>>[number];

const personOf = ({ id, name, roles, organisation, nis_code, region, issuer }: Row): Person => ({
	...{ account: id, name, roles: rolesIn(roles), organisation },
	...{ nis: nis_code, region, isLocal: issuer === 'local' }
});

const touch = (database: Database, hash: string, now: Date) =>
	database.changeQuietly((transaction) =>
		transaction
			.updateTable('session')
			.set({ seen_at: now.toISOString() })
			.where('token_hash', '=', hash)
			.execute()
	);

/** Ends one session. */
export const closeSession = (transaction: WriteTransaction, secret: string): Promise<unknown> =>
	transaction.deleteFrom('session').where('token_hash', '=', hashOf(secret)).execute();

/** Ends the sessions of which the provider says that they are over. @returns whose they were */
export async function closeToldSessions(
	transaction: WriteTransaction,
	told: SignOutTold
): Promise<Person[]> {
	const open = await sessionsIn(transaction as unknown as Reader)
		.where('a.issuer', '=', told.issuer)
		.where('s.id_token', 'is not', null)
		.execute();
	const over = open.filter(({ id_token }) => isTold(decodeJwt(id_token ?? ''), told));
	const hashes = over.map(({ token_hash }) => token_hash);
	if (hashes.length > 0)
		await transaction.deleteFrom('session').where('token_hash', 'in', hashes).execute();
	return over.map(personOf);
}

/** Whether a session that began with these claims is meant. */
const isTold = (
	{ sub, sid }: Readonly<Record<string, unknown>>,
	{ subject, session }: SignOutTold
): boolean => (subject === null || sub === subject) && (session === null || sid === session);

/** Ends every session of an account; a blocked one opens none again until it is let in. */
export async function closeAllSessions(
	transaction: WriteTransaction,
	account: number,
	{ blocked }: { blocked?: boolean } = {}
): Promise<void> {
	await transaction.deleteFrom('session').where('account_id', '=', account).execute();
	if (blocked === undefined) return;
	const blocked_at = blocked ? new Date().toISOString() : null;
	await transaction.updateTable('account').set({ blocked_at }).where('id', '=', account).execute();
}
