/** Which rows the tests of the suite prove: runs those tests once, and tells of each row whether it holds. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Fault } from './fault.ts';

interface Report {
	testResults: {
		name: string;
		assertionResults: { title: string; status: string; failureMessages: string[] }[];
	}[];
}

type Held = Fault & { proof: { file: string; test: string } };

/** What came of the tests of a row: how many passed, in words. @throws Error when one failed or none was found */
export type Verdict = (fault: Held) => string;

/** Runs the tests of these rows. @param folder for what they report */
export function runTests(faults: readonly Held[], folder: string): Verdict {
	const report = join(folder, 'tests.json');
	const files = [...new Set(faults.map(({ proof }) => proof.file))];
	const names = faults.map(({ proof }) => proof.test.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	const { stderr } = spawnSync(
		process.execPath,
		[
			'node_modules/vitest/vitest.mjs',
			...['run', ...files, '-t', names.includes('') ? '' : names.join('|')],
			...['--reporter=json', `--outputFile=${report}`]
		],
		{ encoding: 'utf8' }
	);
	const { testResults } = readReport(report, stderr);
	return ({ proof }) => {
		const own = testResults.filter(({ name }) => name === resolve(proof.file));
		const meant = own
			.flatMap(({ assertionResults }) => assertionResults)
			.filter(({ title }) => title.startsWith(proof.test));
		const failed = meant.find(({ status }) => status !== 'passed');
		if (failed)
			throw new Error(
				`"${failed.title}": ${failed.failureMessages[0]?.split('\n')[0] ?? failed.status}`
			);
		if (meant.length === 0) throw new Error(`${proof.file} has no test "${proof.test}"`);
		return `${meant.length} ${meant.length === 1 ? 'test' : 'tests'} in ${proof.file}`;
	};
}

function readReport(path: string, words: string): Report {
	try {
		return JSON.parse(readFileSync(path, 'utf8')) as Report;
	} catch (error) {
		throw new Error(`The tests did not run: ${words.slice(-2_000)}`, { cause: error });
	}
}
