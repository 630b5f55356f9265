/**
 * Runs every check of the project, or the parts that are named: `npm test -- unit lint`.
 * The last line says how many passed and failed; a static check counts as one test, a skipped test as a failed one.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';

interface Count {
	passed: number;
	failed: number;
}

/** What Vitest writes about a run, as far as it is read here. */
interface Report {
	numPassedTests: number;
	numFailedTests: number;
	numPendingTests: number;
	numTodoTests: number;
	testResults: { name: string; status: string; assertionResults: Outcome[] }[];
}

interface Outcome {
	status: string;
	fullName: string;
}

const RESULTS = 'tests/.results';
const REPORT = `${RESULTS}/vitest.json`;

const CHECKS: Record<string, string[][]> = {
	format: [['node_modules/prettier/bin/prettier.cjs', '--check', '.']],
	lint: [['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0']],
	types: [
		['node_modules/@sveltejs/kit/svelte-kit.js', 'sync'],
		['node_modules/svelte-check/bin/svelte-check', '--output', 'human', '--fail-on-warnings']
	],
	build: [['src/cli/bootstrap.js', 'build']]
};
const PROJECTS = ['unit', 'database', 'import', 'pages'];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in CHECKS) && !PROJECTS.includes(name));
if (unknown.length > 0) {
	console.error(`Unknown part: ${unknown.join(', ')}.`);
	console.error(`Known: ${[...Object.keys(CHECKS), ...PROJECTS].join(', ')}.`);
	process.exit(2);
}
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);

mkdirSync(RESULTS, { recursive: true });
const counts = Object.keys(CHECKS).filter(isWanted).map(check);
const projects = PROJECTS.filter(isWanted);
if (projects.length > 0) counts.push(test(projects));

const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

/** One static check; its output is shown when it fails. */
function check(name: string): Count {
	const started = Date.now();
	for (const command of CHECKS[name] ?? []) {
		const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
		if (status === 0) continue;
		console.log(`✗ ${name}\n${stdout}${stderr}`);
		return { passed: 0, failed: 1 };
	}
	console.log(`✓ ${name} (${seconds(started)} s)`);
	return { passed: 1, failed: 0 };
}

function seconds(started: number): string {
	return ((Date.now() - started) / 1000).toFixed(1);
}

/** The tests of some Vitest projects; what went wrong is shown by Vitest itself. */
function test(names: string[]): Count {
	rmSync(REPORT, { force: true });
	const options = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
	const { status } = spawnSync(
		process.execPath,
		[
			'node_modules/vitest/vitest.mjs',
			'run',
			...options,
			...names.flatMap((name) => ['--project', name])
		],
		{ stdio: 'inherit' }
	);
	const count = readReport();
	// An error outside any test, such as a service that did not start, must not look like success.
	return status !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

function readReport(): Count {
	let report: Report;
	try {
		report = JSON.parse(readFileSync(REPORT, 'utf8')) as Report;
	} catch {
		console.log('✗ The tests ended before they could report.');
		return { passed: 0, failed: 1 };
	}
	const skipped = report.testResults.flatMap(({ name, assertionResults }) =>
		assertionResults
			.filter(({ status }) => status !== 'passed' && status !== 'failed')
			.map(({ fullName }) => `${relative('.', name)}: ${fullName}`)
	);
	for (const test of skipped)
		console.log(`✗ skipped, and a skipped test counts as failed: ${test}`);
	const unloaded = report.testResults.filter(
		({ status, assertionResults }) =>
			status === 'failed' && !assertionResults.some((each) => each.status === 'failed')
	);
	return {
		passed: report.numPassedTests,
		failed: report.numFailedTests + skipped.length + unloaded.length
	};
}
