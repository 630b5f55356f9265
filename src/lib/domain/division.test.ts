import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	divide,
	DIVISION_KEYS,
	isPooled,
	shortfall,
	type Division,
	type DivisionKey,
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

describe('a minimum and a maximum', () => {
	const bounded = (bounds: Record<string, Pick<DivisionMember, 'min' | 'max'>>) =>
		synthetic.map((member) => ({ ...member, ...bounds[member.nis] }));

	test('what a maximum cuts off goes to the others in proportion, by every pooled key', () => {
		const members = bounded({ a: { max: 500 } });
		expect(partsOf(divide('households', members, rule))).toEqual([500, 750, 750]);
		expect(partsOf(divide('gap', members, rule))).toEqual([500, 643, 857]);
		expect(partsOf(divide('lift-lowest', members, rule))).toEqual([500, 650, 850]);
	});

	test('a minimum takes from the others, also for who would get nothing', () => {
		const members = bounded({ b: { min: 200 } });
		expect(partsOf(divide('growth', members, rule))).toEqual([1350, 200, 450]);
		expect(divide('capped-households', bounded({ a: { min: 100 } }), rule)).toMatchObject({
			parts: new Map([
				['a', 100],
				['b', 400],
				['c', 400]
			]),
			unassigned: 1100
		});
	});

	test('what no maximum has room for stays unassigned', () => {
		const members = bounded({ a: { max: 500 }, b: { max: 300 }, c: { max: 100 } });
		for (const key of ['households', 'gap', 'lift-lowest'] as const)
			expect(divide(key, members, rule)).toMatchObject({ unassigned: 1100, reason: null });
		expect(divide('growth', members, rule)).toMatchObject({
			parts: new Map([
				['a', 500],
				['b', 0],
				['c', 100]
			]),
			unassigned: 1400
		});
	});

	test('minima above the shortfall or above a maximum divide nothing and say why', () => {
		const tooMuch = bounded({ a: { min: 1500 }, b: { min: 501 } });
		expect(divide('gap', tooMuch, rule)).toEqual({
			parts: null,
			reason: 'minima_exceed',
			unassigned: 2000
		});
		const crossed = bounded({ a: { min: 50, max: 40 } });
		expect(divide('lift-lowest', crossed, rule).reason).toBe('bounds_crossed');
	});

	test('own-deficit pools nothing, and so knows none', () => {
		expect(partsOf(divide('own-deficit', bounded({ a: { max: 1 } }), rule))).toEqual([
			600, 600, 800
		]);
	});
});

const bound = fc.option(fc.nat(120), { freq: 2 });
const member = fc
	.record({
		stock: fc.nat(3000),
		households: fc.integer({ min: 1, max: 30_000 }),
		growth: fc.integer({ min: -500, max: 2000 }),
		min: fc.option(fc.nat(40), { freq: 2 }),
		room: bound
	})
	.map(({ room, ...rest }) => ({ ...rest, max: room === null ? null : (rest.min ?? 0) + room }));
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

test.for(DIVISION_KEYS.filter(isPooled))('%s keeps everyone between minimum and maximum', (key) => {
	fc.assert(
		fc.property(region, generated, (members, any) => {
			const { parts, reason } = divide(key, members, any);
			const minima = sum(members.map((one) => one.min ?? 0));
			expect(reason === 'minima_exceed').toBe(minima > shortfall(members, any.goal));
			for (const { nis, min, max } of parts ? members : []) {
				expect(parts?.get(nis)).toBeGreaterThanOrEqual(min ?? 0);
				expect(parts?.get(nis)).toBeLessThanOrEqual(max ?? Infinity);
			}
		})
	);
});

test('nobody goes above the cap but to its minimum', () => {
	fc.assert(
		fc.property(region, generated, (members, any) => {
			const { parts } = divide('capped-households', members, any);
			for (const { nis, stock, households, min } of members) {
				const part = parts?.get(nis) ?? 0;
				if (part > (min ?? 0))
					expect((stock + part) * 10_000).toBeLessThanOrEqual(any.cap * households);
			}
		})
	);
});

test('lifting the lowest leaves the smallest weighted variation of all keys that assign as many', () => {
	const uneven = (members: DivisionMember[], { parts }: Division) =>
		sum(members.map((one) => (one.stock + (parts?.get(one.nis) ?? 0)) ** 2 / one.households));
	const assigned = ({ parts }: Division) => parts && sum(parts.values());
	const unbounded = region.map((members) =>
		members.map((one): DivisionMember => ({ ...one, min: null, max: null }))
	);
	let compared = 0;
	const check = (members: DivisionMember[], any: DivisionRule, keys: readonly DivisionKey[]) => {
		const lowest = divide('lift-lowest', members, any);
		for (const key of keys) {
			const division = divide(key, members, any);
			if (!lowest.parts || assigned(division) !== assigned(lowest)) continue;
			compared += 1;
			const limit = uneven(members, division) * (1 + 1e-12);
			expect(uneven(members, lowest)).toBeLessThanOrEqual(limit);
		}
	};
	fc.assert(
		fc.property(region, generated, (members, any) => {
			check(members, any, DIVISION_KEYS.filter(isPooled));
		})
	);
	fc.assert(
		fc.property(unbounded, generated, (members, any) => check(members, any, DIVISION_KEYS))
	);
	expect(compared).toBeGreaterThan(100);
});
