import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	dwellingsElsewhere,
	excesses,
	gini,
	highestToLowest,
	hoover,
	locationQuotients,
	lorenz,
	regionalSpread,
	shareAgainst,
	theil,
	unweightedVariation,
	weightedVariation,
	whyNoSpread,
	type SpreadPart
} from './spread.ts';

const part = (nis: string, households: number, stock: number): SpreadPart => ({
	nis,
	stock,
	households
});
/** The synthetic region of the domain research (section 7.2). */
const SYNTHETIC = [part('a', 30_000, 2_700), part('b', 10_000, 500), part('c', 10_000, 300)];

describe('the synthetic region to six digits', () => {
	test.for([
		['Hoover', hoover, 0.171429],
		['dwellings elsewhere', dwellingsElsewhere, 600],
		['Gini weighted by households', gini, 0.182857],
		['coefficient of variation, unweighted', unweightedVariation, 0.440195],
		['coefficient of variation, weighted', weightedVariation, 0.361403],
		['highest to lowest', highestToLowest, 3]
	] as const)('%s', ([, measure, expected]) => {
		expect(measure(SYNTHETIC)).toBeCloseTo(expected, 6);
	});

	test('location quotients and excesses', () => {
		const quotients = locationQuotients(SYNTHETIC)?.map((one) => one.quotient.toFixed(6));
		expect(quotients).toEqual(['1.285714', '0.714286', '0.428571']);
		expect(excesses(SYNTHETIC)?.map((one) => one.dwellings)).toEqual([600, -200, -400]);
	});

	test('the Lorenz curve runs from the lowest share to the highest', () => {
		expect(lorenz(SYNTHETIC)?.map(({ nis, x }) => [nis, x])).toEqual([
			[null, 0],
			['c', 0.2],
			['b', 0.4],
			['a', 1]
		]);
	});

	test('city against ring and against neighbours: 9 % over 4 %', () => {
		const [city, ...ring] = SYNTHETIC;
		expect(shareAgainst(city, ring)).toBeCloseTo(2.25, 12);
		expect(regionalSpread(city as SpreadPart, ring)).toBeCloseTo(225, 12);
	});
});

describe('undefined cases have a reason', () => {
	test.for([
		[[part('a', 10, 1)], 'too_few_members'],
		[[part('a', 10, 1), part('b', 0, 0)], 'too_few_members'],
		[[part('a', 0, 0), part('b', 0, 0)], 'no_households'],
		[[part('a', 10, 0), part('b', 10, 0)], 'zero_stock']
	] as const)('%j: %s', ([parts, reason]) => {
		expect(whyNoSpread(parts)).toBe(reason);
		expect([hoover(parts), gini(parts), theil(parts), lorenz(parts)]).toEqual([
			null,
			null,
			null,
			null
		]);
	});

	test('a ratio to nothing is unknown, not infinite', () => {
		expect(highestToLowest([part('a', 10, 1), part('b', 10, 0)])).toBeNull();
		expect(regionalSpread(part('a', 10, 1), [])).toBeNull();
		expect(regionalSpread(part('a', 10, 1), [part('b', 10, 0)])).toBeNull();
	});
});

const member = fc.record({
	households: fc.integer({ min: 1, max: 250_000 }),
	stock: fc.nat(25_000)
});
const region = fc
	.array(member, { minLength: 2, maxLength: 12 })
	.map((members) => members.map((one, index) => ({ ...one, nis: String(index + 10) })))
	.filter((parts) => parts.some((one) => one.stock > 0));

const MEASURES = [hoover, gini, weightedVariation, theil, dwellingsElsewhere] as const;
const close = (a: number | null, b: number | null) =>
	expect(Math.abs((a ?? NaN) - (b ?? NaN))).toBeLessThan(1e-7);

describe('properties over generated regions', () => {
	test('bounds: 0 <= Hoover <= Gini < 1, and Theil is never negative', () => {
		fc.assert(
			fc.property(region, (parts) => {
				const [d, g] = [hoover(parts) ?? NaN, gini(parts) ?? NaN];
				expect(d).toBeGreaterThanOrEqual(0);
				expect(g).toBeGreaterThanOrEqual(d - 1e-9);
				expect(g).toBeLessThan(1);
				expect(theil(parts)).toBeGreaterThanOrEqual(0);
			})
		);
	});

	test('the order of the members changes nothing', () => {
		fc.assert(
			fc.property(region, (parts) => {
				for (const measure of [...MEASURES, unweightedVariation]) {
					close(measure(parts), measure([...parts].reverse()));
				}
			})
		);
	});

	test('splitting a member into two with the same share changes no weighted measure', () => {
		fc.assert(
			fc.property(region, (parts) => {
				const doubled = parts.map((one) => ({
					...one,
					stock: 2 * one.stock,
					households: 2 * one.households
				}));
				const [first, ...rest] = doubled as [SpreadPart, ...SpreadPart[]];
				const half = { ...(parts[0] as SpreadPart), nis: '1' };
				const split = [half, { ...half, nis: '2' }, ...rest];
				for (const measure of MEASURES) close(measure([first, ...rest]), measure(split));
			})
		);
	});

	test('ten times as many homes, or ten times as many households, change no measure but the homes elsewhere', () => {
		fc.assert(
			fc.property(region, fc.constantFrom('stock', 'households'), (parts, of) => {
				const scaled = parts.map((one) => ({ ...one, [of]: 10 * one[of as 'stock'] }));
				for (const measure of [hoover, gini, theil, weightedVariation, unweightedVariation]) {
					close(measure(parts), measure(scaled));
				}
				const elsewhere = dwellingsElsewhere(scaled) ?? NaN;
				close(elsewhere / (of === 'stock' ? 10 : 1), dwellingsElsewhere(parts));
			})
		);
	});

	test('Gini is twice the area between the diagonal and the Lorenz curve', () => {
		fc.assert(
			fc.property(region, (parts) => {
				const curve = lorenz(parts) ?? [];
				const under = curve.slice(1).reduce((sum, point, index) => {
					const before = curve[index] as (typeof curve)[number];
					return sum + ((point.x - before.x) * (point.y + before.y)) / 2;
				}, 0);
				close(gini(parts), 2 * (0.5 - under));
			})
		);
	});

	test('the Lorenz curve is convex, below the diagonal, and at its deepest the Hoover index below it', () => {
		fc.assert(
			fc.property(region, (parts) => {
				const curve = lorenz(parts) ?? [];
				const steps = curve.slice(1).map((point, index) => {
					const before = curve[index] as (typeof curve)[number];
					return (point.y - before.y) / (point.x - before.x);
				});
				steps.slice(1).forEach((step, index) => {
					const before = steps[index] as number;
					expect(step).toBeGreaterThanOrEqual(before * (1 - 1e-6) - 1e-6);
				});
				expect(curve.at(-1)).toMatchObject({ x: 1, y: 1 });
				close(hoover(parts), Math.max(...curve.map(({ x, y }) => x - y)));
			})
		);
	});

	test('location quotients weighted by households are 1 together, and the excesses nothing', () => {
		fc.assert(
			fc.property(region, (parts) => {
				const households = parts.reduce((sum, one) => sum + one.households, 0);
				const quotients = locationQuotients(parts) ?? [];
				const whole = quotients.reduce(
					(sum, one, index) => sum + one.quotient * (parts[index]?.households ?? NaN),
					0
				);
				close(whole / households, 1);
				const above = (excesses(parts) ?? []).reduce((sum, one) => sum + one.dwellings, 0);
				expect(Math.abs(above)).toBeLessThan(1e-6);
			})
		);
	});

	test('equal shares are even by every measure', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 2, maxLength: 9 }),
				(sizes) => {
					const parts = sizes.map((size, index) => part(String(index), size * 100, size * 7));
					for (const measure of [...MEASURES, unweightedVariation]) close(measure(parts), 0);
				}
			)
		);
	});

	test('Hoover × stock is what moving dwelling after dwelling from the highest share to the lowest takes', () => {
		const small = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.nat(4)), {
			minLength: 2,
			maxLength: 4
		});
		fc.assert(
			fc.property(small, (members) => {
				// Multiplied by the households, so that an even division in whole dwellings exists.
				const households = members.reduce((sum, [h]) => sum + h, 0);
				const parts = members.map(([h, s], index) => part(String(index), h, s * households));
				fc.pre(parts.some((one) => one.stock > 0));
				expect(dwellingsElsewhere(parts)).toBeCloseTo(movedOneByOne(parts), 9);
			})
		);
	});
});

describe('Hoover × stock is the least that an exhaustive reallocation moves', () => {
	const smallRegion = fc
		.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.nat(2)), { minLength: 2, maxLength: 3 })
		.map((members) => {
			const households = members.reduce((sum, [h]) => sum + h, 0);
			return members.map(([h, s], index) => part(String(index), h, s * households));
		})
		.filter((parts) => parts.some((one) => one.stock > 0));

	test('over all ways to divide the same homes', () => {
		fc.assert(
			fc.property(smallRegion, (parts) => {
				expect(dwellingsElsewhere(parts)).toBeCloseTo(leastMovedToEven(parts), 9);
			})
		);
	});
});

/** Tries every division of the stock in whole dwellings and keeps, of those that are even, the one that moves the fewest. */
function leastMovedToEven(parts: readonly SpreadPart[]): number {
	const total = parts.reduce((sum, one) => sum + one.stock, 0);
	let least = Infinity;
	for (const division of divisions(total, parts.length)) {
		const after = parts.map((one, index) => ({ ...one, stock: division[index] ?? 0 }));
		const [first] = after as [SpreadPart];
		const even = after.every(
			(one) => one.stock * first.households === first.stock * one.households
		);
		const arrived = after.map((one, index) => one.stock - (parts[index]?.stock ?? 0));
		if (even) least = Math.min(least, sumOf(arrived.filter((dwellings) => dwellings > 0)));
	}
	return least;
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** Every way to write a number as a sum of `terms` numbers of zero or more. */
function* divisions(total: number, terms: number): Generator<number[]> {
	if (terms === 1) return yield [total];
	for (let first = 0; first <= total; first++) {
		for (const rest of divisions(total - first, terms - 1)) yield [first, ...rest];
	}
}

/** Moves one dwelling at a time from the highest share to the lowest until all are the same. */
function movedOneByOne(parts: readonly SpreadPart[]): number {
	const now = parts.map((one) => ({ ...one }));
	for (let moved = 0; ; moved++) {
		now.sort((a, b) => a.stock * b.households - b.stock * a.households);
		const [low, high] = [now[0] as SpreadPart, now.at(-1) as SpreadPart];
		if (low.stock * high.households === high.stock * low.households) return moved;
		high.stock--;
		low.stock++;
	}
}
