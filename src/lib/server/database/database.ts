import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from '#db/migrations/index.ts';
import { KEY_FILE, Keys, type KnownKeys, NO_KEYS } from './chain-keys.ts';
import { chainKeysOf, signNewLinks } from './chain-signing.ts';
import { copyFolder, memoryEngine, openEmbedded } from './embedded.ts';
import { CHANNEL, type Engine, versionOf } from './engine.ts';
import type { Lock } from './lock.ts';
import { LIMITS, openPostgres } from './postgres.ts';
import type { Reader, Schema, WriteTransaction } from './schema.ts';
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
	/** That, and where it was asked: a page is of one state when this is the same before and after it was made. */
	state(): Promise<string>;
	/** Why no change can be made now, in words; null when it can. */
	whyReadOnly(): Promise<string | null>;
	/**
	 * Copies the embedded database as it stands to a data folder inside its own, of which the name is given.
	 * @throws Error on PostgreSQL, which has programs of its own for that
	 */
	copy(name: string): Promise<void>;
	/** The keys with which the chain is signed. */
	keys(): Promise<KnownKeys>;
	/**
	 * Signs with a new key from now on.
	 * @param trusted keys that signed and are not known here, for which somebody answers
	 */
	renewKey(trusted: readonly string[]): Promise<KnownKeys>;
	close(): Promise<void>;
}

/** Where a database is, and how it is opened. */
export type Place = Pick<Settings, 'databaseUrl' | 'dataDir'> &
	Partial<Pick<Settings, 'readUrl' | 'pool' | 'mustExist' | 'chainKey' | 'signedAs'>>;

/**
 * Opens the database that the settings name and brings its schema up to date.
 * @throws DatabaseLockedError when another process holds the embedded folder; Error when PostgreSQL refuses.
 */
export async function openDatabase(
	{ databaseUrl, readUrl = null, pool = 8, dataDir, mustExist = false, chainKey, signedAs }: Place,
	limits = LIMITS
): Promise<Database> {
	const engine = databaseUrl
		? openPostgres(databaseUrl, readUrl, pool, limits)
		: await openEmbedded(dataDir, mustExist);
	try {
		await bringUpToDate(engine);
		if (readUrl) await mustFollow(engine);
		const path = chainKey ?? join(engine.lock?.folder ?? dataDir, KEY_FILE);
		const keys = Keys.open(path, await chainKeysOf(readerOf(engine)));
		return await assemble(engine, keys, signedAs ?? userName());
	} catch (error) {
		await engine.close();
		throw error;
	}
}

/** An embedded database in memory, for tests and for drawing `db/schema.sql`. */
export async function openInMemory(): Promise<Database> {
	const engine = await memoryEngine();
	await bringUpToDate(engine);
	return assemble(engine, Keys.inMemory(), userName());
}

/** The user of this process; one without a name by its number. */
function userName(): string {
	try {
		return userInfo().username;
	} catch {
		return `user ${process.getuid?.()}`;
	}
}

/** Brings the schema up to date; where nothing can be changed, it must be so already. */
async function bringUpToDate(engine: Engine): Promise<void> {
	const why = await engine.whyReadOnly();
	if (why !== null) return mustBeUpToDate(engine.reader, why);
	// Most starts find nothing to do; Kysely describes every table of the database, twice, before it sees that.
	if (await isUpToDate(engine.writer).catch(() => false)) return;
	const provider = { getMigrations: () => Promise.resolve(migrations) };
	const { error } = await new Migrator({ db: engine.writer, provider }).migrateToLatest();
	if (error) await inWords(engine, error);
}

const isUpToDate = async (db: Engine['writer']): Promise<boolean> =>
	otherSteps(await stepsDone(db)).length === 0;

/** Steps that were not done and those that this program does not know. */
const otherSteps = (done: readonly string[]): string[] => [
	...Object.keys(migrations).filter((name) => !done.includes(name)),
	...done.filter((name) => !(name in migrations))
];

/** Names of the steps by which the schema was made; none where there is no schema. */
async function stepsDone(reader: Engine['reader']): Promise<string[]> {
	const { rows } = await sql<{ name: string }>`select name from kysely_migration`
		.execute(reader)
		.catch((error: { code?: string }) => {
			if (error.code === NO_TABLE) return { rows: [] };
			throw error;
		});
	return rows.map(({ name }) => name);
}

/** SQLSTATE of a table that is not there. */
const NO_TABLE = '42P01';

/** @throws Error when the standby from which pages read does not have what the primary has */
async function mustFollow(engine: Engine): Promise<void> {
	await engine.settle();
	await engine.version().catch((error: Error) => {
		const where = `The standby of DATABASE_READ_URL cannot be read (${error.message}).`;
		const what = 'Look whether it runs and follows its primary, or leave DATABASE_READ_URL out.';
		throw new Error(`${where} ${what}`, { cause: error });
	});
}

/** @throws Error when the schema is that of another version of this program, or there is none */
async function mustBeUpToDate(reader: Engine['reader'], why: string): Promise<void> {
	const done = await stepsDone(reader);
	if (done.length === 0) {
		throw new Error(
			`${why} It holds nothing of this program: start it once with the primary in DATABASE_URL.`
		);
	}
	const other = otherSteps(done);
	if (other.length === 0) return;
	throw new Error(
		`${why} Its schema is that of another version of this program (${other.join(', ')}). ` +
			'Start the version that you want once with the primary in DATABASE_URL.'
	);
}

const readerOf = ({ reader }: Engine): Reader => reader as Kysely<Schema> & Reader;

async function assemble(engine: Engine, keys: Keys, by: string): Promise<Database> {
	const listeners = new Set<() => void>();
	const tell = () => listeners.forEach((listener) => listener());
	const self: string = randomUUID();
	let seen = await engine.version();
	const stands = (version: number) => {
		if (version === seen) return;
		seen = version;
		tell();
	};
	/** At once after a change: what is notified may be heard a moment later. */
	const look = () => engine.version().then(stands, tell);
	await engine.listen({ changed: (by) => by !== self && tell(), stands });
	let queue: Promise<unknown> = Promise.resolve();
	/** Runs transactions one after another; `after` comes at once when one was committed. */
	const inTurn = <T>(
		work: (transaction: WriteTransaction) => Promise<T>,
		after: () => Promise<void> = () => Promise.resolve()
	) => {
		const run = async () => {
			const done = await engine.writer
				.transaction()
				.execute((tx) => locked(tx, work, (done) => signNewLinks(done, keys, by)))
				.catch((error: unknown) => inWords(engine, error));
			await after();
			await engine.settle();
			return done;
		};
		const result = queue.then(run, run);
		queue = result.catch(() => undefined);
		return result;
	};

	const version = async () => {
		const found = await engine.version();
		stands(found);
		return found;
	};

	const read = readerOf(engine);
	return {
		engine: engine.name,
		read,
		lock: engine.lock,
		change: (work) => inTurn((tx) => changeOnce(tx, work, self), look),
		changeQuietly: (work) => inTurn(work),
		onChange(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		renew: tell,
		version,
		async state() {
			const before = engine.moves();
			const found = await version();
			return `${before} ${engine.moves()} ${found}`; // one that moved meanwhile is like no other
		},
		whyReadOnly: () => engine.whyReadOnly(),
		copy: (name) => copyInside(engine, name),
		keys: async () => keys.told(await chainKeysOf(read)),
		renewKey: async (trusted) => keys.renew(trusted, await chainKeysOf(read)),
		close: () => engine.close()
	};
}

async function copyInside({ files, lock }: Engine, name: string): Promise<void> {
	if (!files || !lock) throw new Error('Only an embedded database in a folder can be copied.');
	await files.copyTo(copyFolder(lock.folder, name));
}

/** Another change took too long to be waited for. */
export class UnderWayError extends Error {}

/** SQLSTATE of a wait for a lock that took too long, and of a database that only reads. */
const [LOCKED, READ_ONLY] = ['55P03', '25006'];

/** Says who was in the way when a change did not get its turn, or why none can be made; any other error stays as it is. */
async function inWords(engine: Engine, error: unknown): Promise<never> {
	const { code } = error as { code?: string };
	if (code === READ_ONLY) {
		const why = await engine.whyReadOnly().catch(() => null);
		throw new Error(`Nothing was written. ${why ?? 'The database only read.'}`, { cause: error });
	}
	if (code !== LOCKED) throw error;
	const holder = await engine.holderOfWrites().catch(() => null);
	throw new UnderWayError(
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
		state: async () => String(await versionOf(read)),
		whyReadOnly: () => Promise.resolve(why),
		copy: refused,
		keys: () => Promise.resolve(NO_KEYS),
		renewKey: refused,
		close: () => Promise.resolve()
	};
}

async function locked<T>(
	transaction: WriteTransaction,
	work: (transaction: WriteTransaction) => Promise<T>,
	seal: (transaction: WriteTransaction) => Promise<void>
): Promise<T> {
	await sql`select pg_advisory_xact_lock(${sql.lit(WRITE_LOCK)})`.execute(transaction);
	const done = await work(transaction);
	await seal(transaction);
	return done;
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
