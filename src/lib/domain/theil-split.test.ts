import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { theil, type SpreadPart } from './spread.ts';
import { differInSize, overlap, theilSplit, whyNoSplit } from './theil-split.ts';

let next = 0;
const part = (households: number, stock: number, nis = String(next++)): SpreadPart => ({
	nis,
	stock,
	households
});
/** The synthetic region of the domain research (section 7.2), and one with other shares. */
const SYNTHETIC = [part(30_000, 2_700), part(10_000, 500), part(10_000, 300)];
const OTHER = [part(20_000, 400), part(5_000, 600)];

/** Dwellings of each size may be 0 and members may be empty; no region shares a member with another. */
const region = fc.array(fc.tuple(fc.nat(9_000), fc.nat(900)), { minLength: 1, maxLength: 9 });
const regions = fc
	.array(region, { minLength: 1, maxLength: 6 })
	.map((all) =>
		all.map((members) =>
			members.map(([households, stock]) => part(households, households === 0 ? 0 : stock))
		)
	);

describe('the unevenness of several regions', () => {
	test('two regions by hand: within, between and their sum', () => {
		const split = theilSplit([SYNTHETIC, OTHER]);
		const share = (stock: number, households: number) => stock / 4_500 / (households / 75_000);
		const between =
			(3_500 / 4_500) * Math.log(share(3_500, 50_000)) +
			(1_000 / 4_500) * Math.log(share(1_000, 25_000));
		expect(split?.between).toBeCloseTo(between, 12);
		expect(split?.groups[0]).toBeCloseTo((3_500 / 4_500) * (theil(SYNTHETIC) ?? NaN), 12);
		expect(split?.total).toBeCloseTo(theil([...SYNTHETIC, ...OTHER]) ?? NaN, 12);
	});

	test('within and between add up to the total, to 1e-12', () => {
		fc.assert(
			fc.property(regions, (all) => {
				fc.pre(whyNoSplit(all) === null);
				const { total, within, between } = theilSplit(all) ?? { total: 0, within: 0, between: NaN };
				expect(Math.abs(within + between - total)).toBeLessThan(1e-12);
				expect(Math.min(within, between)).toBeGreaterThanOrEqual(0);
			})
		);
	});

	test('of one region all is within; of regions with one member each all is between', () => {
		fc.assert(
			fc.property(region, (members) => {
				const parts = members.map(([h, s]) => part(h + 1, s));
				fc.pre(whyNoSplit([parts]) === null);
				expect(theilSplit([parts])?.between).toBe(0);
				expect(theilSplit(parts.map((one) => [one]))?.within).toBe(0);
			})
		);
	});

	test('regions that are each even have nothing within', () => {
		const even = [
			[part(100, 10), part(300, 30)],
			[part(200, 2), part(500, 5)]
		];
		expect(theilSplit(even)?.within).toBeCloseTo(0, 12);
		expect(theilSplit(even)?.between).toBeGreaterThan(0);
	});
});

describe('no split', () => {
	test('when a municipality stands in two regions: it would count twice', () => {
		const shared = part(100, 10, '34022');
		const all = [
			[shared, part(100, 5)],
			[shared, part(100, 7)]
		];
		expect(overlap(all)).toEqual(['34022']);
		expect([whyNoSplit(all), theilSplit(all)]).toEqual(['overlapping', null]);
	});

	test('when there is nothing to spread', () => {
		expect(whyNoSplit([[part(10, 0)], [part(10, 0)]])).toBe('zero_stock');
		expect(whyNoSplit([[part(10, 1)]])).toBe('too_few_members');
		expect(theilSplit([])).toBeNull();
	});
});

describe('regions of different size', () => {
	const of = (members: number, households: number) =>
		Array.from({ length: members }, () => part(households, 1));

	test.for([
		['twice as many members', of(2, 1_000), of(4, 1_000), true],
		['members twice as large', of(3, 1_000), of(3, 2_000), true],
		['nearly the same', of(3, 1_000), of(4, 1_500), false],
		['nobody on one side', of(3, 1_000), of(0, 0), false]
	] as const)('%s', ([, one, other, expected]) => {
		expect(differInSize([one, other])).toBe(expected);
	});
});
