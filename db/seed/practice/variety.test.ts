import { describe, expect, it } from 'vitest';
import { variety, varietyBetween } from './variety.ts';

const codes = Array.from({ length: 400 }, (_, index) => String(11_001 + index));

describe('variety: a fixed number for a municipality and a subject', () => {
	it('is the documented hash', () => {
		expect(variety('34022', 'effort') * 2 ** 32).toBe(1_677_845_428);
	});

	it('fills the interval evenly for codes that follow one another', () => {
		const tenths = new Array<number>(10).fill(0);
		for (const code of codes) {
			const tenth = Math.floor(10 * variety(code, 'effort'));
			tenths[tenth] = (tenths[tenth] ?? 0) + 1;
		}
		expect(Math.min(...tenths)).toBeGreaterThan(20);
		expect(Math.max(...tenths)).toBeLessThan(60);
	});

	it('differs from subject to subject', () => {
		const same = codes.filter((code) => variety(code, 'tilt') === variety(code, 'effort'));
		expect(same).toEqual([]);
	});

	it('stays inside the interval asked for', () => {
		for (const code of codes) {
			const value = varietyBetween(code, 'effort', 2, 3);
			expect(value).toBeGreaterThanOrEqual(2);
			expect(value).toBeLessThan(3);
		}
	});
});
