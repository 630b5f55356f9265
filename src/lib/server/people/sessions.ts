/** Sessions of the desk: kept in the database, held by a cookie, ended by time, by hand, or by a blocked account. */
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { WriteTransaction } from '../database/schema.ts';
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
	const found = await database.read
		.selectFrom('session as s')
		.innerJoin('account as a', 'a.id', 's.account_id')
		.leftJoin('organisation as o', 'o.code', 'a.organisation_code')
		.select([
			'a.id',
			'a.issuer',
			'a.name',
			'a.organisation',
			'a.blocked_at',
			'o.nis_code',
			'o.region'
		])
		.select(['s.roles', 's.seen_at', 's.ends_at', 's.id_token'])
		.where('s.token_hash', '=', hash)
		.executeTakeFirst();
	if (!found || found.blocked_at !== null) return null;
	const idle = now.getTime() - Date.parse(found.seen_at);
	if (idle > LASTING.idle || Date.parse(found.ends_at) <= now.getTime()) return null;
	if (idle > LASTING.touch) await touch(database, hash, now);
	const { id, name, organisation, nis_code: nis, region, issuer } = found;
	const roles = rolesIn(found.roles);
	const person = {
		account: id,
		name,
		roles,
		organisation,
		nis,
		region,
		isLocal: issuer === 'local'
	};
	return { person, idToken: found.id_token };
}

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
