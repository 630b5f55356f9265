import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Where the process that holds the embedded database takes tasks from its owner. */
export interface Door {
	port: number;
	secret: string;
}

/** What stands in the lock file: who holds the folder, since when, and its door. */
export interface LockHolder {
	pid: number;
	/** Start of the process in clock ticks since boot where the system tells, so that a reused id is seen. */
	ticks: string | null;
	since: string;
	token: string;
	door: Door | null;
}

export class DatabaseLockedError extends Error {
	readonly holder: LockHolder;

	constructor(dataDir: string, holder: LockHolder) {
		super(
			`The embedded database in ${dataDir} is in use by process ${holder.pid} since ${holder.since}. ` +
				'Stop that process, or set DATA_DIR or DATABASE_URL to another database.'
		);
		this.name = 'DatabaseLockedError';
		this.holder = holder;
	}
}

/** An exclusive hold on the folder of the embedded database. */
export interface Lock {
	/** Writes the door into the lock file, which only the owner can read. */
	announce(door: Door): void;
	release(): void;
}

/** Path of the lock file of a data folder. */
export const lockPath = (dataDir: string): string => `${dataDir.replace(/\/+$/, '')}.lock`;

/** The live process that holds the folder, or null. */
export function lockHolder(dataDir: string): LockHolder | null {
	const holder = read(lockPath(dataDir));
	return holder && isAlive(holder) ? holder : null;
}

/**
 * Takes the exclusive lock beside the data folder.
 * PGlite itself does not lock: a second process would lose committed rows without an error.
 * @throws DatabaseLockedError when a live process holds it.
 */
export function acquireLock(dataDir: string): Lock {
	const path = lockPath(dataDir);
	const own: LockHolder = {
		pid: process.pid,
		ticks: startTicks(process.pid),
		since: new Date().toISOString(),
		token: randomBytes(16).toString('hex'),
		door: null
	};
	mkdirSync(dirname(path), { recursive: true });
	for (let attempt = 0; attempt < 5; attempt++) {
		if (create(path, own)) return heldLock(path, own);
		const holder = read(path);
		if (holder && isAlive(holder)) throw new DatabaseLockedError(dataDir, holder);
		removeDead(path, holder);
	}
	throw new Error(`The lock file ${path} cannot be taken; remove it if no process uses it.`);
}

function create(path: string, holder: LockHolder): boolean {
	try {
		writeFileSync(path, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw error;
	}
}

function heldLock(path: string, own: LockHolder): Lock {
	return {
		announce(door) {
			const written = `${path}.${own.token}`;
			writeFileSync(written, JSON.stringify({ ...own, door }), { mode: 0o600 });
			renameSync(written, path);
		},
		release() {
			if (read(path)?.token === own.token) unlinkSync(path);
		}
	};
}

/** Moves a dead process's file away; if another process was quicker and it is a live one by now, puts it back. */
function removeDead(path: string, dead: LockHolder | null): void {
	const aside = `${path}.${randomBytes(6).toString('hex')}`;
	try {
		renameSync(path, aside);
	} catch {
		return;
	}
	const moved = read(aside);
	if (moved && moved.token !== dead?.token) renameSync(aside, path);
	else unlinkSync(aside);
}

function read(path: string): LockHolder | null {
	try {
		return JSON.parse(readFileSync(path, 'utf8')) as LockHolder;
	} catch {
		return null;
	}
}

function isAlive(holder: LockHolder): boolean {
	try {
		process.kill(holder.pid, 0);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
	}
	return holder.ticks === null || holder.ticks === startTicks(holder.pid);
}

function startTicks(pid: number): string | null {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
	} catch {
		return null;
	}
}
