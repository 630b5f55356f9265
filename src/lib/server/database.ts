import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { migrations } from '#db/migrations/index.ts';
import { acquireLock, type Lock } from './lock.ts';
import type { Reader, Schema, Writer, WriteTransaction } from './schema.ts';
import type { Settings } from './settings.ts';

/** Channel on which a committed change of data is told to every process that serves pages. */
const CHANNEL = 'woonobjectief_data';
const WRITE_LOCK = 7_202_642;

/** An open, migrated database: one reader for pages, one door for changes. */
export interface Database {
	readonly engine: 'postgresql' | 'embedded';
	readonly read: Reader;
	/** Lock on the folder of the embedded database; null on PostgreSQL. */
	readonly lock: Lock | null;
	/**
	 * Runs `work` in one transaction, all or nothing, one after another; on success the data version goes up by one
	 * and every listener hears of it.
	 */
	change<T>(work: (transaction: WriteTransaction) => Promise<T>): Promise<T>;
	/** The same for what changes nothing that a page shows: the data version stays, and nobody hears of it. */
	changeQuietly<T>(work: (transaction: WriteTransaction) => Promise<T>): Promise<T>;
	/**
	 * Calls `listener` after each committed change, of this process or another; also when changes can no longer be
	 * heard, and when they can be again.
	 */
	onChange(listener: () => void): void;
	close(): Promise<void>;
}

/** What is called after a change, with the name of who made it where that is heard. */
type Heard = (by?: string) => void;

/** What differs between the two engines, and nothing else. */
interface Engine {
	name: Database['engine'];
	reader: Kysely<Schema>;
	writer: Kysely<Schema>;
	lock: Lock | null;
	listen(listener: Heard): Promise<void>;
	close(): Promise<void>;
}

/**
 * Opens the database that the settings name and brings its schema up to date.
 * @throws DatabaseLockedError when another process holds the embedded folder; Error when PostgreSQL refuses.
 */
export async function openDatabase(
	settings: Pick<Settings, 'databaseUrl' | 'dataDir'>
): Promise<Database> {
	const engine = settings.databaseUrl
		? openPostgres(settings.databaseUrl)
		: await openEmbedded(settings.dataDir);
	try {
		await migrate(engine.writer);
		return await assemble(engine);
	} catch (error) {
		await engine.close();
		throw error;
	}
}

/** An embedded database in memory, for tests and for drawing `db/schema.sql`. */
export async function openInMemory(): Promise<Database> {
	const engine = embeddedEngine(await PGlite.create({ parsers: PGLITE_PARSERS }), null);
	await migrate(engine.writer);
	return assemble(engine);
}

async function migrate(writer: Writer): Promise<void> {
	const provider = { getMigrations: () => Promise.resolve(migrations) };
	const { error } = await new Migrator({ db: writer, provider }).migrateToLatest();
	if (error) throw error;
}

async function assemble(engine: Engine): Promise<Database> {
	const listeners = new Set<() => void>();
	const tell = () => listeners.forEach((listener) => listener());
	const self: string = randomUUID();
	await engine.listen((by) => by !== self && tell());
	let queue: Promise<unknown> = Promise.resolve();
	/** Runs transactions one after another. */
	const inTurn = <T>(work: (transaction: WriteTransaction) => Promise<T>, after = () => {}) => {
		const run = async () => {
			const done = await engine.writer.transaction().execute((tx) => locked(tx, work));
			after();
			return done;
		};
		const result = queue.then(run, run);
		queue = result.catch(() => undefined);
		return result;
	};

	return {
		engine: engine.name,
		read: engine.reader as Kysely<Schema> & Reader,
		lock: engine.lock,
		// told at once: what is notified may be heard a moment later
		change: (work) => inTurn((tx) => changeOnce(tx, work, self), tell),
		changeQuietly: (work) => inTurn(work),
		onChange: (listener) => void listeners.add(listener),
		close: () => engine.close()
	};
}

async function locked<T>(
	transaction: WriteTransaction,
	work: (transaction: WriteTransaction) => Promise<T>
): Promise<T> {
	await sql`select pg_advisory_xact_lock(${sql.lit(WRITE_LOCK)})`.execute(transaction);
	return work(transaction);
}

async function changeOnce<T>(
	transaction: WriteTransaction,
	work: (transaction: WriteTransaction) => Promise<T>,
	self: string
): Promise<T> {
	const result = await work(transaction);
	await transaction
		.updateTable('data_state')
		.set({ version: sql`version + 1`, changed_at: sql`now()` })
		.execute();
	await sql`select pg_notify(${sql.lit(CHANNEL)}, ${sql.lit(self)})`.execute(transaction);
	return result;
}

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;
const NUMERIC = 1700;

/** Both engines give numbers as numbers, days as `YYYY-MM-DD` and moments as ISO 8601. */
const PARSERS: Record<number, (text: string) => unknown> = {
	[INT8]: Number,
	[NUMERIC]: Number,
	[DATE]: (text) => text,
	[TIMESTAMPTZ]: (text) => new Date(text).toISOString()
};
const PGLITE_PARSERS = PARSERS as Record<number, (text: string) => string | number>;

function openPostgres(url: string): Engine {
	const types = {
		getTypeParser: (oid: number, format?: 'text' | 'binary') =>
			PARSERS[oid] ?? (pg.types.getTypeParser(oid, format as 'text') as (text: string) => unknown)
	};
	const common = { connectionString: url, types, connectionTimeoutMillis: 5_000 };
	const pool = (max: number, options: string) => {
		const made = new pg.Pool({ ...common, max, options });
		// A connection that breaks fails the query that runs on it, and is replaced on next use.
		made.on('error', () => undefined);
		made.on('connect', (client) => void client.on('error', () => undefined));
		return made;
	};
	const reader = new Kysely<Schema>({
		dialect: new PostgresDialect({
			pool: pool(8, '-c default_transaction_read_only=on -c statement_timeout=10000')
		})
	});
	const writer = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: pool(2, '') }) });
	const listening = keepListening(() => new pg.Client(common));
	return {
		name: 'postgresql',
		reader,
		writer,
		lock: null,
		listen: listening.start,
		async close() {
			await Promise.allSettled([listening.stop(), reader.destroy(), writer.destroy()]);
		}
	};
}

/** Listens on its own connection and connects again after a break, telling the listener each time. */
function keepListening(connect: () => pg.Client) {
	let client: pg.Client | null = null;
	let timer: NodeJS.Timeout | undefined;
	let stopped = false;

	async function start(listener: Heard): Promise<void> {
		const next = connect();
		const again = () => {
			if (stopped || client !== next) return;
			client = null;
			listener(); // from here on a change could pass unheard
			void next.end().catch(() => undefined);
			timer = setTimeout(retry, 1_000, listener).unref();
		};
		next
			.on('error', again)
			.on('end', again)
			.on('notification', ({ payload }) => listener(payload));
		try {
			await next.connect();
			await next.query(`listen ${CHANNEL}`);
		} catch (error) {
			void next.end().catch(() => undefined);
			throw error;
		}
		client = next;
		if (stopped) await next.end();
	}
	function retry(listener: Heard): void {
		start(listener).then(
			() => listener(),
			() => {
				if (!stopped) timer = setTimeout(retry, 1_000, listener).unref();
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

async function openEmbedded(dataDir: string): Promise<Engine> {
	const lock = acquireLock(dataDir);
	try {
		mkdirSync(dataDir, { recursive: true });
		const dir = join(dataDir, 'pg');
		return embeddedEngine(await PGlite.create({ dataDir: dir, parsers: PGLITE_PARSERS }), lock);
	} catch (error) {
		lock.release();
		throw error;
	}
}

/**
 * Two handles on one PGlite: Kysely's dialect sends every query of a handle into that handle's open transaction, so
 * pages would see rows that are not committed if they shared the writer.
 */
function embeddedEngine(pglite: PGlite, lock: Lock | null): Engine {
	const handle = () => new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) });
	return {
		name: 'embedded',
		reader: handle(),
		writer: handle(),
		lock,
		async listen(listener) {
			await pglite.listen(CHANNEL, listener);
		},
		async close() {
			if (!pglite.closed) await pglite.close();
			lock?.release();
		}
	};
}
