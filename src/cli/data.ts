import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { bundled } from '#lib/server/import/boundaries/bundle.ts';
import { readSettings } from '#lib/server/settings.ts';
import { TaskSchema, type Task } from '#lib/server/tasks.ts';
import {
	DATA_COMMANDS,
	helpText,
	MapError,
	optionsOf,
	type Asked,
	type DataCommand,
	type Given
} from './data-commands.ts';
import { printResult, progressLine } from './print.ts';
import { runOnDatabase } from './reach.ts';

/** The command line cannot be understood; the message says why. */
class UsageError extends Error {}

/**
 * `npm run data -- …`: one task on the data, whoever holds the database.
 * @returns the exit code: 0 done, 1 not done, 2 not understood
 */
export async function data(args: readonly string[]): Promise<0 | 1 | 2> {
	const [name = '', ...rest] = args;
	if (['', 'help', '--help', '-h'].includes(name)) {
		console.log(helpText());
		return name === '' ? 2 : 0;
	}
	try {
		return await run(name, rest);
	} catch (error) {
		if (!(error instanceof UsageError || error instanceof MapError)) throw error;
		const help = Object.hasOwn(DATA_COMMANDS, name) ? `${name} --help` : 'help';
		console.error(`${error.message}\nSee: npm run data -- ${help}`);
		return 2;
	}
}

async function run(name: string, args: string[]): Promise<0 | 1 | 2> {
	const command = Object.hasOwn(DATA_COMMANDS, name) ? DATA_COMMANDS[name] : undefined;
	if (!command) {
		throw new UsageError(
			`There is no command "${name}". Known: ${Object.keys(DATA_COMMANDS).join(', ')}.`
		);
	}
	const { words, given } = parse(command, args);
	if (given['help']) {
		console.log(helpText(name));
		return 0;
	}
	const asked = command.ask(checkedWords(command, words, given), given);
	const task = checkedTask(asked);
	if (asked.file !== null) checkFile(asked.file);
	const progress = progressLine();
	const result = await withFile(asked.file, command, (file) =>
		runOnDatabase(settings(), task, file, progress)
	).finally(progress.end);
	printResult(result, Boolean(given['json']));
	return result.exitCode;
}

/** Does work with the file of a task, its parts packed with it where it has some. */
async function withFile<T>(
	path: string | null,
	{ parts }: DataCommand,
	work: (file: { path: string; name: string } | null) => Promise<T>
): Promise<T> {
	if (path === null) return work(null);
	if (!parts) return work({ path, name: basename(path) });
	const { dispose, ...file } = await bundled(path);
	return work(file).finally(dispose);
}

function parse(command: DataCommand, args: string[]): { words: string[]; given: Given } {
	try {
		const options = optionsOf(command);
		const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
		return { words: positionals, given: values as Given };
	} catch (error) {
		throw new UsageError((error as Error).message);
	}
}

function checkedWords(
	{ words, usage }: DataCommand,
	said: readonly string[],
	given: Given
): readonly string[] {
	const wanted = typeof words === 'function' ? words(given) : words;
	const least = wanted.filter((word) => !word.startsWith('[')).length;
	const isComplete = said.length >= least && said.length <= wanted.length;
	if (isComplete && said.every(Boolean)) return said;
	throw new UsageError(`Expected: ${usage}.`);
}

function checkedTask({ task }: Asked): Task {
	const result = v.safeParse(TaskSchema, task);
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

function settings() {
	try {
		return readSettings(process.env);
	} catch (error) {
		throw new UsageError((error as Error).message);
	}
}
