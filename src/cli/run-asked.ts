import { statSync } from 'node:fs';
import { basename } from 'node:path';
import * as v from 'valibot';
import { bundled } from '#lib/server/desk/boundaries/bundle.ts';
import { readSettings } from '#lib/server/settings.ts';
import { TaskSchema, type Task } from '#lib/server/tasks/tasks.ts';
import { BackupTask, isOfFiles, RestoreTask, runOnFiles } from './backup.ts';
import type { Asked } from './data-command.ts';
import { printResult, progressLine } from './print.ts';
import { runOnDatabase } from './reach.ts';
import { type Shell, UsageError } from './shell.ts';

/**
 * Does what the command line asked, on the database of the settings, and prints what came of it.
 * @param how `parts`: the file may have parts beside it; `json`: the result is printed as JSON
 * @throws UsageError when a value, a file or a setting cannot be used
 */
export async function runAsked(
	asked: Asked,
	how: { parts: boolean; json: boolean },
	shell: Shell
): Promise<0 | 1> {
	const task = checkedTask(asked);
	if (asked.file !== null) checkFile(asked.file);
	const progress = progressLine(shell.stderr);
	const result = await withFile(asked.file, how.parts, (file) =>
		isOfFiles(task)
			? runOnFiles(settings(shell), task, shell)
			: runOnDatabase(settings(shell), task, file, { progress, shell })
	).finally(progress.end);
	printResult(result, how.json, shell);
	return result.exitCode;
}

/** Does work with the file of a task, its parts packed with it where it has some. */
async function withFile<T>(
	path: string | null,
	parts: boolean,
	work: (file: { path: string; name: string } | null) => Promise<T>
): Promise<T> {
	if (path === null) return work(null);
	if (!parts) return work({ path, name: basename(path) });
	const { dispose, ...file } = await bundled(path);
	return work(file).finally(dispose);
}

/** What the command line can ask: a task, wherever it is done, or work on the files of the database. */
const AskedSchema = v.variant('name', [TaskSchema, BackupTask, RestoreTask]);

function checkedTask({ task }: Asked): Task | BackupTask | RestoreTask {
	const result = v.safeParse(AskedSchema, task);
	if (result.success) return result.output;
	const [issue] = result.issues;
	const keys = issue.path?.map(({ key }) => String(key)) ?? [];
	if (keys[0] === 'map') {
		throw new UsageError(`--map cannot have ${keys.slice(1).join(' › ')}: ${issue.message}.`);
	}
	const field = (keys[0] === 'accept' ? keys.at(-1) : keys[0]) ?? '';
	const value = issue.input === null || issue.input === '' ? 'nothing' : quoted(issue.input);
	throw new UsageError(
		`${saidAs(OPTION_OF[field] ?? field)} cannot be ${value}: ${issue.message}.`
	);
}

/** A word that follows the command is in capitals; anything else is an option. */
const saidAs = (name: string): string => (name === name.toUpperCase() ? name : `--${name}`);

/** The most of a wrong value that is said again. */
const SAID_AGAIN = 60;

function quoted(value: unknown): string {
	const said = String(value);
	return `"${said.length > SAID_AGAIN ? `${said.slice(0, SAID_AGAIN)}…` : said}"`;
}

/** Options whose name differs from that of the task's field. */
const OPTION_OF: Readonly<Record<string, string>> = {
	publishedOn: 'published',
	observedUntil: 'observed-until',
	structureOn: 'structure',
	code: 'accept',
	release: 'release-at',
	publication: 'ID',
	words: 'text',
	givenOn: 'given',
	reply: 'withdraw',
	nis: 'NIS',
	figure: 'FIGURE',
	date: 'DATE',
	to: 'practice or --empty'
};

function checkFile(path: string): void {
	const found = statSync(path, { throwIfNoEntry: false });
	if (!found) throw new UsageError(`There is no file ${path}.`);
	if (!found.isFile()) throw new UsageError(`${path} is not a file.`);
}

function settings({ env }: Shell) {
	try {
		return readSettings(env);
	} catch (error) {
		throw new UsageError((error as Error).message);
	}
}
