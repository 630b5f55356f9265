import { accessSync, constants, existsSync, readdirSync, readFileSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

/** A data folder that cannot be used; the message says what is wrong, where, and what to do. */
export class FolderError extends Error {
	constructor(message: string, cause?: unknown) {
		super(message, { cause });
		this.name = 'FolderError';
	}
}

/** Version of PostgreSQL that is embedded, as its folder says it. */
const VERSION = '18';
/** Bytes that opening may need on top of what is there: a segment of the log, and room for what it recovers. */
const ROOM = 40 * 1024 * 1024;
/** Without these no database can be opened. */
const NEEDED = ['global/pg_control', 'global/pg_filenode.map', 'pg_wal', 'pg_xact', 'base'];

/** @param what is wrong with it */
export const damagedDatabase = (folder: string, what: string, cause?: unknown): FolderError =>
	new FolderError(
		`The embedded database in ${folder} is damaged: ${what}. Nothing was written. ` +
			'Put the data folder aside and restore a backup: npm run data -- restore FILE.',
		cause
	);

/** Why the embedded engine could not open a folder: it says little itself. */
export function whyNotOpened(folder: string, error: unknown): FolderError {
	const room = roomIn(folder);
	if (isFull(error) || room < ROOM) {
		return new FolderError(
			`The disk of ${folder} is full: ${Math.floor(room / 1024 ** 2)} MB are free, and opening the database ` +
				`may need ${ROOM / 1024 ** 2} MB. The data are whole. Make room, then start again.`,
			error
		);
	}
	const closed = closedPath(folder);
	if (closed !== null) {
		return new FolderError(
			`This user may not read and write ${closed}, a part of the embedded database. ` +
				'Start as the user who owns the data folder, or give the folder to this user (chown -R).',
			error
		);
	}
	return damagedDatabase(folder, whatIsDamaged(folder, error), error);
}

function whatIsDamaged(folder: string, error: unknown): string {
	const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
	if (version !== VERSION) {
		return `it says that it was made by PostgreSQL ${version.slice(0, 20) || '(nothing)'}, and this program opens those of PostgreSQL ${VERSION}`;
	}
	const missing = NEEDED.filter((part) => !existsSync(join(folder, part)));
	if (missing.length > 0) return `${missing.join(', ')} is missing`;
	if (isAllZero(join(folder, 'global/pg_control'))) return 'global/pg_control is empty';
	const reason = (error as Error).message.split('\n', 1)[0] ?? '';
	return `the engine stopped while it opened it (${reason.slice(0, 120)})`;
}

const isFull = (error: unknown): boolean => /ENOSPC|No space left/.test((error as Error).message);

function roomIn(folder: string): number {
	const { bavail, bsize } = statfsSync(folder);
	return bavail * bsize;
}

const isAllZero = (path: string): boolean => readFileSync(path).every((byte) => byte === 0);

/** A part of a folder that this user may not use; null when there is none. */
function closedPath(folder: string): string | null {
	if (!isOpen(folder)) return folder;
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		const closed = entry.isDirectory() ? closedPath(path) : isOpen(path) ? null : path;
		if (closed !== null) return closed;
	}
	return null;
}

function isOpen(path: string): boolean {
	try {
		accessSync(path, constants.R_OK | constants.W_OK);
		return true;
	} catch {
		return false;
	}
}
