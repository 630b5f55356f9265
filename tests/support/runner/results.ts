import { relative } from 'node:path';
import type { TestModule } from 'vitest/node';

/** What one test file came to. */
export interface FileResult {
	/** The project of Vitest that ran it. */
	part: string;
	file: string;
	/** All that it cost: loading, preparing, tests. */
	seconds: number;
	passed: number;
	failed: number;
	skipped: string[];
	/** Nothing failed outside its tests: it could be loaded, and was run to its end. */
	whole: boolean;
}

export interface Count {
	passed: number;
	failed: number;
}

/** Reads off what Vitest knows of a file that it has run. */
export function resultOf(module: TestModule): FileResult {
	const tests = [...module.children.allTests()];
	const named = (...states: string[]) => tests.filter((one) => states.includes(one.result().state));
	const cost = module.diagnostic();
	const milliseconds =
		cost.environmentSetupDuration +
		cost.prepareDuration +
		cost.setupDuration +
		cost.collectDuration +
		cost.duration;
	const failed = named('failed').length;
	return {
		part: module.project.name,
		file: relative('.', module.moduleId),
		seconds: milliseconds / 1000,
		passed: named('passed').length,
		failed,
		skipped: named('skipped', 'pending').map(({ fullName }) => fullName),
		whole: ['passed', 'skipped'].includes(module.state()) || failed > 0
	};
}

/** All files together; a skipped test counts as failed, and so does a file that broke outside its tests. */
export const countOf = (results: readonly FileResult[]): Count => ({
	passed: sum(results.map((one) => one.passed)),
	failed: sum(results.map((one) => one.failed + one.skipped.length + (one.whole ? 0 : 1)))
});

/** The files that cost most, the dearest first. */
export const slowest = (results: readonly FileResult[], most: number): FileResult[] =>
	results.toSorted((a, b) => b.seconds - a.seconds).slice(0, most);

/** What the files of each part cost together, in seconds. */
export const costOfParts = (results: readonly FileResult[]): [part: string, seconds: number][] =>
	[...Map.groupBy(results, ({ part }) => part)].map(([part, files]) => [
		part,
		sum(files.map(({ seconds }) => seconds))
	]);

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
