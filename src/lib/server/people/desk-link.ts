/** The link that opens the desk once for whoever sits at this machine, where no provider of identity is set. */
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { hashOf, newSecret } from './secret.ts';
import { openSession } from './sessions.ts';
import { rolesIn } from './roles.ts';

/** How long (ms) a printed link can be used. */
const USABLE = 12 * 3_600_000;

/** Path at which the link leads in. */
const LINK_PATH = '/beheer/aanmelden/link';

/** Makes a link that works once; earlier ones stay valid for their time. @returns path and query */
export async function newDeskLink(database: Database, now = new Date()): Promise<string> {
	const secret = newSecret();
	await database.changeQuietly(async (transaction) => {
		await transaction.deleteFrom('desk_link').where(isOver(now)).execute();
		const row = { token_hash: hashOf(secret), made_at: now.toISOString() };
		await transaction.insertInto('desk_link').values(row).execute();
	});
	return `${LINK_PATH}?sleutel=${secret}`;
}

const isOver = (now: Date) =>
	sql<boolean>`made_at < ${new Date(now.getTime() - USABLE).toISOString()}::timestamptz`;

/** Opens the desk for whoever holds a link that was not used yet; null for any other. @returns the secret for the cookie */
export const enterByLink = (
	database: Database,
	secret: string,
	now = new Date()
): Promise<string | null> =>
	database.changeQuietly(async (transaction) => {
		await transaction.deleteFrom('desk_link').where(isOver(now)).execute();
		const used = await transaction
			.deleteFrom('desk_link')
			.where('token_hash', '=', hashOf(secret))
			.returning('token_hash')
			.executeTakeFirst();
		if (!used) return null;
		const { id, roles } = await transaction
			.selectFrom('account')
			.select(['id', 'roles'])
			.where('issuer', '=', 'local')
			.where('subject', '=', 'desk')
			.executeTakeFirstOrThrow();
		return openSession(transaction, { account: id, roles: rolesIn(roles), idToken: null }, now);
	});
