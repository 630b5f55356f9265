import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { textsOfProject, toCheck, withReaders } from './changed.ts';
import { secondsBefore } from './records.ts';
import { pageTestsFor } from './pages.ts';

/** A check or a run of tests, as programs of Node that end with 0 when all is well. */
export interface Work {
	name: string;
	commands: string[][];
	/** What must have ended before it begins, as far as that is done at all. */
	needs: string[];
	/** A run of Vitest, which counts its tests; anything else counts as one. */
	tests: boolean;
	/** Whether what it says is shown while it runs, and not only when it fails. */
	live: boolean;
	/** Said before it begins. */
	note?: string;
}

const check = (name: string, ...commands: string[][]): Work => ({
	name,
	commands,
	needs: [],
	tests: false,
	live: false
});
const types = check(
	'types',
	['node_modules/@sveltejs/kit/svelte-kit.js', 'sync'],
	['node_modules/svelte-check/bin/svelte-check', '--output', 'human', '--fail-on-warnings']
);
const build = check('build', ['src/cli/bootstrap.js', 'build']);
const lint = (...files: string[]): Work =>
	check('lint', [
		'node_modules/eslint/bin/eslint.js',
		'--max-warnings=0',
		...remembering('eslint'),
		...files
	]);
const format = (...files: string[]): Work =>
	check('format', [
		'node_modules/prettier/bin/prettier.cjs',
		'--check',
		...remembering('prettier'),
		...files
	]);

/** Lets a tool pass over files that it found sound with the same settings, rules and versions; their content counts, not their day. */
function remembering(tool: string): string[] {
	const hash = createHash('sha256');
	for (const file of DECIDES) hash.update(readFileSync(file));
	const place = `node_modules/.cache/checks/${hash.digest('hex').slice(0, 16)}/${tool}`;
	return ['--cache', '--cache-strategy=content', `--cache-location=${place}`];
}

/** What decides whether a file is sound, beside the file itself. */
const DECIDES = [
	'package-lock.json',
	'eslint.config.js',
	'svelte.config.js',
	'.prettierrc',
	'tests/support/doors.js'
];

/** Tests of code share one process: each starts nothing, so a process a file would be half of the time. */
const TOGETHER = ['--no-isolate', '--testTimeout=60000'];

/** A run of Vitest that uses every core. */
const suites = (name: string, needs: string[], ...args: string[]): Work => ({
	name,
	commands: [vitest(...args)],
	needs,
	tests: true,
	live: true
});

const vitest = (...args: string[]): string[] => [
	'node_modules/vitest/vitest.mjs',
	...args,
	'--reporter=default',
	'--reporter=./tests/support/runner/recorder.ts'
];
const ofProjects = (names: readonly string[]): string[] =>
	names.flatMap((name) => ['--project', name]);

/** The projects of Vitest that start servers and browsers, and the built site. */
const SUITES = ['database', 'import', 'pages'];
/** Every part by the name it is asked for, those that take longest first. */
export const PARTS: readonly string[] = ['types', 'unit', 'lint', 'format', 'build', ...SUITES];

/**
 * The parts that are asked for. What needs one core goes side by side, the tests of code among it; the suites, which use
 * all cores, come after.
 */
export function workOn(parts: readonly string[], cores = availableParallelism()): Work[] {
	const wanted = (name: string) => parts.includes(name);
	const workers = parts.length > 1 ? Math.max(1, cores - 1) : cores;
	const unit = {
		...check(
			'unit',
			vitest('run', ...ofProjects(['unit']), ...TOGETHER, `--maxWorkers=${workers}`)
		),
		tests: true,
		live: parts.length === 1
	};
	const together = SUITES.filter(wanted);
	const tested = suites(together.join(', '), ['build'], 'run', ...ofProjects(together));
	return [
		...[types, unit, lint('.'), format('.'), build].filter(({ name }) => wanted(name)),
		...(together.length > 0 ? [tested] : [])
	];
}

/** What changed files can touch: Vitest tells which tests import them, the addresses in tests of pages tell the rest. */
export function workOnChanged(changed: readonly string[]): Work[] {
	if (changed.length === 0) return [];
	const toLint = toCheck(changed, /\.(ts|js|svelte)$/, /^eslint\.config|\/doors\.js$/);
	const toFormat = toCheck(changed, /./, /^\.prettier/);
	const code = ofProjects(['unit', 'database', 'import']);
	const pages = pageTestsFor(changed, textsOfProject(), secondsBefore());
	const chosen = pages.tests.map(({ file, only }) => [file, ...(only ?? [])].join('\n'));
	const tested = [
		suites('changed code', ['build'], 'related', '--run', ...code, ...withReaders(changed)),
		{
			...suites('changed pages', ['build', 'changed code']),
			commands: [['tests/support/runner/chosen.ts', ...chosen]],
			note: `${pages.tests.length} test files of pages, for ${pages.routes} routes${leftOut(pages.left)}`
		}
	];
	return [
		...(toFormat.length > 0 ? [format('--ignore-unknown', ...toFormat)] : []),
		...(toLint.length > 0 ? [lint('--no-warn-ignored', ...toLint)] : []),
		build,
		types,
		...tested.slice(0, chosen.length > 0 ? 2 : 1)
	];
}

const leftOut = (files: readonly string[]): string =>
	files.length > 0 ? `; left out because they take long: ${files.join(', ')}` : '';
