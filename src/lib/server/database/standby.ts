import { setTimeout as wait } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type pg from 'pg';
import { isDatabaseAway } from './database-away.ts';
import type { Ears } from './engine.ts';
import type { Schema } from './schema.ts';

/** A standby follows its primary a moment behind, tells nothing by itself, and takes no changes. */

/** What a server holds, and whether it is a standby. */
interface State {
	version: number;
	standby: boolean;
}

const STATE = 'select version, pg_is_in_recovery() as standby from data_state';

/** The state of the data where a reader reads. */
export async function stateOn(reader: Kysely<Schema>): Promise<State> {
	const { rows } = await sql<State>`${sql.raw(STATE)}`.execute(reader);
	return rows[0] ?? { version: 0, standby: false };
}

/**
 * Refuses a new connection to a standby that holds less than pages have shown: no reader goes back in time. One that was
 * promoted is the primary, and has the word.
 */
export function notOlderThan(shown: Readonly<{ version: number }>): pg.PoolConfig['verify'] {
	return (client, done) => {
		if (shown.version === 0) return done();
		client.query<State>(STATE).then(({ rows: [state] }) => {
			const isBehind = state?.standby && state.version < shown.version;
			done(isBehind ? behind(state.version, shown.version) : undefined);
		}, done);
	};
}

/** SQLSTATE of a server that is not ready yet. */
const NOT_READY = '57P03';

const behind = (version: number, shown: number): Error =>
	Object.assign(
		new Error(
			`The standby holds version ${version} of the data, and pages have shown ${shown}: it is waited for.`
		),
		{ code: NOT_READY }
	);

/** Asks again and again at which state the data are, where nobody tells of changes. @param pace in ms */
export function keepLooking(version: () => Promise<number>, pace: number) {
	let timer: NodeJS.Timeout | undefined;
	let stopped = false;
	async function look(ears: Ears): Promise<void> {
		await version().then(ears.stands, () => undefined);
		if (!stopped) timer = setTimeout((heard: Ears) => void look(heard), pace, ears).unref();
	}
	return {
		start: (ears: Ears): void => void look(ears),
		stop(): void {
			stopped = true;
			clearTimeout(timer);
		}
	};
}

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
		return `The primary, the server of DATABASE_URL, does not answer (${(error as Error).message}): start it, or name another.`;
	}
}
