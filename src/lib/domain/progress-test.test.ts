import { describe, expect, test } from 'vitest';
import { progressTest } from './progress-test.ts';

const ROUND_2022 = { realised: 7952, withPlanned: 9542 };

describe('progress test of 2022', () => {
	test('99 of 125 realised is one dwelling short of 79.52 %: category 2', () => {
		expect(progressTest(125, 99, 0, ROUND_2022)).toMatchObject({ computed: 2, shortRealised: 1 });
	});

	test('100 of 125 reaches 79.52 %: category 1', () => {
		expect(progressTest(125, 100, 0, ROUND_2022)).toMatchObject({ computed: 1, shortRealised: 0 });
	});

	test('99 realised with 21 planned is 96 %: category 1 on the second line', () => {
		expect(progressTest(125, 99, 21, ROUND_2022)).toMatchObject({
			computed: 1,
			shortWithPlanned: 0
		});
	});

	test('99 realised with 20 planned is 95.2 %: one dwelling short of 95.42 %', () => {
		expect(progressTest(125, 99, 20, ROUND_2022)).toMatchObject({
			computed: 2,
			shortWithPlanned: 1
		});
	});

	test('no objective is category 1', () => {
		expect(progressTest(0, -3, 0, ROUND_2022).computed).toBe(1);
	});

	test('exactly on a threshold is reached', () => {
		expect(progressTest(10_000, 7952, 0, ROUND_2022).shortRealised).toBe(0);
		expect(progressTest(10_000, 7951, 0, ROUND_2022).shortRealised).toBe(1);
	});
});
