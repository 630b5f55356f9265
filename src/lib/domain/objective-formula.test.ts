import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roomToCap, stepOne, stepTwo } from './objective-formula.ts';

const CAP = 900;
const LIMBURG = { objective: 5590, households: 326_925 };

describe('step 1: part of the provincial objective by households', () => {
	it('gives De Panne 83 at either end of the ratios that its published figure allows', () => {
		expect(stepOne(16_586, 4974, 1_000_000)).toBe(82);
		expect(stepOne(16_587, 4974, 1_000_000)).toBe(83);
		expect(stepOne(16_787, 4974, 1_000_000)).toBe(83);
		expect(stepOne(16_788, 4974, 1_000_000)).toBe(84);
	});

	it('gives Heusden-Zolder 197 over the whole range of households that its published share allows', () => {
		expect(stepOne(LIMBURG.objective, 11_542, LIMBURG.households)).toBe(197);
		expect(stepOne(LIMBURG.objective, 11_545, LIMBURG.households)).toBe(197);
	});

	it('rounds a half up and anything below it down, exactly', () => {
		expect(stepOne(1, 1, 2)).toBe(1);
		expect(stepOne(499_999, 1, 1_000_000)).toBe(0);
		expect(stepOne(3, 5, 10)).toBe(2);
	});

	it('refuses a province without households', () => {
		expect(() => stepOne(100, 0, 0)).toThrow(RangeError);
	});

	it('is the integer nearest to the exact part', () => {
		fc.assert(
			fc.property(
				fc.nat(50_000),
				fc.nat(300_000),
				fc.integer({ min: 1, max: 1_000_000 }),
				(objective, households, province) => {
					const twice = 2n * BigInt(objective) * BigInt(households) + BigInt(province);
					const nearest = twice / (2n * BigInt(province));
					expect(stepOne(objective, households, province)).toBe(Number(nearest));
				}
			)
		);
	});
});

describe('step 2: never beyond the limit of the scheme', () => {
	it('leaves De Panne its 83: at 4,54 % the limit is far away', () => {
		expect(stepTwo(83, roomToCap(4974, 226, CAP))).toBe(83);
	});

	it('starts to cut in Limburg at 7,29013 %: 9 % minus the provincial ratio', () => {
		const households = 1_000_000;
		const first = stepOne(LIMBURG.objective, households, LIMBURG.households);
		expect(first).toBe(17_099);
		expect(stepTwo(first, roomToCap(households, 72_901, CAP))).toBe(first);
		expect(stepTwo(first, roomToCap(households, 72_902, CAP))).toBe(first - 1);
	});

	it('is zero at exactly the limit and one dwelling one dwelling below it', () => {
		expect(roomToCap(10_000, 900, CAP)).toBe(0);
		expect(stepTwo(166, roomToCap(10_000, 900, CAP))).toBe(0);
		expect(stepTwo(166, roomToCap(10_000, 901, CAP))).toBe(0);
		expect(stepTwo(166, roomToCap(10_000, 899, CAP))).toBe(1);
	});

	it('rounds the room to the nearest dwelling, halves up', () => {
		expect(stepTwo(10, roomToCap(50, 4, CAP))).toBe(1);
		expect(stepTwo(10, roomToCap(49, 4, CAP))).toBe(0);
	});

	it('takes the limit from the scheme', () => {
		expect(stepTwo(166, roomToCap(10_000, 950, 1000))).toBe(50);
	});

	it('lies between zero and step 1, and a larger stock never gives more', () => {
		fc.assert(
			fc.property(fc.nat(5000), fc.nat(300_000), fc.nat(40_000), (first, households, stock) => {
				const now = stepTwo(first, roomToCap(households, stock, CAP));
				expect(now).toBeGreaterThanOrEqual(0);
				expect(now).toBeLessThanOrEqual(first);
				expect(stepTwo(first, roomToCap(households, stock + 1, CAP))).toBeLessThanOrEqual(now);
			})
		);
	});
});
