import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { derived, unknown, type Figure } from './figure.ts';
import { covenantLever, exemptionLever, permitLimit, remainingOf } from './levers.ts';

const known = (value: number, status: Figure['status'] = 'normal'): Figure => ({
	...derived(value, '2021-12-31', []),
	status
});
const none = unknown('2021-12-31', 'not_published');
const left = (realised: Figure, withPipeline = realised) => ({ realised, withPipeline });
const remaining = (target: Figure, realised: Figure, inExecution: Figure, planned: Figure) =>
	remainingOf({ target, counted: { realised, inExecution, planned } });
const values = ({ realised, withPipeline }: ReturnType<typeof remainingOf>) => [
	realised.value,
	withPipeline.value
];

describe('what is left', () => {
	test('Oostende: 374 of 288 leaves nothing, never less than nothing', () => {
		expect(values(remaining(known(288), known(374), known(147), known(87)))).toEqual([0, 0]);
	});
	test('Aalst in April 2018: 583 − 328 = 255, and with 68 and 227 coming nothing', () => {
		expect(values(remaining(known(583), known(328), known(68), known(227)))).toEqual([255, 0]);
	});
	test('nothing is left of an objective of 0, whatever was realised', () => {
		expect(values(remaining(known(0), none, none, none))).toEqual([0, 0]);
	});
	test('an unknown objective or pipeline leaves it unknown', () => {
		expect(values(remaining(none, known(5), known(0), known(0)))).toEqual([null, null]);
		expect(values(remaining(known(10), known(4), none, known(0)))).toEqual([6, null]);
	});
});

describe('a covenant: nothing left and below 15 % of the households', () => {
	const ask = (rest: ReturnType<typeof left>, stock = known(149), households = known(1000)) =>
		covenantLever(rest, stock, households, 1500);

	test('both conditions met is no yes: there are others that no source tells', () =>
		expect(ask(left(known(0)))).toMatchObject({ outcome: 'depends', reason: 'partly_met' }));
	test('at exactly 15 % not any more', () =>
		expect(ask(left(known(0)), known(150))).toMatchObject({
			outcome: 'no',
			reason: 'share_reached'
		}));
	test('homes left', () =>
		expect(ask(left(known(1)))).toMatchObject({ outcome: 'no', reason: 'homes_left' }));
	test('only the pipeline makes it nothing: no source says whether that counts', () =>
		expect(ask(left(known(3), known(0)))).toMatchObject({ outcome: 'depends' }));
	test('unknown stays unknown', () => {
		expect(ask(left(none))).toMatchObject({ outcome: 'unknown', reason: 'remaining_unknown' });
		expect(ask(left(known(0)), none)).toMatchObject({
			outcome: 'unknown',
			reason: 'share_unknown'
		});
	});
	test('one condition that fails decides, also when the other is unknown', () => {
		expect(ask(left(none), known(200)).outcome).toBe('no');
		expect(ask(left(known(9)), none).outcome).toBe('no');
	});
	test('an estimate is marked', () =>
		expect(ask(left(known(0, 'estimated'))).estimated).toBe(true));
});

describe('exemption: more than 25 % of the permitted dwellings', () => {
	const permits = [100, 120, 80, 110, 90].map((value) => known(value));

	test('the limit is a quarter of the average of five years', () => {
		expect(permitLimit(permits, 2500).value).toBe(25);
	});
	test('four years are no average of five', () => {
		expect(permitLimit(permits.slice(1), 2500).reason).toBe('no_permits');
		expect(permitLimit([...permits.slice(1), none], 2500).reason).toBe('no_permits');
	});
	test.for([
		[25, 'no', 'within_limit'],
		[26, 'depends', 'period_unclear'],
		[400, 'depends', 'period_unclear'],
		[401, 'yes', 'met'],
		[0, 'no', 'nothing_asked']
	] as const)('an objective of %d over 16 years: %s', ([objective, outcome, reason]) => {
		expect(exemptionLever(known(objective), known(25), 16)).toMatchObject({ outcome, reason });
	});
	test('without permits or objective it is unknown, and says which', () => {
		expect(exemptionLever(known(9), none, 16).reason).toBe('permits_unknown');
		expect(exemptionLever(none, known(25), 16).reason).toBe('objective_unknown');
	});
	test('more permits never turn a no into a yes', () => {
		fc.assert(
			fc.property(fc.nat(2000), fc.nat(500), fc.nat(500), (objective, limit, more) => {
				const outcomes = ['yes', 'depends', 'no'];
				const at = (one: number) =>
					outcomes.indexOf(exemptionLever(known(objective), known(one), 16).outcome);
				expect(at(limit + more)).toBeGreaterThanOrEqual(at(limit));
			})
		);
	});
});
