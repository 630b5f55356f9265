import { describe, expect, test } from 'vitest';
import { derived, unknown, type Figure } from './figure.ts';
import { attainment, classOf, measured, type Attainment, type Measure } from './measures.ts';
import { objectiveProgress } from './objective.ts';

const DAY = '2020-12-31';
const figure = (value: number | null): Figure =>
	value === null ? unknown(DAY, 'not_published') : derived(value, DAY, []);
const progress = (target: number | null, realised: number | null) =>
	objectiveProgress({
		target: figure(target),
		status: 'compulsory',
		baseline: figure(0),
		realised: figure(realised),
		inExecution: figure(0),
		planned: figure(0)
	});

describe('where a municipality stands against its objective', () => {
	test.for<[Attainment, number | null, number | null]>([
		['reached', 83, 83],
		['reached', 83, 214],
		['on_the_way', 83, 82],
		['on_the_way', 83, 1],
		['not_begun', 83, 0],
		['not_begun', 83, -3],
		['no_objective', 0, 18],
		['no_objective', 0, -3],
		['no_objective', 0, null],
		['unknown', null, 41],
		['unknown', 83, null],
		['unknown', null, null]
	])('%s: target %s, realised %s', ([expected, target, realised]) => {
		expect(attainment(progress(target, realised))).toBe(expected);
	});

	test('what an exempt part of a merger realised reaches nobody’s objective', () => {
		const whole = progress(74, 500);
		const counted = { ...whole.counted, realised: figure(20) };
		expect(attainment({ ...whole, counted })).toBe('on_the_way');
	});
});

describe('classes of the map', () => {
	test.for<[Measure, number | null, number | null]>([
		['share', 0.11, 5],
		['share', 0.1099999, 4],
		['share', 0.09, 4],
		['share', 0.02, 1],
		['share', 0.0199999, 0],
		['share', 0, 0],
		['share', null, null],
		['progress', -0.01, 0],
		['progress', 0, 1],
		['progress', 0.9999, 4],
		['progress', 1, 5],
		['progress', 2.57, 5],
		['progress', null, null],
		['short', -12, 0],
		['short', 0, 0],
		['short', 1, 1],
		['short', 25, 1],
		['short', 26, 2],
		['short', 501, 5],
		['short', null, null]
	])('%s %s falls in class %s', ([measure, value, expected]) => {
		expect(classOf(measure, value)).toBe(expected);
	});
});

test('each measure shows its own figure: share, part of the objective, dwellings still to realise', () => {
	const standing = { share: figure(0.07), objective: progress(80, 20) };
	const values = (['share', 'progress', 'short'] as const).map(
		(measure) => measured(measure, standing).value
	);
	expect(values).toEqual([0.07, 0.25, 60]);
});
