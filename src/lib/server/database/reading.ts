import { setTimeout as wait } from 'node:timers/promises';
import type { PostgresPool } from 'kysely';
import type pg from 'pg';
import { isDatabaseAway } from './database-away.ts';

/** Where pages read: at a standby, and at its primary while that is away or behind what was shown. */

/** The newest state of the data that pages have shown. */
export interface Shown {
	version: number;
}

/** What a server holds, and whether it is a standby. */
interface State {
	version: number;
	standby: boolean;
}

const STATE = 'select version, pg_is_in_recovery() as standby from data_state';

/** Whether a server holds what was shown. One that was promoted is the primary, and has the word. */
const holds = ({ standby, version }: State, shown: Shown): boolean =>
	!standby || version >= shown.version;

/** Refuses a new connection to a standby that holds less than pages have shown: no reader goes back in time. */
export function notOlderThan(shown: Readonly<Shown>): pg.PoolConfig['verify'] {
	return (client, done) => {
		if (shown.version === 0) return done();
		client.query<State>(STATE).then(({ rows: [state] }) => {
			done(!state || holds(state, shown) ? undefined : behind(state.version, shown.version));
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

async function stateIn(pool: PostgresPool): Promise<State> {
	const client = await pool.connect();
	try {
		const { rows } = await client.query<State>(STATE, []);
		return rows[0] ?? { version: 0, standby: false };
	} finally {
		client.release();
	}
}

/**
 * One pool before several places that hold the same data, the preferred one first.
 * @param shown is kept up to date with what is read
 */
export function readingFrom(places: readonly [PostgresPool, ...PostgresPool[]], shown: Shown) {
	let at = 0;
	let moves = 0;
	const place = () => places[at] ?? places[0];
	const move = (to: number) => {
		at = to;
		moves++;
	};
	async function look(): Promise<number> {
		const state = await stateIn(place());
		shown.version = state.standby ? Math.max(shown.version, state.version) : state.version;
		return state.version;
	}
	return {
		pool: {
			options: places[0].options,
			connect: () => place().connect(),
			end: async () => void (await Promise.allSettled(places.map((pool) => pool.end())))
		},
		/** How often pages began to read elsewhere. */
		moves: () => moves,
		/** The number of the state of the data where pages read; where nothing answers, they read at the next place. */
		async version(): Promise<number> {
			const from = at;
			try {
				return await look();
			} catch (error) {
				if (from + 1 === places.length || !isDatabaseAway(error)) throw error;
				if (at === from) move(from + 1);
				return look();
			}
		},
		/** Goes back to the preferred place when it answers and holds what was shown. */
		async goBack(): Promise<void> {
			if (at === 0) return;
			const state = await stateIn(places[0]).catch(() => null);
			if (state && holds(state, shown)) move(0);
		}
	};
}

/** Asks again and again at which state the data are, where nobody tells of changes. @param pace in ms */
export function keepLooking(look: () => Promise<number>, pace: number) {
	const stopping = new AbortController();
	const { signal } = stopping;
	async function start(stands: (version: number) => void): Promise<void> {
		while (!signal.aborted) {
			await look().then(stands, () => undefined);
			await wait(pace, undefined, { signal, ref: false }).catch(() => undefined);
		}
	}
	return { start, stop: () => stopping.abort() };
}
