import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extentOf, steps } from './change-steps.ts';

test('each bar begins where the one before ends', () => {
	expect(steps([-5, 0, 12])).toEqual([
		{ from: 0, to: -5 },
		{ from: -5, to: -5 },
		{ from: -5, to: 7 }
	]);
});

test('the extent holds every bar and the start', () => {
	expect(extentOf([[-5, 12], [3]])).toEqual([-5, 7]);
	expect(extentOf([])).toEqual([0, 0]);
});

test('the last bar ends at the sum of the changes, inside the extent', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 1 }), (changes) => {
			const end = steps(changes).at(-1)?.to ?? NaN;
			const [min, max] = extentOf([changes]);
			expect(end).toBe(changes.reduce((sum, one) => sum + one, 0));
			expect(min <= end && end <= max).toBe(true);
		})
	);
});
