// How a command under `npm run data --` says what it takes.
import type { FileTask } from '#lib/server/tasks/file-task.ts';
import type { Task } from '#lib/server/tasks/tasks.ts';

/** Options as they were given on the command line. */
export type Given = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** A task as the command line gives it; its values are still to be checked. */
export interface Asked {
	task: Record<keyof FileTask, unknown> | Exclude<Task, FileTask> | Record<string, unknown>;
	/** The file that the task works on, if any. */
	file: string | null;
}

/** An option of a command; one with `multiple` can be given more than once. */
interface Option {
	type: 'string' | 'boolean';
	multiple?: true;
	about: string;
}

/** A command under `npm run data --`. */
export interface DataCommand {
	/** What stands after the name of the command. */
	usage: string;
	about: string;
	/** Names of the words that must follow the command, options aside; one in brackets may. */
	words: readonly string[] | ((given: Given) => readonly string[]);
	/** The file may have parts beside it, which go with it. */
	parts?: boolean;
	options: Readonly<Record<string, Option>>;
	/** @param path gives a path as seen from where the user stands */
	ask(words: readonly string[], given: Given, path: (name: string) => string): Asked;
}

export const JSON_OPTION = {
	json: { type: 'boolean', about: 'print the result as JSON' }
} as const;
