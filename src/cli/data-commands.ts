import type { ParseArgsOptionsConfig } from 'node:util';
import type { FileTask, Task } from '#lib/server/tasks.ts';
import { boundaryCommand } from './boundary-command.ts';
import { pathFrom } from './paths.ts';

/** Options as they were given on the command line. */
export type Given = Readonly<Record<string, string | boolean | undefined>>;

/** A task as the command line gives it; its values are still to be checked. */
export interface Asked {
	task: Record<keyof FileTask, unknown> | Exclude<Task, FileTask> | Record<string, unknown>;
	/** The file that the task works on, if any. */
	file: string | null;
}

/** A command under `npm run data --`. */
export interface DataCommand {
	/** What stands after the name of the command. */
	usage: string;
	about: string;
	/** Names of the words that must follow the command, options aside. */
	words: readonly string[] | ((given: Given) => readonly string[]);
	/** The file may have parts beside it, which go with it. */
	parts?: boolean;
	options: Readonly<Record<string, { type: 'string' | 'boolean'; about: string }>>;
	ask(words: readonly string[], given: Given): Asked;
}

const JSON_OPTION = { json: { type: 'boolean', about: 'print the result as JSON' } } as const;

const FILE_OPTIONS = {
	title: {
		type: 'string',
		about: 'title of the publication (default: of the layout, else the name of the file)'
	},
	publisher: { type: 'string', about: 'who published it (default: of the layout)' },
	published: {
		type: 'string',
		about: 'day of publication, from which the figures are known, YYYY-MM-DD (default: today)'
	},
	kind: {
		type: 'string',
		about: 'first (default), revision (better figures) or correction (an error repaired)'
	},
	url: { type: 'string', about: 'where it was published, https://…' },
	licence: { type: 'string', about: 'licence under which it was published' },
	'observed-until': {
		type: 'string',
		about: 'last year that was counted; later years are projections'
	},
	structure: {
		type: 'string',
		about:
			'a day of the municipal structure that all figures follow, YYYY-MM-DD (default: that of each reference date)'
	},
	...JSON_OPTION
} as const;

const fileCommand = (name: FileTask['name'], about: string): DataCommand => ({
	usage: 'FILE [options]',
	about,
	words: ['FILE'],
	options: FILE_OPTIONS,
	ask: ([file = ''], given) => ({
		task: {
			name,
			kind: given['kind'] ?? 'first',
			publishedOn: given['published'] ?? null,
			publisher: given['publisher'] ?? null,
			title: given['title'] ?? null,
			url: given['url'] ?? null,
			licence: given['licence'] ?? null,
			observedUntil: given['observed-until'] === undefined ? null : Number(given['observed-until']),
			structureOn: given['structure'] ?? null
		},
		file: pathFrom(file)
	})
});

/** The commands by name, in the order of the help. */
export const DATA_COMMANDS: Readonly<Record<string, DataCommand>> = {
	check: fileCommand(
		'check',
		'tell what is wrong with a file, and what it would bring; write nothing'
	),
	import: fileCommand(
		'import',
		'check a file and write its figures as a new publication: all of them, or none'
	),
	boundaries: boundaryCommand,
	list: {
		usage: '[--json]',
		about: 'show the publications with their numbers of figures',
		words: [],
		options: JSON_OPTION,
		ask: () => ({ task: { name: 'list' }, file: null })
	},
	withdraw: {
		usage: 'ID --why TEXT',
		about: 'take a publication back from today on; nothing is deleted',
		words: ['ID'],
		options: {
			why: { type: 'string', about: 'the reason, in Dutch: the site shows it (required)' },
			...JSON_OPTION
		},
		ask: ([id], given) => ({
			task: { name: 'withdraw', publication: Number(id), why: given['why'] ?? '' },
			file: null
		})
	},
	export: {
		usage: 'FOLDER',
		about: 'write the open data as known today: one CSV file a subject',
		words: ['FOLDER'],
		options: JSON_OPTION,
		ask: ([folder = '']) => ({ task: { name: 'export', folder: pathFrom(folder) }, file: null })
	},
	reset: {
		usage: '--practice | --empty',
		about: 'throw all data away, imports too, and start again',
		words: [],
		options: {
			practice: { type: 'boolean', about: 'with the start data set, practice figures included' },
			empty: { type: 'boolean', about: 'with the reference facts only' },
			...JSON_OPTION
		},
		ask: (_, given) => ({ task: { name: 'reset', to: startingPoint(given) }, file: null })
	}
};

/** Options of a command in the form that `parseArgs` wants. */
export const optionsOf = (command: DataCommand): ParseArgsOptionsConfig => ({
	...Object.fromEntries(
		Object.entries(command.options).map(([name, { type }]) => [name, { type }])
	),
	help: { type: 'boolean' }
});

function startingPoint({ practice, empty }: Given): string | null {
	if (Boolean(practice) === Boolean(empty)) return null;
	return practice ? 'practice' : 'empty';
}

/** The help of one command, or of all. */
export function helpText(name?: string): string {
	const command = name === undefined ? undefined : DATA_COMMANDS[name];
	if (name !== undefined && command) {
		const options = Object.entries(command.options);
		return [
			`npm run data -- ${name} ${command.usage}`,
			`  ${command.about}`,
			'',
			'Options:',
			...lined(
				options.map(([option, { type, about }]) => [
					`--${option}${type === 'string' ? ' …' : ''}`,
					about
				])
			)
		].join('\n');
	}
	return [
		'npm run data -- COMMAND',
		'',
		...lined(
			Object.entries(DATA_COMMANDS).map(([one, { usage, about }]) => [`${one} ${usage}`, about])
		),
		'',
		'COMMAND --help shows the options of a command.',
		'Exit code: 0 done; 1 not done, findings or a message say why; 2 the command was not understood.'
	].join('\n');
}

function lined(pairs: readonly (readonly [string, string])[]): string[] {
	const width = Math.max(...pairs.map(([left]) => left.length));
	return pairs.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
