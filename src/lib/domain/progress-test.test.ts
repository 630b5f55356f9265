import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { derived, fromObservation, unknown, type Figure } from './figure.ts';
import {
	differs,
	neededFor,
	partOfTarget,
	progressTest,
	replay,
	scenario,
	withPipeline
} from './progress-test.ts';
import type { Status } from './status.ts';

const ROUND_2022 = { realised: 7952, withPlanned: 9542 };
const DAY = '2021-12-31';

describe('progress test of 2022', () => {
	test.for([
		['99 of 125 realised is one dwelling short of 79.52 %', [125, 99, 0], 2, 'short', 1],
		['100 of 125 reaches 79.52 %', [125, 100, 0], 1, 'realised', 0],
		['99 realised with 21 planned is 96 %', [125, 99, 21], 1, 'with_planned', 1],
		['99 realised with 20 planned is 96 % less one', [125, 99, 20], 2, 'short', 1],
		['no objective', [0, -3, 0], 1, 'no_objective', 0],
		['fewer dwellings than at the baseline', [125, -10, 30], 2, 'short', 110],
		['far beyond the objective', [125, 321, 0], 1, 'realised', 0],
		['one short of the first line of 10,000', [10_000, 7951, 0], 2, 'short', 1],
		['exactly on the first line', [10_000, 7952, 0], 1, 'realised', 0],
		['one short of the second line', [10_000, 7000, 2541], 2, 'short', 952],
		['exactly on the second line', [10_000, 7000, 2542], 1, 'with_planned', 952]
	] as const)('%s', ([, [target, realised, pipeline], computed, ground, shortRealised]) => {
		expect(progressTest(target, realised, pipeline, ROUND_2022)).toMatchObject({
			computed,
			ground,
			shortRealised
		});
	});

	test('the second line of 125 asks 120 dwellings', () => {
		expect(neededFor(125, 9542)).toBe(120);
		expect(progressTest(125, 99, 20, ROUND_2022).shortWithPlanned).toBe(1);
		expect(progressTest(125, 99, 21, ROUND_2022).shortWithPlanned).toBe(0);
	});

	test('a count within 0.005 points of the line that decides is a tie; a line that does not matter is none', () => {
		expect(progressTest(10_000, 7952, 0, ROUND_2022).tie).toBe(true);
		expect(progressTest(100_000, 79_516, 0, ROUND_2022)).toMatchObject({ computed: 2, tie: true });
		expect(progressTest(100_000, 79_514, 0, ROUND_2022).tie).toBe(false);
		expect(progressTest(100_000, 79_525, 0, ROUND_2022).tie).toBe(false);
		expect(progressTest(10_000, 8500, 1042, ROUND_2022).tie).toBe(false);
		expect(progressTest(125, 99, 21, ROUND_2022).tie).toBe(false);
	});
});

const homes = fc.integer({ min: 1, max: 5000 });
const net = fc.integer({ min: -2000, max: 6000 });
const pipe = fc.integer({ min: 0, max: 3000 });

describe('for any objective', () => {
	test('the shortage is the smallest number of dwellings that reaches the line', () => {
		fc.assert(
			fc.property(homes, net, pipe, (target, realised, pipeline) => {
				const { shortRealised, shortWithPlanned } = progressTest(
					target,
					realised,
					pipeline,
					ROUND_2022
				);
				const at = (more: number) => progressTest(target, realised + more, pipeline, ROUND_2022);
				expect(at(shortRealised).shortRealised).toBe(0);
				expect(at(shortWithPlanned).shortWithPlanned).toBe(0);
				expect(shortRealised === 0 || at(shortRealised - 1).shortRealised === 1).toBe(true);
				expect(shortWithPlanned === 0 || at(shortWithPlanned - 1).shortWithPlanned === 1).toBe(
					true
				);
			})
		);
	});

	test('more dwellings never turn category 1 into 2', () => {
		fc.assert(
			fc.property(homes, net, pipe, pipe, (target, realised, pipeline, more) => {
				const before = progressTest(target, realised, pipeline, ROUND_2022).computed;
				const { extra, fromPipeline } = scenario(target, realised, pipeline, ROUND_2022, more);
				expect(extra.computed).toBeLessThanOrEqual(fromPipeline.computed);
				expect(fromPipeline.computed).toBeLessThanOrEqual(before);
			})
		);
	});

	test('away from a tie, half a hundredth of a per cent more or less gives the same category', () => {
		fc.assert(
			fc.property(homes, net, pipe, (target, realised, pipeline) => {
				const found = progressTest(target, realised, pipeline, ROUND_2022);
				const share = (count: number) => (count / target) * 10_000;
				const near = [share(realised) - 7952, share(realised + pipeline) - 9542].some(
					(gap) => Math.abs(gap) <= 0.5 + 1e-9
				);
				expect(found.tie && !near).toBe(false);
			})
		);
	});
});

const figure = (value: number | null, status: Status = 'normal'): Figure =>
	fromObservation({
		nis: '34022',
		indicator: 'realised',
		date: DAY,
		value,
		status: value === null ? 'missing' : status,
		publication: 1,
		structureOn: null,
		note: null
	});
const figures = (
	target: number | null,
	realised: number | null,
	pipeline: number | null,
	status: Status = 'normal'
) => ({
	target: figure(target),
	realised: figure(realised),
	inExecution: figure(pipeline, status),
	planned: figure(0, status)
});

describe('a replay from figures', () => {
	test('no thresholds, no computed category', () => {
		expect(replay(figures(125, 125, 0), null)).toMatchObject({
			computed: null,
			shortRealised: null
		});
	});

	test('an unknown pipeline leaves category 1 sure and anything else open', () => {
		expect(replay(figures(125, 100, null), ROUND_2022)).toMatchObject({
			computed: 1,
			shortRealised: 0,
			shortWithPlanned: null
		});
		expect(replay(figures(125, 99, null), ROUND_2022)).toMatchObject({
			computed: null,
			shortRealised: 1,
			shortWithPlanned: null
		});
	});

	test('an unknown objective or realisation leaves it open; no objective is category 1 whatever is unknown', () => {
		expect(replay(figures(null, 99, 0), ROUND_2022).computed).toBeNull();
		expect(replay(figures(125, null, 0), ROUND_2022).computed).toBeNull();
		expect(replay(figures(0, null, null), ROUND_2022)).toMatchObject({
			computed: 1,
			ground: 'no_objective',
			shortRealised: 0
		});
	});

	test('it is an estimate when a figure that decides is one', () => {
		expect(replay(figures(125, 100, 5, 'estimated'), ROUND_2022).estimated).toBe(false);
		expect(replay(figures(125, 99, 21, 'estimated'), ROUND_2022).estimated).toBe(true);
		expect(replay(figures(125, 99, 5, 'estimated'), ROUND_2022).estimated).toBe(true);
	});

	test('sum and part of the objective are unknown when a part is', () => {
		expect(withPipeline(figures(125, 99, 21)).value).toBe(120);
		expect(withPipeline(figures(125, 99, null)).value).toBeNull();
		expect(partOfTarget(figure(120), figure(125)).value).toBe(0.96);
		expect(partOfTarget(figure(120), figure(0)).reason).toBe('no_objective');
		expect(partOfTarget(figure(null), figure(125)).value).toBeNull();
		expect(partOfTarget(derived(1, DAY, []), unknown(DAY, 'not_published')).value).toBeNull();
	});
});

test.for([
	[1, '1', false],
	[1, '2a', true],
	[2, '1', true],
	[2, '2', false],
	[2, '2b', false],
	[null, '2b', false],
	[2, null, false]
] as const)('computed %s and entered %s differ: %s', ([computed, entered, expected]) => {
	expect(differs(computed, entered)).toBe(expected);
});

test('dwellings that come out of the pipeline do not move the second line', () => {
	const { extra, fromPipeline } = scenario(125, 90, 28, ROUND_2022, 2);
	expect(extra.computed).toBe(1);
	expect(fromPipeline.computed).toBe(2);
});
