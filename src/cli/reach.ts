import { makeReady } from '#db/seed/load.ts';
import { openDatabase, type Database, type Place } from '#lib/server/database/database.ts';
import { handOver } from '#lib/server/web/door.ts';
import { fileSource } from '#lib/server/desk/bytes/source.ts';
import { DatabaseLockedError } from '#lib/server/database/lock.ts';
import { runFor } from '#lib/server/deeds/run-for.ts';
import type { Task } from '#lib/server/tasks/tasks.ts';
import type { Progress, TaskResult } from '#lib/server/tasks/task-result.ts';
import { complain, type Shell } from './shell.ts';

/**
 * Does a task on the database that the settings name: directly, or, when another process holds the embedded database,
 * through that process's door.
 * @throws Error that says who holds the database when it has no door, or why it cannot be reached
 */
export async function runOnDatabase(
	settings: Place,
	task: Task,
	file: { path: string; name: string } | null,
	{ progress, shell }: { progress: (progress: Progress) => void; shell: Shell }
): Promise<TaskResult> {
	let database: Database;
	try {
		database = await openDatabase({ ...settings, readUrl: null }); // what is checked must be the newest
	} catch (error) {
		const door = error instanceof DatabaseLockedError ? error.holder?.door : null;
		if (!door) throw error;
		return handOver(door, task, file, progress);
	}
	try {
		if (task.name !== 'reset') {
			const say = (line: string) => complain(shell, line);
			await makeReady(database, say, settings.mustExist);
		}
		return await runFor(database, task, file && fileSource(file.path, file.name), progress, null);
	} finally {
		await database.close();
	}
}
