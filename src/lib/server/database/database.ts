import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from '#db/migrations/index.ts';
import { memoryEngine, openEmbedded } from './embedded.ts';
import { CHANNEL, type Engine } from './engine.ts';
import type { Lock } from './lock.ts';
import { LIMITS, openPostgres } from './postgres.ts';
import type { Reader, Schema, Writer, WriteTransaction } from './schema.ts';
import type { Settings } from '../settings.ts';

const WRITE_LOCK = 7_202_642;

/** An open, migrated database: one reader for pages, one door for changes. */
export interface Database {
	readonly engine: Engine['name'];
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
	 * heard, when they can be again, and when a new day begins: what was read before must be read again.
	 * @returns what ends that
	 */
	onChange(listener: () => void): () => void;
	/** Tells every listener that what it holds counts no longer. */
	renew(): void;
	/** The number of the present state of the data, asked of the database; when it is a new one, listeners hear so first. */
	version(): Promise<number>;
	close(): Promise<void>;
}

/** Where a database is, and how it is opened. */
export type Place = Pick<Settings, 'databaseUrl' | 'dataDir'> &
	Partial<Pick<Settings, 'pool' | 'mustExist'>>;

/**
 * Opens the database that the settings name and brings its schema up to date.
 * @throws DatabaseLockedError when another process holds the embedded folder; Error when PostgreSQL refuses.
 */
export async function openDatabase(
	{ databaseUrl, pool = 8, dataDir, mustExist = false }: Place,
	limits = LIMITS
): Promise<Database> {
	const engine = databaseUrl
		? openPostgres(databaseUrl, pool, limits)
		: await openEmbedded(dataDir, mustExist);
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
	const engine = await memoryEngine();
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
	let seen = await versionOf(engine.reader);
	const stands = (version: number) => {
		if (version === seen) return;
		seen = version;
		tell();
	};
	await engine.listen({ changed: (by) => by !== self && tell(), stands });
	let queue: Promise<unknown> = Promise.resolve();
	/** Runs transactions one after another; `after` hears at once of what was committed. */
	const inTurn = <T>(
		work: (transaction: WriteTransaction) => Promise<T>,
		after: (done: T) => void = () => {}
	) => {
		const run = async () => {
			const done = await engine.writer
				.transaction()
				.execute((tx) => locked(tx, work))
				.catch((error: unknown) => waitedInVain(engine, error));
			after(done);
			await engine.settle();
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
		async change(work) {
			const { result } = await inTurn(
				(tx) => changeOnce(tx, work, self),
				({ version }) => {
					seen = version;
					tell(); // at once: what is notified may be heard a moment later
				}
			);
			return result;
		},
		changeQuietly: (work) => inTurn(work),
		onChange(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		renew: tell,
		async version() {
			const version = await versionOf(engine.reader);
			stands(version);
			return version;
		},
		close: () => engine.close()
	};
}

/** SQLSTATE of a wait for a lock that took too long. */
const LOCKED = '55P03';

/** Says who was in the way, when a change did not get its turn; any other error stays as it is. */
async function waitedInVain(engine: Engine, error: unknown): Promise<never> {
	if ((error as { code?: string }).code !== LOCKED) throw error;
	const holder = await engine.holderOfWrites().catch(() => null);
	throw new Error(
		`Another change of the data is under way: ${holder ?? 'it has ended by now'}. ` +
			'Nothing was written. Wait until it is done, or end it, and try again.',
		{ cause: error }
	);
}

/** A database that never changes: one state of another. @param why said to whoever tries to change it */
export function onlyRead(engine: Engine['name'], read: Reader, why: string): Database {
	const refused = () => Promise.reject(new Error(why));
	return {
		engine,
		read,
		lock: null,
		change: refused,
		changeQuietly: refused,
		onChange: () => () => undefined,
		renew: () => undefined,
		version: () => versionOf(read),
		close: () => Promise.resolve()
	};
}

async function versionOf(reader: Pick<Reader, 'selectFrom'>): Promise<number> {
	const state = reader.selectFrom('data_state').select('version');
	return (await state.executeTakeFirstOrThrow()).version;
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
): Promise<{ result: T; version: number }> {
	const result = await work(transaction);
	const { version } = await transaction
		.updateTable('data_state')
		.set({ version: sql`version + 1`, changed_at: sql`now()` })
		.returning('version')
		.executeTakeFirstOrThrow();
	await sql`select pg_notify(${sql.lit(CHANNEL)}, ${sql.lit(self)})`.execute(transaction);
	return { result, version };
}
