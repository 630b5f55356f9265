import { parseArgs } from 'node:util';
import { DATA_COMMANDS, helpText, optionsOf } from './data-commands.ts';
import type { DataCommand, Given } from './data-command.ts';
import { complain, type ExitCode, pathFrom, print, type Shell, UsageError } from './shell.ts';

/**
 * `npm run data -- …`: one task on the data, whoever holds the database.
 * @returns the exit code: 0 done, 1 not done, 2 not understood
 */
export async function data(args: readonly string[], shell: Shell): Promise<ExitCode> {
	const [name = '', ...rest] = args;
	if (['', 'help', '--help', '-h'].includes(name)) {
		print(shell, helpText());
		return name === '' ? 2 : 0;
	}
	try {
		return await run(name, rest, shell);
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		const help = Object.hasOwn(DATA_COMMANDS, name) ? `${name} --help` : 'help';
		complain(shell, `${error.message}\nSee: npm run data -- ${help}`);
		return 2;
	}
}

async function run(name: string, args: string[], shell: Shell): Promise<ExitCode> {
	const command = Object.hasOwn(DATA_COMMANDS, name) ? DATA_COMMANDS[name] : undefined;
	if (!command) {
		throw new UsageError(
			`There is no command "${name}". Known: ${Object.keys(DATA_COMMANDS).join(', ')}.`
		);
	}
	const { words, given } = parse(command, args);
	if (given['help']) {
		print(shell, helpText(name));
		return 0;
	}
	const said = checkedWords(command, words, given);
	const asked = command.ask(said, given, (path) => pathFrom(shell, path));
	const { runAsked } = await import('./run-asked.ts'); // all that works on data: help does without
	return runAsked(asked, { parts: command.parts ?? false, json: Boolean(given['json']) }, shell);
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
