import { chmodSync, constants, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { copyFile, mkdir, open, readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { KEY_FILE } from './chain-keys.ts';
import { damagedDatabase, FolderError, whyNotOpened } from './embedded-trouble.ts';
import { CHANNEL, type DatabaseFiles, type Engine, PARSERS, versionOf } from './engine.ts';
import { acquireLock, type Lock, LOCK_FILES } from './lock.ts';
import type { Schema } from './schema.ts';
import type { Settings } from '../settings.ts';

/** What a data folder holds of ours. */
const PARTS = {
	database: 'pg',
	/** There while the database is laid down for the first time: what a dead start left of it is begun anew. */
	unfinished: 'unfinished',
	uploads: 'uploads',
	/** Data folders in which a backup is made or restored. */
	copies: 'copies'
} as const;
/** What may lie in a data folder in which a database is laid down. */
const NO_DATA: readonly string[] = [
	...Object.values(LOCK_FILES),
	...Object.values(PARTS),
	KEY_FILE,
	'lost+found'
];

/** Where files that are handed in wait, in a data folder; whoever opens the folder empties it. */
export const uploadFolder = ({ folder }: Lock): string => join(folder, PARTS.uploads);

/** The data folder of a copy, by its name, inside the one that it is made for; whoever opens that removes it. */
export const copyFolder = (dataDir: string, name: string): string =>
	join(dataDir, PARTS.copies, name);

/** Whether a database lies in a data folder, whole or not. */
export function holdsDatabase(dataDir: string): boolean {
	const folder = join(dataDir, PARTS.database);
	return existsSync(folder) && readdirSync(folder).length > 0;
}

/**
 * Moves the database of one data folder to another that is held, all of it on the disk.
 * @returns the folder in which the one that lay there is kept; null when none did
 */
export async function moveDatabase(from: string, { folder }: Lock): Promise<string | null> {
	await eachFile(join(from, PARTS.database), (path) => flushSince(path, 0));
	const place = join(folder, PARTS.database);
	const moment = new Date().toISOString().replace(/\W/g, '').slice(0, 15);
	const kept = existsSync(place) ? join(folder, `replaced-${moment}`) : null;
	if (kept !== null) renameSync(place, kept);
	renameSync(join(from, PARTS.database), place);
	return kept;
}

/**
 * Opens the embedded database of a folder, or lays a new one down in an empty folder.
 * @param archive files of the new one, as a tar archive; left out: an empty database
 * @throws DatabaseLockedError when another process holds the folder; FolderError that says what is wrong with it
 */
export async function openEmbedded(
	dataDir: Settings['dataDir'],
	mustExist: Settings['mustExist'],
	archive?: Blob
): Promise<Engine> {
	if (mustExist && !existsSync(dataDir)) throw notThere(dataDir);
	const lock = lockOf(dataDir);
	try {
		for (const part of [PARTS.uploads, PARTS.copies])
			rmSync(join(lock.folder, part), { recursive: true, force: true });
		const folder = join(lock.folder, PARTS.database);
		const unfinished = join(lock.folder, PARTS.unfinished);
		if (existsSync(unfinished)) rmSync(folder, { recursive: true, force: true });
		if (!isThere(folder)) makeRoom(lock.folder, folder, unfinished, mustExist);
		chmodSync(folder, 0o700);
		const pglite = await opened(folder, archive);
		rmSync(unfinished, { force: true });
		return embeddedEngine(pglite, lock, lastingOf(pglite, folder), filesOf(pglite, folder));
	} catch (error) {
		lock.release();
		throw error;
	}
}

/** An embedded database in memory, for tests and for drawing `db/schema.sql`. */
export const memoryEngine = async (): Promise<Engine> =>
	embeddedEngine(await PGlite.create({ parsers: PARSERS }), null, () => Promise.resolve(), null);

/**
 * Takes the lock of a data folder.
 * @throws DatabaseLockedError when another process holds it; FolderError when this user cannot
 */
export function lockOf(dataDir: string): Lock {
	try {
		return acquireLock(dataDir);
	} catch (error) {
		const { code = '', path = dataDir } = error as NodeJS.ErrnoException;
		if (!['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code)) throw error;
		throw new FolderError(
			`The data folder ${dataDir} cannot be used: ${path} cannot be written (${code}). ` +
				'Give this user a folder that it may write, or set DATA_DIR to another one.',
			error
		);
	}
}

/** Whether a database was laid down in a folder. */
const isThere = (folder: string): boolean => existsSync(join(folder, 'PG_VERSION'));

/**
 * Makes the folder of a new database.
 * @throws FolderError when data lay there, or should: a volume that is not mounted looks like an empty folder
 */
function makeRoom(dataDir: string, folder: string, unfinished: string, mustExist: boolean): void {
	if (existsSync(folder) && readdirSync(folder).length > 0) {
		throw damagedDatabase(folder, 'its file PG_VERSION is missing');
	}
	if (mustExist) throw notThere(dataDir);
	mustBeOurs(dataDir);
	writeFileSync(unfinished, '');
	mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/** @throws FolderError when a folder without a database holds files of somebody else */
export function mustBeOurs(dataDir: string): void {
	const others = readdirSync(dataDir).filter((name) => !NO_DATA.includes(name));
	if (others.length > 0) {
		throw new FolderError(
			`The data folder ${dataDir} holds no database, but other files: ${others.slice(0, 3).join(', ')}. ` +
				'Nothing was written. Set DATA_DIR to the folder of the database, or to an empty one for a new database.'
		);
	}
}

const notThere = (dataDir: string) =>
	new FolderError(
		`The data folder ${dataDir} holds no database, and DATA_MUST_EXIST says that it must. ` +
			'Mount the volume or restore a backup; for a new database, start once without DATA_MUST_EXIST.'
	);

async function opened(folder: string, archive?: Blob): Promise<PGlite> {
	try {
		return await PGlite.create({
			dataDir: folder,
			parsers: PARSERS,
			...(archive && { loadDataDir: archive })
		});
	} catch (error) {
		throw whyNotOpened(folder, error);
	}
}

/**
 * The engine runs with fsync off and its files know none, so a commit survives the end of the process, but not a power
 * cut. A checkpoint writes everything to the files; these are then flushed from here, those that changed since the last.
 */
function lastingOf(pglite: PGlite, folder: string): () => Promise<void> {
	const MARGIN = 2_000; // ms by which a file system may round the time of a change
	let flushed = Date.now() - MARGIN;
	return async () => {
		const start = Date.now() - MARGIN;
		await pglite.exec('checkpoint');
		await eachFile(folder, (path) => flushSince(path, flushed));
		flushed = start;
	};
}

const filesOf = (pglite: PGlite, folder: string): DatabaseFiles => ({
	copyTo: (dataDir) =>
		pglite.transaction(async (transaction) => {
			await transaction.exec('checkpoint');
			await copyFiles(folder, join(dataDir, PARTS.database));
		}),
	packed: () => pglite.dumpDataDir('gzip')
});

async function copyFiles(from: string, to: string): Promise<void> {
	const folders = (await readdir(from, { recursive: true, withFileTypes: true }))
		.filter((entry) => entry.isDirectory())
		.map(({ parentPath, name }) => relative(from, join(parentPath, name)));
	await mkdir(to, { recursive: true, mode: 0o700 });
	for (const path of folders) await mkdir(join(to, path));
	await eachFile(from, (path) =>
		copyFile(path, join(to, relative(from, path)), constants.COPYFILE_FICLONE)
	);
}

/** So many files are taken at once: the disk then reads or writes them in one go. */
const TOGETHER = 64;

async function eachFile(folder: string, work: (path: string) => Promise<void>): Promise<void> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const paths = entries
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name));
	for (let at = 0; at < paths.length; at += TOGETHER)
		await Promise.all(paths.slice(at, at + TOGETHER).map(work));
}

/** Flushes a file that changed since a moment; one that went away meanwhile needs nothing. */
async function flushSince(path: string, moment: number): Promise<void> {
	try {
		if ((await stat(path)).mtimeMs < moment) return;
		const file = await open(path, 'r+');
		await file.sync().finally(() => file.close());
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
	}
}

/**
 * Two handles on one PGlite: Kysely's dialect sends every query of a handle into that handle's open transaction, so
 * pages would see rows that are not committed if they shared the writer.
 */
function embeddedEngine(
	pglite: PGlite,
	lock: Lock | null,
	settle: Engine['settle'],
	files: Engine['files']
): Engine {
	const handle = () => new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) });
	const reader = handle();
	return {
		name: 'embedded',
		reader,
		writer: handle(),
		lock,
		files,
		version: () => versionOf(reader),
		moves: () => 0,
		settle,
		whyReadOnly: () => Promise.resolve(null),
		listen: async ({ changed }) => void (await pglite.listen(CHANNEL, changed)),
		holderOfWrites: () => Promise.resolve(null),
		async close() {
			if (!pglite.closed) await pglite.close();
			lock?.release();
		}
	};
}
