import { setTimeout as wait } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { isDatabaseAway } from './database-away.ts';
import type { Schema } from './schema.ts';

/** A standby follows its primary a moment behind, and takes no changes. */

/** How often (ms) is looked whether a standby has what it should. */
const STEP = 20;

/** Waits until a standby has all that its primary holds now; at most so long, and not when either is away. */
export async function caughtUp(
	reader: Kysely<Schema>,
	writer: Kysely<Schema>,
	longest: number
): Promise<void> {
	try {
		const { rows } = await sql<{ at: string }>`select pg_current_wal_lsn() as at`.execute(writer);
		const end = Date.now() + longest;
		while (!(await has(reader, rows[0]?.at ?? '0/0')) && Date.now() < end) await wait(STEP);
	} catch (error) {
		if (!isDatabaseAway(error)) throw error;
	}
}

async function has(reader: Kysely<Schema>, place: string): Promise<boolean> {
	const { rows } = await sql<{ has: boolean }>`
		select not pg_is_in_recovery() or pg_last_wal_replay_lsn() >= ${place}::pg_lsn as has`.execute(
		reader
	);
	return rows[0]?.has ?? false;
}

/** Why a server takes no changes, in words; null when it does. */
export async function whyReadOnly(writer: Kysely<Schema>): Promise<string | null> {
	try {
		const { rows } = await sql<{ standby: boolean; closed: boolean }>`
			select pg_is_in_recovery() as standby, current_setting('transaction_read_only') = 'on' as closed`.execute(
			writer
		);
		if (rows[0]?.standby)
			return 'The server of DATABASE_URL is a standby, which only reads: promote it, or name the primary.';
		return rows[0]?.closed ? 'The keeper of the database made it read only.' : null;
	} catch (error) {
		if (!isDatabaseAway(error)) throw error;
		const { code, message } = error as Error & { code?: string };
		return `The primary, the server of DATABASE_URL, does not answer (${code ?? message}): start it, or name another.`;
	}
}
