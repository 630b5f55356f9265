import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Where the process that holds the embedded database takes tasks from its owner. */
export interface Door {
	port: number;
	secret: string;
}

/** Who holds the folder, since when, and its door: what that process wrote down about itself. */
export interface LockHolder {
	pid: number;
	host: string;
	since: string;
	door: Door | null;
}

export class DatabaseLockedError extends Error {
	/** Null when this user may not read who it is. */
	readonly holder: LockHolder | null;

	constructor(dataDir: string, holder: LockHolder | null) {
		const who = holder
			? `process ${holder.pid} since ${holder.since}${ofHost(holder)}`
			: 'a process of another user';
		super(
			`The embedded database in ${dataDir} is in use by ${who}. ` +
				'Stop that process, or set DATA_DIR or DATABASE_URL to another database.'
		);
		this.name = 'DatabaseLockedError';
		this.holder = holder;
	}
}

const ofHost = ({ host }: LockHolder) => (host === hostname() ? '' : ` on ${host}`);

/** An exclusive hold on the folder of the embedded database. */
export interface Lock {
	/** The folder that is held, without links in its path. */
	readonly folder: string;
	/** Writes the door beside the lock, where only the owner can read it. */
	announce(door: Door): void;
	release(): void;
}

/** Parts of a data folder that belong to the lock. */
export const LOCK_FILES = { held: 'lock', holder: 'holder.json' } as const;

/** Path of the file that says who holds a data folder. */
export const lockPath = (dataDir: string): string => join(dataDir, LOCK_FILES.holder);

/** The process that holds a data folder; null when none does, or when this user may not know. */
export function lockHolder(dataDir: string): LockHolder | null {
	const held = join(dataDir, LOCK_FILES.held);
	const letGo = hold(held);
	if (letGo === null) return read(lockPath(dataDir));
	letGo();
	return null;
}

/**
 * Takes the exclusive lock of a data folder, and makes the folder where it is not there yet. PGlite itself does not
 * lock: a second process would lose committed rows without an error.
 *
 * The lock is one of the system on a file inside the folder, so that it does not matter by which path, link or mount,
 * or from which container a process comes, and the system itself takes it from a process that ends in whatever way.
 * @throws DatabaseLockedError when a process holds it; Error when the folder cannot be locked
 */
export function acquireLock(dataDir: string): Lock {
	const folder = ownFolder(dataDir);
	const letGo = hold(join(folder, LOCK_FILES.held));
	const path = lockPath(folder);
	if (letGo === null) throw new DatabaseLockedError(folder, read(path));
	const own = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
	write(path, { ...own, door: null });
	let isHeld = true;
	return {
		folder,
		announce: (door) => write(path, { ...own, door }),
		release() {
			if (!isHeld) return;
			isHeld = false;
			rmSync(path, { force: true });
			letGo();
		}
	};
}

/** Makes a folder that only its owner can enter, and gives its real path. */
function ownFolder(dataDir: string): string {
	mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	const folder = realpathSync(dataDir);
	try {
		chmodSync(folder, 0o700);
	} catch {
		// A mount of somebody else: the database inside has a folder of its own with these rights.
	}
	return folder;
}

const SQLITE_BUSY = 5;

/**
 * Holds a file by a lock of the system; null when it is held already. Node has no words for such locks, but SQLite,
 * which comes with Node, locks its own files so: an open exclusive transaction is nothing else. Nothing else in this
 * process may open the file: closing it would let go of the lock.
 * @returns what lets go of it
 * @throws Error when the file system knows no locks, or refuses this user
 */
function hold(path: string): (() => void) | null {
	if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
	const file = new DatabaseSync(path);
	try {
		file.exec('pragma journal_mode = memory; begin exclusive');
	} catch (error) {
		file.close();
		if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return null;
		throw new Error(
			`The data folder cannot be locked at ${path}: ${(error as Error).message}. ` +
				'Set DATA_DIR to a folder on a disk of this machine.',
			{ cause: error }
		);
	}
	return () => file.close();
}

/** Whole or not at all: another process may be reading it. */
function write(path: string, holder: LockHolder): void {
	const written = `${path}.${randomBytes(6).toString('hex')}`;
	writeFileSync(written, JSON.stringify(holder), { mode: 0o600 });
	renameSync(written, path);
}

function read(path: string): LockHolder | null {
	try {
		return JSON.parse(readFileSync(path, 'utf8')) as LockHolder;
	} catch {
		return null;
	}
}
