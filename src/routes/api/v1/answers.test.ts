import { expect, test } from 'vitest';
import { openApi } from '#lib/server/api/openapi.ts';
import { answerAt, PATHS } from './answers.ts';

test('every path of the document is answered, and every answer is in the document', () => {
	expect(PATHS.toSorted()).toEqual(Object.keys(openApi()['paths'] as object).sort());
});

test.for([
	['regions', true],
	['regions/kortrijk', true],
	['regions/kortrijk.csv', true],
	['regions/Kortrijk', false],
	['regions/kortrijk/x', false],
	['municipalities/34022/plans', true],
	['municipalities/3402', false],
	['municipalities/34022/objectives', false],
	['versions/2018-02-01/2020-01-01.csv', true],
	['', false]
] as const)('%s: %s', ([path, answers]) => {
	expect(answerAt(path) !== null).toBe(answers);
});
