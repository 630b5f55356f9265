import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barScale, drawnRows } from './diverging.ts';
import { textWidth } from './labels.ts';

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
	test('the highest stands first', () => {
		expect(drawnRows(rowsOf([-200, 600, -400]), 24).map(({ value }) => value)).toEqual([
			600, -200, -400
		]);
	});

	test('of more rows than are drawn, those nearest to zero are left out', () => {
		expect(drawnRows(rowsOf([1, -50, 2, 80, -3]), 2).map(({ value }) => value)).toEqual([80, -50]);
	});

	test('bars, their numbers and the names beside them stay inside, whatever the values', () => {
		fc.assert(
			fc.property(values, fc.constantFrom(280, 430, 590), (all, width) => {
				const rows = rowsOf(all);
				const x = barScale(rows, width);
				for (const { value, text, name } of rows) {
					const [number, word] = [textWidth(text, 15), textWidth(name, 15)];
					const [left, right] =
						value < 0 ? [x(value) - number, x(0) + word] : [x(0) - word, x(value) + number];
					expect(left).toBeGreaterThanOrEqual(0);
					expect(right).toBeLessThanOrEqual(width);
				}
			})
		);
	});
});
