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
