import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient, sql } from 'kysely';
import pg from 'pg';
import { CHANNEL, type Ears, type Engine, PARSERS } from './engine.ts';
import { keepLooking, notOlderThan, readingFrom, type Shown } from './reading.ts';
import { caughtUp, whyReadOnly } from './standby.ts';
import type { Schema } from './schema.ts';

/** How long (ms) PostgreSQL is waited for. */
export const LIMITS = {
	/** Until a connection stands. */
	connect: 5_000,
	/** Until it is looked again whether the data changed, and whether changes can still be heard. */
	pulse: 5_000,
	/** For the answer to that. */
	answer: 3_000,
	/** Until a standby, which tells nothing by itself, is asked again at which state its data are. */
	look: 1_000,
	/** Until a standby has what was written to the primary. */
	replay: 10_000,
	/** For a question of a page, at the server; a second longer here, where the server may be out of reach. */
	read: 10_000,
	/** For one statement of a change. */
	write: 600_000,
	/** Until another change ends. */
	lock: 30_000,
	/** Until a change of which nothing comes any more gives way to others. */
	silence: 300_000
};

/**
 * Opens PostgreSQL; nothing is asked of it yet.
 * @param readUrl a standby from which pages read as long as it answers, if any
 * @param most connections with which pages read
 */
export function openPostgres(
	url: string,
	readUrl: string | null,
	most: number,
	limits = LIMITS
): Engine {
	const connect = connecting(limits);
	const shown = { version: 0 };
	const readingAt = (place: string) => connect.toRead(place, most, shown);
	const primary = readingAt(url);
	const reading = readingFrom(readUrl === null ? [primary] : [readingAt(readUrl), primary], shown);
	const reader = handleOf(reading.pool);
	const writer = handleOf(connect.toWrite(url));
	const listening = keepListening(() => connect.toListen(url), limits.pulse);
	const looking = keepLooking(() => reading.goBack().then(reading.version), limits.look);
	return {
		name: 'postgresql',
		reader,
		writer,
		lock: null,
		files: null,
		version: reading.version,
		moves: reading.moves,
		async listen(ears) {
			const look = () => void looking.start(ears.stands);
			if (readUrl !== null) return look();
			await listening.start(ears).catch((error: { code?: string }) => {
				if (error.code !== CANNOT_LISTEN) throw error;
				look();
			});
		},
		settle: async () => void (readUrl && (await caughtUp(reader, writer, limits.replay))), // a commit lasts
		whyReadOnly: () => whyReadOnly(writer),
		holderOfWrites: () => holderOfWrites(writer),
		async close() {
			looking.stop();
			await Promise.allSettled([listening.stop(), reader.destroy(), writer.destroy()]);
			await reading.pool.end(); // a reader of which nothing was asked leaves its connections open
		}
	};
}

/** The kinds of connection: to read, of which a change is refused, to change the data, and to hear of changes. */
function connecting(limits: typeof LIMITS) {
	const common: pg.ClientConfig = {
		application_name: `woonobjectief ${process.pid} on ${hostname()}`.slice(0, 63),
		types: { getTypeParser },
		connectionTimeoutMillis: limits.connect,
		keepAlive: true,
		keepAliveInitialDelayMillis: 10_000
	};
	const pool = (connectionString: string, patience: number, config: pg.PoolConfig) =>
		patientPool({ ...common, connectionString, query_timeout: patience + 1_000, ...config });
	return {
		toRead: (url: string, max: number, shown: Shown) =>
			pool(url, limits.read, {
				max,
				options: `-c default_transaction_read_only=on -c statement_timeout=${limits.read}`,
				verify: notOlderThan(shown)
			}),
		toWrite: (url: string) =>
			pool(url, limits.write, {
				max: 2,
				options: `-c lock_timeout=${limits.lock} -c idle_in_transaction_session_timeout=${limits.silence}`
			}),
		toListen: (url: string) =>
			new pg.Client({ ...common, connectionString: url, query_timeout: limits.answer })
	};
}

const handleOf = (pool: PostgresPool) =>
	new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });

/** SQLSTATE with which a standby refuses to tell of changes. */
const CANNOT_LISTEN = '25006';

const getTypeParser = ((oid: number, format?: 'text' | 'binary') =>
	PARSERS[oid] ??
	(pg.types.getTypeParser(oid, format as 'text') as (
		text: string
	) => unknown)) as pg.CustomTypesConfig['getTypeParser'];

/** SQLSTATE of a server that takes no more connections. */
const TOO_MANY = new Set(['53300', '53400']);
/** Milliseconds between two attempts to get a connection. */
const PAUSE = 50;

/**
 * A pool that waits for a connection of its own when the server gives no more, and that gives up a connection on which a
 * question got no answer in time: the next one would wait on it for ever.
 */
function patientPool(config: pg.PoolConfig): PostgresPool {
	const pool = new pg.Pool(config);
	// A connection that breaks fails the query that runs on it, and is replaced on next use.
	pool.on('error', () => undefined);
	pool.on('connect', (client) => void client.on('error', () => undefined));
	return {
		options: pool.options,
		connect: async () => mortal(await connected(pool)),
		end: () => pool.end()
	};
}

async function connected(pool: pg.Pool): Promise<pg.PoolClient> {
	const end = Date.now() + (pool.options.connectionTimeoutMillis ?? 0);
	for (;;) {
		try {
			return await pool.connect();
		} catch (error) {
			const isFull = TOO_MANY.has((error as { code?: string }).code ?? '');
			if (!isFull || Date.now() > end) throw error;
			await wait(PAUSE);
		}
	}
}

/** A connection that does not go back into its pool when a question on it got no answer. */
function mortal(client: pg.PoolClient): PostgresPoolClient {
	let lost: Error | undefined;
	const query = (text: string, values: readonly unknown[]) =>
		client.query(text, [...values]).catch((error: Error) => {
			if (error.message === 'Query read timeout') lost = error;
			throw error;
		});
	return { query, release: () => client.release(lost) } as unknown as PostgresPoolClient;
}

/**
 * Listens on its own connection, looks at each pulse whether it still stands and at which state the data are, and connects
 * again after a break: a connection that died silently says nothing, and neither does one on which nothing happens.
 */
function keepListening(connect: () => pg.Client, pulse: number) {
	let client: pg.Client | null = null;
	let timer: NodeJS.Timeout | undefined;
	let stopped = false;

	async function start(ears: Ears): Promise<void> {
		const next = connect();
		const again = () => {
			if (stopped || client !== next) return;
			client = null;
			ears.changed(); // from here on a change could pass unheard
			void next.end().catch(() => undefined);
			clearTimeout(timer);
			timer = setTimeout(retry, 1_000, ears).unref();
		};
		const look = () =>
			versionOn(next).then((version) => {
				if (client !== next) return;
				ears.stands(version);
				timer = setTimeout(look, pulse).unref();
			}, again);
		next
			.on('error', again)
			.on('end', again)
			.on('notification', ({ payload }) => ears.changed(payload));
		try {
			await next.connect();
			await next.query(`listen ${CHANNEL}`);
		} catch (error) {
			void next.end().catch(() => undefined);
			throw error;
		}
		client = next;
		timer = setTimeout(look, pulse).unref();
		if (stopped) await stop();
	}
	function retry(ears: Ears): void {
		start(ears).then(
			() => ears.changed(),
			() => {
				if (!stopped) timer = setTimeout(retry, 1_000, ears).unref();
			}
		);
	}
	async function stop(): Promise<void> {
		stopped = true;
		clearTimeout(timer);
		await client?.end();
	}
	return { start, stop };
}

async function versionOn(client: pg.Client): Promise<number> {
	const { rows } = await client.query<{ version: number }>('select version from data_state');
	return rows[0]?.version ?? 0;
}

/** Who holds the lock of changes: the words of its connection about itself, and since when. */
async function holderOfWrites(writer: Kysely<Schema>): Promise<string | null> {
	const { rows } = await sql<{ pid: number; name: string; since: string }>`
		select a.pid, a.application_name as name, a.xact_start as since
		from pg_locks l join pg_stat_activity a on a.pid = l.pid
		where l.locktype = 'advisory' and l.granted
			and l.database = (select oid from pg_database where datname = current_database())
		order by a.xact_start limit 1`.execute(writer);
	const [found] = rows;
	return found
		? `"${found.name}" since ${found.since} (connection ${found.pid}; select pg_terminate_backend(${found.pid}) ends it)`
		: null;
}
