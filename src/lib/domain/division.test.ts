import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	divide,
	DIVISION_KEYS,
	shortfall,
	type Division,
	type DivisionMember,
	type DivisionRule
} from './division.ts';

const rule: DivisionRule = { goal: 1100, cap: 900, weights: { households: 1, gap: 1, growth: 1 } };
/** The synthetic region of domain.md 7.2. */
const synthetic: DivisionMember[] = [
	{ nis: 'a', stock: 2700, households: 30000, growth: 300 },
	{ nis: 'b', stock: 500, households: 10000, growth: -50 },
	{ nis: 'c', stock: 300, households: 10000, growth: 100 }
];
const partsOf = ({ parts }: Division) => parts && [...parts.values()];
const sum = (parts: Iterable<number>) => [...parts].reduce((a, b) => a + b, 0);

describe('the synthetic region: 2,000 dwellings short of 11 %', () => {
	test('the shortfall is the goal of all households less all dwellings', () => {
		expect(shortfall(synthetic, 1100)).toBe(2000);
	});

	test.for([
		['households', [1200, 400, 400], 0],
		['gap', [600, 600, 800], 0],
		['lift-lowest', [600, 600, 800], 0],
		['growth', [1500, 0, 500], 0],
		['capped-households', [0, 400, 400], 1200],
		['own-deficit', [600, 600, 800], 0]
	] as const)('%s', ([key, parts, unassigned]) => {
		const division = divide(key, synthetic, rule);
		expect([partsOf(division), division.unassigned]).toEqual([parts, unassigned]);
	});

	test('weighted: each factor by its weight', () => {
		const weights = { households: 1, gap: 3, growth: 0 };
		expect(partsOf(divide('weighted', synthetic, { ...rule, weights }))).toEqual([750, 550, 700]);
	});
});

test('a goal that is reached divides nothing, by any key', () => {
	for (const key of DIVISION_KEYS) {
		expect(partsOf(divide(key, synthetic, { ...rule, goal: 700 }))).toEqual([0, 0, 0]);
	}
});

test('growth is undefined where nobody grows, and weighted where nothing weighs', () => {
	const shrinking = synthetic.map((member) => ({ ...member, growth: -1 }));
	expect(divide('growth', shrinking, rule)).toEqual({
		parts: null,
		reason: 'no_growth',
		unassigned: 2000
	});
	const weights = { households: 0, gap: 0, growth: 0 };
	expect(divide('weighted', synthetic, { ...rule, weights }).reason).toBe('no_weights');
});

test('an equal remainder goes to the larger own gap, then to the lowest NIS code', () => {
	const even = [10, 9, 9].map((stock, at) => ({
		nis: `k${at}`,
		stock,
		households: 100,
		growth: 1
	}));
	expect(shortfall(even, 1000)).toBe(2);
	expect(partsOf(divide('households', even, { ...rule, goal: 1000 }))).toEqual([0, 1, 1]);
	expect(partsOf(divide('households', even, { ...rule, goal: 967 }))).toEqual([0, 1, 1]);
});

const member = fc.record({
	stock: fc.nat(3000),
	households: fc.integer({ min: 1, max: 30_000 }),
	growth: fc.integer({ min: -500, max: 2000 })
});
const region = fc
	.array(member, { minLength: 1, maxLength: 13 })
	.map((members) => members.map((one, at): DivisionMember => ({ ...one, nis: `${34000 + at}` })));
const generated = fc.record({
	goal: fc.integer({ min: 1, max: 2500 }),
	cap: fc.integer({ min: 1, max: 2500 }),
	weights: fc.record({ households: fc.nat(10), gap: fc.nat(10), growth: fc.nat(10) })
});

describe.for(DIVISION_KEYS)('any region, %s', (key) => {
	test('whole parts, that with the unassigned make the shortfall', () => {
		fc.assert(
			fc.property(region, generated, (members, any) => {
				const { parts, unassigned } = divide(key, members, any);
				const total = sum(parts?.values() ?? []) + unassigned;
				expect([...(parts?.values() ?? [])].every((one) => Number.isInteger(one) && one >= 0)).toBe(
					true
				);
				if (key === 'own-deficit')
					expect(total).toBeGreaterThanOrEqual(shortfall(members, any.goal));
				else expect(total).toBe(shortfall(members, any.goal));
			})
		);
	});

	test('the order of the members changes nothing', () => {
		fc.assert(
			fc.property(region, generated, (members, any) => {
				const [one, other] = [members, members.toReversed()].map((list) => divide(key, list, any));
				expect(other).toEqual(one);
			})
		);
	});
});

test('nobody goes above the cap', () => {
	fc.assert(
		fc.property(region, generated, (members, any) => {
			const { parts } = divide('capped-households', members, any);
			for (const { nis, stock, households } of members) {
				const part = parts?.get(nis) ?? 0;
				if (part > 0) expect((stock + part) * 10_000).toBeLessThanOrEqual(any.cap * households);
			}
		})
	);
});

test('lifting the lowest leaves the smallest weighted variation of all keys that assign as many', () => {
	const uneven = (members: DivisionMember[], { parts }: Division) =>
		sum(members.map((one) => (one.stock + (parts?.get(one.nis) ?? 0)) ** 2 / one.households));
	fc.assert(
		fc.property(region, generated, (members, any) => {
			const lowest = uneven(members, divide('lift-lowest', members, any));
			for (const key of DIVISION_KEYS) {
				const division = divide(key, members, any);
				const assigned = sum(division.parts?.values() ?? []);
				if (assigned !== shortfall(members, any.goal)) continue;
				expect(lowest).toBeLessThanOrEqual(uneven(members, division) * (1 + 1e-12));
			}
		})
	);
});
