import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';
import { resultOf } from './results.ts';

/** The variable that names the file in which a run of Vitest leaves what its test files came to. */
export const RECORD = 'TEST_RECORD';

/** The variable that says that tests were chosen by name: the others of their files are no skipped tests. */
export const CHOSEN = 'TESTS_CHOSEN';

/** Lets Vitest tell the runner about every test file, in JSON. */
export default class Recorder implements Reporter {
	onTestRunEnd(modules: readonly TestModule[]): void {
		const chosen = process.env[CHOSEN] === '1';
		const results = modules.map(resultOf).map((one) => (chosen ? { ...one, skipped: [] } : one));
		writeFileSync(process.env[RECORD] ?? '', JSON.stringify(results));
	}
}
