import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { derived, unknown, type Figure } from './figure.ts';
import {
	placeBands,
	placesAmong,
	projectWeight,
	type PlaceBand,
	type Ranked
} from './lumpiness.ts';

const of = (...rows: [amount: number, base: number][]): Ranked[] =>
	rows.map(([amount, base]) => ({ amount, base }));
const words = ({ highest, place, lowest }: PlaceBand) => `${highest} ${place} ${lowest}`;

describe('a place that one project moves is a band', () => {
	test('a project weighs more in a small municipality', () => {
		expect(projectWeight(20, 1_000)).toBe(0.02);
		expect(projectWeight(20, 40_000)).toBe(0.0005);
		expect(projectWeight(20, 0)).toBeNull();
	});

	test('9 %, 5 % and 4,9 %: only the two that lie within a project of each other change places', () => {
		const bands = placeBands(of([2_700, 30_000], [500, 10_000], [490, 10_000]), 20);
		expect(bands.map(words)).toEqual(['1 1 1', '2 2 3', '2 3 3']);
	});

	test('equal shares have the same place, also when their sizes differ', () => {
		expect(placeBands(of([10, 100], [100, 1_000], [1, 100]), 0).map(words)).toEqual([
			'1 1 1',
			'1 1 1',
			'3 3 3'
		]);
	});

	test('a project less leaves no less than nothing, and what is below nothing stays', () => {
		expect(placeBands(of([5, 100], [0, 100], [-3, 100]), 20).map(words)).toEqual([
			'1 1 1',
			'1 2 2',
			'1 3 3'
		]);
	});
	test('growth can fall below nothing, and then it does', () => {
		const bands = placeBands(of([5, 100], [0, 100], [-3, 100]), 20, -Infinity);
		expect(bands.map(words)).toEqual(['1 1 3', '1 2 3', '1 3 3']);
	});
});

describe('places among figures', () => {
	const figure = (value: number, status: Figure['status'] = 'normal'): Figure => ({
		...derived(value, '2022-12-31', []),
		status
	});
	const none = unknown('2022-12-31', 'not_published');

	test('who has no figure, or no households, has no place and takes none', () => {
		const places = placesAmong(
			[
				{ amount: none, base: figure(10_000) },
				{ amount: figure(300), base: figure(10_000) },
				{ amount: figure(5), base: figure(0) },
				{ amount: figure(900), base: figure(10_000) }
			],
			20
		);
		expect(places.map((one) => one && [one.place, one.of])).toEqual([null, [2, 2], null, [1, 2]]);
	});

	test('one estimate makes every place an estimate', () => {
		const rows = [figure(3), figure(2, 'estimated')].map((amount) => ({ amount, base: null }));
		expect(placesAmong(rows, 1).map((one) => one?.status)).toEqual(['estimated', 'estimated']);
	});
});

const ranked = fc.record({
	amount: fc.integer({ min: -50, max: 5_000 }),
	base: fc.integer({ min: 1, max: 60_000 })
});
const several = fc.array(ranked, { minLength: 1, maxLength: 12 });
const size = fc.nat(60);

/** Ranks by counting who is strictly higher, after moving the project in the list itself. */
function placeWhen(all: readonly Ranked[], index: number, amount: number): number {
	const moved = all.map((one, at) => (at === index ? { ...one, amount } : one));
	const own = moved[index] as Ranked;
	return 1 + moved.filter((one) => one.amount * own.base > own.amount * one.base).length;
}

describe('properties of place bands', () => {
	test('a band is what ranking again with the project moved gives', () => {
		fc.assert(
			fc.property(several, size, (all, project) => {
				placeBands(all, project).forEach((band, index) => {
					const { amount } = all[index] as Ranked;
					const less = amount < 0 ? amount : Math.max(0, amount - project);
					expect(band).toEqual({
						place: placeWhen(all, index, amount),
						highest: placeWhen(all, index, amount + project),
						lowest: placeWhen(all, index, less)
					});
				});
			})
		);
	});

	test('1 <= highest <= place <= lowest <= number ranked, and a larger project gives no narrower band', () => {
		fc.assert(
			fc.property(several, size, (all, project) => {
				const larger = placeBands(all, project + 7);
				placeBands(all, project).forEach(({ highest, place, lowest }, index) => {
					expect([1, highest, place, lowest, all.length]).toEqual(
						[1, highest, place, lowest, all.length].toSorted((a, b) => a - b)
					);
					expect(larger[index]?.highest).toBeLessThanOrEqual(highest);
					expect(larger[index]?.lowest).toBeGreaterThanOrEqual(lowest);
				});
			})
		);
	});

	test('without a project every band is the place', () => {
		fc.assert(
			fc.property(several, (all) => {
				for (const { highest, place, lowest } of placeBands(all, 0)) {
					expect([highest, lowest]).toEqual([place, place]);
				}
			})
		);
	});

	test('the order of the list changes no band', () => {
		fc.assert(
			fc.property(several, size, (all, project) => {
				const backwards = placeBands(all.toReversed(), project).toReversed();
				expect(backwards).toEqual(placeBands(all, project));
			})
		);
	});
});
