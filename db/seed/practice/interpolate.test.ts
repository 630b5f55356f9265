import { describe, expect, it } from 'vitest';
import { interpolate, type Knot } from './interpolate.ts';

const KNOTS: Knot[] = [
	[2010, 100],
	[2014, 140],
	[2016, 120]
];

describe('interpolate: straight lines between known years', () => {
	it.for([
		[2010, 100],
		[2011, 110],
		[2014, 140],
		[2015, 130],
		[2016, 120]
	] as const)('gives %i its value on the line', ([year, value]) => {
		expect(interpolate(KNOTS, year)).toBe(value);
	});

	it('stays flat before the first and after the last known year', () => {
		expect(interpolate(KNOTS, 2000)).toBe(100);
		expect(interpolate(KNOTS, 2030)).toBe(120);
		expect(interpolate([[2010, 7]], 2024)).toBe(7);
	});

	it('refuses to guess without any known year', () => {
		expect(() => interpolate([], 2010)).toThrow(RangeError);
	});
});
