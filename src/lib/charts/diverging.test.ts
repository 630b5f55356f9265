import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { divergingLayout } from './diverging.ts';

const rowsOf = (values: readonly number[]) =>
	values.map((value, index) => ({
		id: String(index),
		name: `Gemeente ${index}`,
		value,
		text: String(value),
		estimated: false
	}));
const values = fc.array(fc.integer({ min: -2_000, max: 2_000 }), { maxLength: 40 });

describe('bars to both sides of zero', () => {
	test('the highest stands first and bars are as long as their value', () => {
		const { bars, zero } = divergingLayout(rowsOf([-200, 600, -400]), 24);
		expect(bars.map(({ row }) => row.value)).toEqual([600, -200, -400]);
		expect(bars.map(({ width }) => width / (bars[0]?.width ?? NaN))).toEqual([
			1,
			expect.closeTo(1 / 3, 2),
			expect.closeTo(2 / 3, 2)
		]);
		expect(bars.map(({ x, width, below }) => (below ? x + width : x))).toEqual([
			zero,
			expect.closeTo(zero, 2),
			expect.closeTo(zero, 2)
		]);
	});

	test('bars stay inside, with room for their numbers, whatever the values', () => {
		fc.assert(
			fc.property(values, (all) => {
				const { bars, zero } = divergingLayout(rowsOf(all), 24);
				expect(zero).toBeGreaterThanOrEqual(30);
				expect(zero).toBeLessThanOrEqual(70);
				for (const { x, width } of bars) {
					expect(x).toBeGreaterThanOrEqual(16.9);
					expect(x + width).toBeLessThanOrEqual(83.1);
				}
			})
		);
	});

	test('of more rows than are drawn, those nearest to zero are left out and counted', () => {
		const { bars, omitted } = divergingLayout(rowsOf([1, -50, 2, 80, -3]), 2);
		expect(bars.map(({ row }) => row.value)).toEqual([80, -50]);
		expect(omitted).toBe(3);
	});

	test('nothing above or below is a row without a bar', () => {
		expect(divergingLayout(rowsOf([0, 0]), 24).bars.map(({ width }) => width)).toEqual([0, 0]);
	});
});
