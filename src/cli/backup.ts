import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';
import { layDown, type Proof, writeBackup } from '#lib/server/tasks/backup.ts';
import {
	copyFolder,
	holdsDatabase,
	lockOf,
	moveDatabase,
	mustBeOurs
} from '#lib/server/database/embedded.ts';
import type { Settings } from '#lib/server/settings.ts';
import { done, type TaskResult } from '#lib/server/tasks/task-result.ts';
import { chainHolds } from '#lib/server/tasks/tasks.ts';
import { runOnDatabase } from './reach.ts';
import { type Shell, UsageError } from './shell.ts';

/** `backup` and `restore`: work on the files of the embedded database, in the process of the command itself. */

export const BackupTask = v.object({ name: v.literal('backup'), to: v.string() });
export const RestoreTask = v.object({
	name: v.literal('restore'),
	from: v.string(),
	/** In the place of the database that is there. */
	replace: v.boolean()
});
export type BackupTask = v.InferOutput<typeof BackupTask>;
export type RestoreTask = v.InferOutput<typeof RestoreTask>;

export const isOfFiles = (task: { name: string }): task is BackupTask | RestoreTask =>
	task.name === 'backup' || task.name === 'restore';

/**
 * Makes or restores a backup.
 * @throws Error that says what stands in the way; UsageError when a file cannot be used
 */
export function runOnFiles(
	settings: Settings,
	task: BackupTask | RestoreTask,
	shell: Shell
): Promise<TaskResult> {
	if (settings.databaseUrl !== null) throw new Error(FOR_POSTGRESQL);
	return task.name === 'backup'
		? backup(settings, task.to, shell)
		: restore(settings.dataDir, task);
}

const FOR_POSTGRESQL =
	'DATABASE_URL is set: `backup` and `restore` are for the embedded database. PostgreSQL has its own programs: ' +
	'pg_dump --format=custom --file=FILE "$DATABASE_URL", and into a new, empty database: ' +
	'pg_restore --exit-on-error --no-owner --dbname="$DATABASE_URL" FILE.';

async function backup(settings: Settings, to: string, shell: Shell): Promise<TaskResult> {
	const { dataDir } = settings;
	if (existsSync(to)) throw new UsageError(`${to} is there already: name another file.`);
	if (!existsSync(dirname(to))) throw new UsageError(`There is no folder ${dirname(to)}.`);
	if (!holdsDatabase(dataDir))
		throw new Error(
			`${dataDir} holds no database for this user. Correct DATA_DIR; nothing was written.`
		);
	const name = newName();
	const [copy, trial] = [copyFolder(dataDir, name), copyFolder(dataDir, newName())];
	try {
		const task = { name: 'copy' as const, as: name };
		await runOnDatabase(settings, task, null, { progress: () => undefined, shell });
		const { size, ...proof } = await writeBackup(copy, to, trial);
		return done(`Written to ${to} (${(size / 1e6).toFixed(1)} MB) and proved. ${told(proof)}`);
	} finally {
		for (const folder of [copy, trial]) rmSync(folder, { recursive: true, force: true });
	}
}

async function restore(dataDir: string, { from, replace }: RestoreTask): Promise<TaskResult> {
	const lock = lockOf(dataDir);
	const copy = copyFolder(lock.folder, newName());
	try {
		if (!holdsDatabase(dataDir)) mustBeOurs(dataDir);
		else if (!replace) throw new Error(notReplacing(dataDir));
		const proof = await layDown(from, copy);
		const kept = await moveDatabase(copy, lock);
		const beside =
			kept && `What was there is kept in ${kept}: remove it when nothing of it is missed.`;
		return done(`Restored to ${dataDir}. ${told(proof)}`, ...(beside ? [beside] : []));
	} finally {
		rmSync(copy, { recursive: true, force: true });
		lock.release();
	}
}

const newName = (): string => randomBytes(6).toString('hex');

const notReplacing = (dataDir: string): string =>
	`${dataDir} holds a database already. Nothing was changed. Set DATA_DIR to a new folder, or add --replace: ` +
	'the present database is then kept beside the restored one.';

const told = (proof: Proof): string =>
	`It holds version ${proof.version} of the data. ${chainHolds(proof)}`;
