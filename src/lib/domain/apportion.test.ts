import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion, ApportionError, reachOf, type Claim } from './apportion.ts';

const claimsOf = (weights: readonly number[], caps: readonly number[] = []): Claim[] =>
	weights.map((weight, index) => ({ key: `k${index}`, weight, cap: caps[index] }));

const weight = fc.double({ min: 0.001, max: 10_000, noNaN: true });
const capped = fc.array(fc.tuple(weight, fc.nat(500)), { minLength: 1, maxLength: 25 });
const division = capped.chain((pairs) => {
	const room = pairs.reduce((sum, [, cap]) => sum + cap, 0);
	const claims = claimsOf(
		pairs.map(([one]) => one),
		pairs.map(([, cap]) => cap)
	);
	return fc.record({ claims: fc.constant(claims), total: fc.nat(room) });
});
/** Whole weights, now and then 0, with a floor and a cap each, and a total that they can hold. */
const bounded = fc
	.array(fc.tuple(fc.nat(1000), fc.nat(50), fc.nat(200)), { minLength: 1, maxLength: 20 })
	.chain((rows) => {
		const claims = rows.map(([weight, floor, above], at): Claim => ({
			key: `k${at}`,
			weight,
			floor,
			cap: floor + above
		}));
		const { least, most } = reachOf(claims);
		return fc.record({ claims: fc.constant(claims), total: fc.integer({ min: least, max: most }) });
	});
/** The unrounded parts, by halving the level until they make the total. */
function quotasOf(total: number, claims: readonly Claim[]): number[] {
	const at = (level: number) =>
		claims.map(({ weight, floor = 0, cap = Infinity }) =>
			Math.max(floor, Math.min(cap, level * weight))
		);
	let [low, high] = [0, 1000];
	for (let step = 0; step < 200; step += 1) {
		const middle = (low + high) / 2;
		if (at(middle).reduce((a, b) => a + b, 0) < total) low = middle;
		else high = middle;
	}
	return at(high);
}
const sum = (parts: Map<string, number>) => [...parts.values()].reduce((a, b) => a + b, 0);

describe('apportion: largest remainder (Hamilton) with floors and caps', () => {
	it('floors the quotas and gives the rest to the largest remainders', () => {
		expect([...apportion(10, claimsOf([1.5, 3.2, 5.3])).values()]).toEqual([2, 3, 5]);
	});

	it('breaks a tie by the lowest key', () => {
		expect([...apportion(1, claimsOf([1, 1, 1])).values()]).toEqual([1, 0, 0]);
	});

	it('sees a tie of quotas of different size: 1/3, 4/3 and 25/3', () => {
		expect([...apportion(10, claimsOf([1, 4, 25])).values()]).toEqual([1, 1, 8]);
	});

	it('breaks a tie by the larger precedence before the lowest key', () => {
		const claims = claimsOf([1, 1, 1]).map((claim, index) => ({ ...claim, precedence: index }));
		expect([...apportion(1, claims).values()]).toEqual([0, 0, 1]);
	});

	it('gives what a cap cuts off to the others in proportion', () => {
		expect([...apportion(100, claimsOf([50, 25, 25], [20])).values()]).toEqual([20, 40, 40]);
	});

	it('divides zero into zeros, also among nobody', () => {
		expect([...apportion(0, claimsOf([0, 3])).values()]).toEqual([0, 0]);
		expect(apportion(0, []).size).toBe(0);
	});

	it('refuses a total for which there is no room, no weight, or which is no whole number', () => {
		expect(() => apportion(6, claimsOf([1, 1], [2, 3]))).toThrow(ApportionError);
		expect(() => apportion(1, claimsOf([0, 0]))).toThrow(ApportionError);
		expect(() => apportion(-1, claimsOf([1]))).toThrow(ApportionError);
		expect(() => apportion(1.5, claimsOf([1]))).toThrow(ApportionError);
	});

	it('gives who would get less exactly its floor, at the cost of the others in proportion', () => {
		const claims = claimsOf([50, 25, 25]).map((one, at) => ({ ...one, floor: at === 2 ? 40 : 0 }));
		expect([...apportion(100, claims).values()]).toEqual([40, 20, 40]);
	});

	it('gives who weighs nothing its floor and no more', () => {
		const claims = claimsOf([1, 0]).map((one) => ({ ...one, floor: 2 }));
		expect([...apportion(9, claims).values()]).toEqual([7, 2]);
	});

	it('settles floors and caps together: what a floor takes lets another come back under its cap', () => {
		const claims: Claim[] = [
			{ key: 'a', weight: 50, cap: 45 },
			{ key: 'b', weight: 30 },
			{ key: 'c', weight: 20, floor: 60 }
		];
		expect([...apportion(100, claims).values()]).toEqual([25, 15, 60]);
	});

	it('refuses floors above the total or above a cap', () => {
		const floor = (...floors: number[]) =>
			claimsOf([1, 1]).map((one, at) => ({ ...one, floor: floors[at] ?? 0 }));
		expect(() => apportion(5, floor(3, 3))).toThrow(ApportionError);
		expect(() => apportion(9, [{ key: 'a', weight: 1, floor: 4, cap: 3 }])).toThrow(ApportionError);
	});

	it('keeps within floors and caps, and within one of the one level that makes the total', () => {
		fc.assert(
			fc.property(bounded, ({ claims, total }) => {
				const parts = apportion(total, claims);
				expect(sum(parts)).toBe(total);
				const quotas = quotasOf(total, claims);
				for (const [at, { key, floor = 0, cap = Infinity }] of claims.entries()) {
					const part = parts.get(key) ?? NaN;
					expect(part).toBeGreaterThanOrEqual(floor);
					expect(part).toBeLessThanOrEqual(cap);
					expect(Math.abs(part - (quotas[at] ?? NaN))).toBeLessThan(1 + 1e-6);
				}
			})
		);
	});

	it('keeps the sum, never goes below zero or above a cap, and gives whole numbers', () => {
		fc.assert(
			fc.property(division, ({ claims, total }) => {
				const parts = apportion(total, claims);
				expect(sum(parts)).toBe(total);
				for (const { key, cap = Infinity } of claims) {
					expect(parts.get(key)).toSatisfy(Number.isInteger);
					expect(parts.get(key)).toBeGreaterThanOrEqual(0);
					expect(parts.get(key)).toBeLessThanOrEqual(cap);
				}
			})
		);
	});

	it('does not depend on the order of the claims', () => {
		fc.assert(
			fc.property(division, fc.integer(), ({ claims, total }, seed) => {
				const shuffled = claims.toSorted((a, b) => hash(a.key, seed) - hash(b.key, seed));
				expect(apportion(total, shuffled)).toEqual(apportion(total, claims));
			})
		);
	});

	it('stays within one of the exact quota where no cap is reached', () => {
		fc.assert(
			fc.property(fc.nat(10_000), fc.array(weight, { minLength: 1 }), (total, weights) => {
				const whole = weights.reduce((a, b) => a + b, 0);
				const parts = apportion(total, claimsOf(weights));
				for (const [index, one] of weights.entries()) {
					const quota = (total * one) / whole;
					expect(Math.abs((parts.get(`k${index}`) ?? NaN) - quota)).toBeLessThan(1 + 1e-6);
				}
			})
		);
	});
});

const hash = (key: string, seed: number): number => Math.sin(seed + Number(key.slice(1)) * 12.9898);
