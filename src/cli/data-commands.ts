import { readFileSync } from 'node:fs';
import type { ParseArgsOptionsConfig } from 'node:util';
import type { FileTask } from '#lib/server/tasks/file-task.ts';
import { boundaryCommand } from './boundary-command.ts';
import { replyCommand } from './reply-command.ts';
import { UsageError } from './shell.ts';
import { JSON_OPTION, type DataCommand, type Given } from './data-command.ts';

const FILE_OPTIONS = {
	title: {
		type: 'string',
		about: 'title of the publication (default: of the layout, else the name of the file)'
	},
	publisher: { type: 'string', about: 'who published it (default: of the layout)' },
	published: {
		type: 'string',
		about:
			'day of publication, YYYY-MM-DD (default: today); the figures are known here from their release on'
	},
	kind: {
		type: 'string',
		about:
			'first, revision (better figures) or correction (an error repaired); needed when earlier figures change'
	},
	why: { type: 'string', about: 'why earlier figures change, in Dutch: the site shows it' },
	supersedes: {
		type: 'string',
		about:
			'number of the publication that it replaces (default: the one with most of the same figures)'
	},
	accept: {
		type: 'string',
		multiple: true,
		about: 'a kind of finding that you say yes to; can be given more than once'
	},
	because: {
		type: 'string',
		multiple: true,
		about: 'why, in Dutch: the site shows it; one for each --accept, in the same order'
	},
	draft: { type: 'boolean', about: 'keep it as a draft that no page shows, until `release`' },
	'release-at': {
		type: 'string',
		about: 'release it at a moment, such as 2026-12-01T09:00 (clock of Brussels)'
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
	on: {
		type: 'string',
		about:
			'the day that the file is about, where it does not say so: reference date, or first day of memberships'
	},
	regime: {
		type: 'string',
		about:
			'the regime for which the homes count, where the file does not say so: bso-2042, or its years'
	},
	map: {
		type: 'string',
		about:
			'JSON file that says what columns, sheets and names stand for, where the file leaves it open'
	},
	...JSON_OPTION
} as const;

const fileCommand = (name: FileTask['name'], about: string): DataCommand => ({
	usage: 'FILE [options]',
	about,
	words: ['FILE'],
	options: FILE_OPTIONS,
	ask: ([file = ''], given, path) => ({
		task: {
			name,
			kind: given['kind'] ?? null,
			why: given['why'] ?? null,
			supersedes: given['supersedes'] === undefined ? null : Number(given['supersedes']),
			accept: answersOf(given),
			release: given['release-at'] ?? (given['draft'] ? 'draft' : 'now'),
			publishedOn: given['published'] ?? null,
			publisher: given['publisher'] ?? null,
			title: given['title'] ?? null,
			url: given['url'] ?? null,
			licence: given['licence'] ?? null,
			observedUntil: given['observed-until'] === undefined ? null : Number(given['observed-until']),
			structureOn: given['structure'] ?? null,
			on: given['on'] ?? null,
			regime: given['regime'] ?? null,
			map: given['map'] === undefined ? null : readMap(path(String(given['map'])))
		},
		file: path(file)
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
		'check a file and write its figures or rules as a new publication: all of them, or none'
	),
	boundaries: boundaryCommand,
	list: {
		usage: '[--json]',
		about: 'show the publications with their numbers of figures',
		words: [],
		options: JSON_OPTION,
		ask: () => ({ task: { name: 'list' }, file: null })
	},
	show: {
		usage: 'ID [--json]',
		about: 'show one publication: its data, what it brought, what was accepted',
		words: ['ID'],
		options: JSON_OPTION,
		ask: ([id]) => ({ task: { name: 'show', publication: Number(id) }, file: null })
	},
	release: {
		usage: 'ID [--at MOMENT]',
		about: 'release a draft: its figures are known from that day on',
		words: ['ID'],
		options: {
			at: { type: 'string', about: 'a moment to come, such as 2026-12-01T09:00 (default: now)' },
			...JSON_OPTION
		},
		ask: ([id], given) => ({
			task: { name: 'release', publication: Number(id), at: given['at'] ?? null },
			file: null
		})
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
	reply: replyCommand,
	verify: {
		usage: '[--json]',
		about: 'prove that nothing was altered after its release: compute the whole chain again',
		words: [],
		options: JSON_OPTION,
		ask: () => ({ task: { name: 'verify' }, file: null })
	},
	'new-key': {
		usage: '[--trust KEY]',
		about: 'sign the chain with a new key from now on; those of before stay known',
		words: [],
		options: {
			trust: {
				type: 'string',
				multiple: true,
				about: 'a key that signed, is not known here, and that you answer for; more than once'
			},
			...JSON_OPTION
		},
		ask: (_, given) => ({ task: { name: 'new-key', trusted: given['trust'] ?? [] }, file: null })
	},
	export: {
		usage: 'FOLDER',
		about: 'write the open data as known today: a data package of CSV files',
		words: ['FOLDER'],
		options: JSON_OPTION,
		ask: ([folder = ''], _, path) => ({
			task: { name: 'export', folder: path(folder) },
			file: null
		})
	},
	rules: {
		usage: 'FOLDER',
		about: 'write the start rules that came with a newer program as files to check and import',
		words: ['FOLDER'],
		options: JSON_OPTION,
		ask: ([folder = ''], _, path) => ({
			task: { name: 'rules', folder: path(folder) },
			file: null
		})
	},
	desk: {
		usage: '[--site ADDRESS]',
		about: 'print a link that opens the desk once, on this machine, where no sign-in is set',
		words: [],
		options: {
			site: {
				type: 'string',
				about: 'address of the running site (default: http://127.0.0.1:3000)'
			},
			...JSON_OPTION
		},
		ask: (_, given) => ({
			task: { name: 'desk', site: given['site'] ?? 'http://127.0.0.1:3000' },
			file: null
		})
	},
	backup: {
		usage: 'FILE',
		about:
			'write the whole embedded database to one file, while the site runs or not, and prove it',
		words: ['FILE'],
		options: JSON_OPTION,
		ask: ([file = ''], _, path) => ({ task: { name: 'backup', to: path(file) }, file: null })
	},
	restore: {
		usage: 'FILE [--replace]',
		about: 'put the database of a backup in DATA_DIR, once it is proved; no site may run on it',
		words: ['FILE'],
		options: {
			replace: {
				type: 'boolean',
				about: 'in the place of the database that is there, which is kept beside it'
			},
			...JSON_OPTION
		},
		ask: ([file = ''], given, path) => ({
			task: { name: 'restore', from: path(file), replace: Boolean(given['replace']) },
			file: path(file)
		})
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
		Object.entries(command.options).map(([name, { type, multiple = false }]) => [
			name,
			{ type, multiple }
		])
	),
	help: { type: 'boolean' }
});

/** Each `--accept` with its `--because`; one that lacks the other stays blank and is refused. */
function answersOf({ accept = [], because = [] }: Given): { code: string; because: string }[] {
	const [codes, reasons] = [accept, because] as readonly (readonly string[])[];
	const count = Math.max(codes?.length ?? 0, reasons?.length ?? 0);
	return Array.from({ length: count }, (_, at) => ({
		code: codes?.[at] ?? '',
		because: reasons?.[at] ?? ''
	}));
}

function startingPoint({ practice, empty }: Given): string | null {
	if (Boolean(practice) === Boolean(empty)) return null;
	return practice ? 'practice' : 'empty';
}

/**
 * The mapping file; what it may hold is checked with the task.
 * @throws UsageError when it is not there, or no JSON
 */
function readMap(path: string): unknown {
	try {
		return JSON.parse(readFileSync(path, 'utf8'));
	} catch (error) {
		throw new UsageError(`--map cannot be read: ${path}: ${(error as Error).message}.`);
	}
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
