import type { TestModule } from 'vitest/node';
import { expect, test } from 'vitest';
import { costOfParts, countOf, type FileResult, resultOf, slowest } from './results.ts';

const result = (changes: Partial<FileResult> = {}): FileResult => ({
	part: 'unit',
	file: 'a.test.ts',
	seconds: 1,
	passed: 2,
	failed: 0,
	skipped: [],
	whole: true,
	...changes
});

/** A file as Vitest has it, with tests in these states. */
const module = (state: string, ...tests: string[]) =>
	({
		project: { name: 'pages' },
		moduleId: `${process.cwd()}/tests/a.test.ts`,
		state: () => state,
		children: {
			allTests: () =>
				tests.map((one, i) => ({ fullName: `rule ${i}`, result: () => ({ state: one }) }))
		},
		diagnostic: () => ({
			environmentSetupDuration: 100,
			prepareDuration: 200,
			setupDuration: 300,
			collectDuration: 400,
			duration: 5000
		})
	}) as unknown as TestModule;

test('a file costs its loading and preparing besides its tests', () => {
	expect(resultOf(module('passed', 'passed', 'passed'))).toEqual(
		result({ part: 'pages', file: 'tests/a.test.ts', seconds: 6 })
	);
});

test('a test that was skipped or never ended counts as failed', () => {
	const one = resultOf(module('passed', 'passed', 'skipped', 'pending'));
	expect(one.skipped).toEqual(['rule 1', 'rule 2']);
	expect(countOf([one])).toEqual({ passed: 1, failed: 2 });
});

test.for(['failed', 'pending', 'queued'])(
	'a file that is %s without a failed test counts as failed once',
	(state) => {
		expect(countOf([resultOf(module(state, 'passed')), resultOf(module(state))])).toEqual({
			passed: 1,
			failed: 2
		});
	}
);

test('a failed test counts once, and its file not besides', () => {
	expect(countOf([resultOf(module('failed', 'failed', 'passed'))])).toEqual({
		passed: 1,
		failed: 1
	});
});

test('the slowest files come first, and no more than asked', () => {
	const files = [1, 3, 2].map((seconds) => result({ seconds, file: `${seconds}.test.ts` }));
	expect(slowest(files, 2).map(({ file }) => file)).toEqual(['3.test.ts', '2.test.ts']);
});

test('a part costs what its files cost together', () => {
	const files = [result(), result({ part: 'pages', seconds: 4 }), result({ seconds: 2 })];
	expect(costOfParts(files)).toEqual([
		['unit', 3],
		['pages', 4]
	]);
});
