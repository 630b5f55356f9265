import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bulletLayout, type BulletPart } from './bullet.ts';

const parts = (...values: (number | null)[]): BulletPart[] =>
	values.map((value, index) => ({ key: `${index}`, label: '', value, estimated: false }));
const end = (bar: { x: number; width: number } | undefined) => (bar ? bar.x + bar.width : NaN);

describe('bullet', () => {
	test('parts follow one another and end at their sum', () => {
		const { bars, target } = bulletLayout({ parts: parts(41, 14, 28), target: 83 });
		expect(bars[1]?.x).toBeCloseTo(end(bars[0]), 1);
		expect(end(bars[2])).toBeCloseTo(target ?? NaN, 1);
	});

	test('a length is in proportion to its value, counted from zero', () => {
		const { bars, zero } = bulletLayout({ parts: parts(20, 40), target: 100 });
		expect(bars[0]?.x).toBe(zero);
		expect((bars[1]?.width ?? 0) / (bars[0]?.width ?? 1)).toBeCloseTo(2, 1);
	});

	test('a fall goes to the left of zero, and what comes after starts from there', () => {
		const { bars, zero } = bulletLayout({ parts: parts(-24, 40), target: 60 });
		expect(end(bars[0])).toBeCloseTo(zero, 1);
		expect(bars[1]?.x).toBe(0);
		expect(end(bars[1])).toBeGreaterThan(zero);
	});

	test('257 % on a scale to 150 % is cut, with a mark', () => {
		const layout = bulletLayout({ parts: parts(257), target: 100, max: 150 });
		expect(end(layout.bars[0])).toBe(100);
		expect(layout.cutHigh).toBe(true);
		expect(layout.cutLow).toBe(false);
	});

	test('a fall beyond the scale is cut on the left, with a mark', () => {
		const layout = bulletLayout({ parts: parts(-80), target: 100, min: -25, max: 150 });
		expect(layout.bars[0]?.x).toBe(0);
		expect(layout.cutLow).toBe(true);
	});

	test('a scale never leaves out the target', () => {
		const { target } = bulletLayout({ parts: parts(10), target: 100, max: 50 });
		expect(target).toBeLessThan(100);
		expect(target).toBeGreaterThan(90);
	});

	test('an unknown target has no tick, an unknown part no bar', () => {
		const layout = bulletLayout({ parts: parts(312, null, 5), target: null });
		expect(layout.target).toBeNull();
		expect(layout.bars.map(({ key }) => key)).toEqual(['0', '2']);
	});

	test('everything lies inside the drawing, whatever the values', () => {
		const value = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }));
		fc.assert(
			fc.property(fc.array(value, { maxLength: 3 }), value, value, (values, target, max) => {
				const layout = bulletLayout({ parts: parts(...values), target, max: max ?? undefined });
				const places = [
					layout.zero,
					layout.target ?? 0,
					...layout.bars.flatMap((bar) => [bar.x, end(bar)])
				];
				expect(places.filter((place) => !(place >= 0 && place <= 100.02))).toEqual([]);
				expect(layout.bars.filter((bar) => !(bar.width >= 0))).toEqual([]);
			})
		);
	});
});
