import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { derived, sumOfKnown, unknown, type Figure } from './figure.ts';
import { countOver, sumOfPositive, type Asked } from './members.ts';
import { objectiveProgress, sumProgress, tallyOf } from './objective.ts';
import { sumArea } from './region.ts';
import { VALUELESS } from './status.ts';

const ON = '2021-12-31';
const sure = (value: number): Figure => derived(value, ON, []);
const guess = (value: number): Figure => ({ ...sure(value), status: 'estimated' });
const hole = unknown(ON, 'not_published');

/** A figure that may be unknown or an estimate. */
const figure = (least: number) =>
	fc.oneof(
		fc.constant(hole),
		fc.integer({ min: least, max: 400 }).map(sure),
		fc.integer({ min: least, max: 400 }).map(guess)
	);
const named = <One>(one: fc.Arbitrary<One>) =>
	fc
		.array(one, { maxLength: 9 })
		.map((all) => all.map((each, index) => ({ nis: String(index), each })));
const progresses = named(fc.tuple(figure(0), figure(-50))).map((all) =>
	all.map(({ nis, each: [target, realised] }) => ({
		nis,
		progress: objectiveProgress({
			target,
			status: 'compulsory',
			baseline: hole,
			realised,
			inExecution: hole,
			planned: hole
		})
	}))
);

/** Every value of a figure or none of it: a status without a value never stands at a number, nor the other way round. */
const isWhole = ({ value, status, reason }: Figure): boolean =>
	(value === null) === VALUELESS.includes(status) && (value === null) === (reason !== null);

describe('whatever is unknown, over members', () => {
	test('a sum is never a zero of nobody, and names everyone that it leaves out', () => {
		const sums = [
			sumOfKnown,
			sumOfPositive,
			(parts: { nis: string; figure: Figure }[]) =>
				sumArea(
					parts.map(({ nis, figure: stock }) => ({ nis, stock, households: sure(1000) })),
					ON
				).stock
		];
		fc.assert(
			fc.property(named(figure(0)), (all) => {
				const parts = all.map(({ nis, each }) => ({ nis, figure: each }));
				const holes = parts.filter((one) => one.figure.value === null).map((one) => one.nis);
				for (const sum of sums) {
					const total = sum(parts, ON);
					expect(isWhole(total)).toBe(true);
					expect(total.missing).toEqual(holes);
					if (holes.length === parts.length) expect(total.value).toBeNull();
				}
			})
		);
	});

	test('one estimate among those known makes a sum an estimate, also one that adds nothing', () => {
		expect(sumOfKnown([sure(3), guess(0)].map(part), ON).status).toBe('estimated');
		expect(sumOfPositive([sure(3), guess(-4)].map(part), ON)).toMatchObject({
			value: 3,
			status: 'estimated'
		});
	});

	test('a count has everyone once: it holds, it does not, or it is not known', () => {
		fc.assert(
			fc.property(named(figure(-9)), (all) => {
				const asked: Asked[] = all.map(({ nis, each }) => ({
					nis,
					holds: each.value === null ? null : each.value > 0,
					figures: [each]
				}));
				const counted = countOver(asked);
				expect(counted.known + counted.missing.length).toBe(all.length);
				expect(counted.holding).toBeLessThanOrEqual(counted.known);
				expect(counted.status === 'estimated').toBe(
					all.some(({ each }) => each.value !== null && each.status === 'estimated')
				);
				const { claim } = counted;
				if (counted.missing.length > counted.known) expect(claim).toBe('unknown');
				if (claim === 'all') expect(counted.holding).toBeGreaterThan(1);
				if (claim === 'none') expect(counted.known).toBeGreaterThan(1);
			})
		);
	});

	test('who reaches the objective has everyone once, and what is short is unknown where nobody is known', () => {
		fc.assert(
			fc.property(progresses, (parts) => {
				const { bound, reached, free, missing, short, reachedStatus } = tallyOf(parts, ON);
				expect(bound + free + missing.length).toBe(parts.length);
				expect(reached).toBeLessThanOrEqual(bound);
				expect(isWhole(short)).toBe(true);
				expect(short.value === null).toBe(bound === 0);
				expect(reachedStatus === 'missing').toBe(bound === 0);
				if (short.value !== null) expect(short.missing).toEqual(missing);
			})
		);
	});

	test('the objectives together are a value with a status or neither, whatever is missing', () => {
		fc.assert(
			fc.property(progresses, (parts) => {
				const { target, realised, realisedShare, toRealise, counted } = sumProgress(parts, ON);
				for (const one of [target, realised, realisedShare, toRealise, counted.realised])
					expect(isWhole(one)).toBe(true);
				const holes = parts.filter(({ progress }) => progress.target.value === null);
				expect(target.missing).toEqual(expect.arrayContaining(holes.map((one) => one.nis)));
				if (realisedShare.value !== null) {
					expect(realisedShare.value).toBe((counted.realised.value ?? NaN) / (target.value ?? NaN));
					expect(toRealise.value).toBe((target.value ?? NaN) - (counted.realised.value ?? NaN));
				}
			})
		);
	});
});

const part = (one: Figure, index: number) => ({ nis: String(index), figure: one });
