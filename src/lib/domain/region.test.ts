import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { town } from '../../../tests/support/towns.ts';
import { derived, unknown, type Figure } from './figure.ts';
import { createPlaces } from './places.ts';
import { headlineOf, listedOn, membersOn, sumArea, type AreaPart } from './region.ts';

const figure = (value: number | null, date: string): Figure =>
	value === null ? unknown(date, 'not_published') : derived(value, date, []);
const part = (nis: string, stock: number | null, households: number | null) => ({
	nis,
	stock: figure(stock, '2020-12-31'),
	households: figure(households, '2021-01-01')
});

describe('sums of a region', () => {
	test('the share is the quotient of the sums: 7.00 %, not the mean 5.67 %', () => {
		const { share } = sumArea(
			[part('a', 2700, 30_000), part('b', 500, 10_000), part('c', 300, 10_000)],
			'2020-12-31'
		);
		expect(share.value).toBe(3500 / 50_000);
	});

	test('a member without a stock is left out of numerator and denominator, and named', () => {
		const { stock, households, share } = sumArea(
			[part('a', 100, 1000), part('b', null, 9000)],
			'2020-12-31'
		);
		expect([stock.value, households.value, share.value]).toEqual([100, 1000, 0.1]);
		expect(stock.missing).toEqual(['b']);
	});

	test('without households the stock is still said, and the share is unknown', () => {
		const { stock, share } = sumArea([part('a', 100, null), part('b', 50, null)], '2020-12-31');
		expect(stock.value).toBe(150);
		expect(share).toMatchObject({ value: null, reason: 'no_households' });
	});

	test('a few members are not the region: below half there is no share, and the stock is still the sum of all known', () => {
		const { stock, share } = sumArea(
			[part('a', 100, 1000), part('b', 50, null), part('c', 70, null)],
			'2020-12-31'
		);
		expect(stock).toMatchObject({ value: 220, missing: [] });
		expect(share).toMatchObject({ value: null, reason: 'no_households', missing: ['b', 'c'] });
	});

	test('a stock of fewer than half of the members is not the stock of the region', () => {
		const { stock } = sumArea(
			[part('a', 378, 1000), part('b', null, 10), part('c', null, 10)],
			'2020-12-31'
		);
		expect(stock).toMatchObject({ value: null, reason: 'part_missing', missing: ['b', 'c'] });
	});

	test('no members: no figure, never zero', () => {
		expect(sumArea([], '2020-12-31').stock).toMatchObject({ value: null, reason: 'no_members' });
	});

	test('the share lies between the lowest and the highest of its members', () => {
		const member = fc.tuple(fc.nat(5000), fc.integer({ min: 1, max: 50_000 }));
		fc.assert(
			fc.property(fc.array(member, { minLength: 1, maxLength: 15 }), (members) => {
				const { share } = sumArea(
					members.map(([s, h], i) => part(String(i), s, h)),
					'2020-12-31'
				);
				const shares = members.map(([s, h]) => s / h);
				expect(share.value).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-12);
				expect(share.value).toBeLessThanOrEqual(Math.max(...shares) + 1e-12);
			})
		);
	});
});

describe('the headline of a region', () => {
	const published = { ...figure(3_600, '2020-12-31'), status: 'normal' as const };
	const sumWith = (status: 'normal' | 'provisional' | 'estimated', ...rest: AreaPart[]) => {
		const one = part('a', 3_500, 50_000);
		const two = part('b', 500, 10_000);
		return sumArea(
			[
				{ ...one, stock: { ...one.stock, status } },
				{ ...two, stock: { ...two.stock, status: 'normal' } },
				...rest
			],
			'2020-12-31'
		);
	};

	test('without a published total it is the sum of the members', () => {
		const sum = sumWith('estimated');
		expect(headlineOf(sum, null)).toBe(sum);
		expect(headlineOf(sum, unknown('2020-12-31', 'suppressed'))).toBe(sum);
	});

	test.for(['normal', 'provisional'] as const)(
		'a sum of %s figures that leaves nobody out stands before the published total',
		(status) => {
			const sum = sumWith(status);
			expect(headlineOf(sum, published)).toBe(sum);
		}
	);

	test('the published total takes the place of a sum that rests on an estimate, and the share follows it', () => {
		const { stock, share, households } = headlineOf(sumWith('estimated'), published);
		expect([stock.value, households.value, share.value]).toEqual([3_600, 60_000, 0.06]);
	});

	test('it takes the place of a sum with gaps, but gives no share of the households of a part', () => {
		const { stock, share } = headlineOf(sumWith('normal', part('c', null, 20_000)), published);
		expect(stock.value).toBe(3_600);
		expect(share).toMatchObject({ value: null, reason: 'no_households' });
	});

	test('where no member has a stock, the total still gives a share of all households', () => {
		const sum = sumArea([part('a', null, 50_000), part('b', null, 10_000)], '2020-12-31');
		const { stock, share } = headlineOf(sum, published);
		expect([stock.value, share.value]).toEqual([3_600, 0.06]);
	});
});

describe('members of a region', () => {
	const places = createPlaces(
		[
			town('71016', '1970-01-01', null),
			town('71047', '1970-01-01', '2018-12-31'),
			town('72040', '1970-01-01', '2018-12-31'),
			town('72042', '2019-01-01', null)
		],
		[
			{ predecessor: '71047', successor: '72042', on: '2019-01-01' },
			{ predecessor: '72040', successor: '72042', on: '2019-01-01' }
		]
	);
	const names = (
		attested: string | null,
		memberships: Parameters<typeof membersOn>[1],
		day: string
	) => {
		const { municipalities, attestedFrom } = membersOn(places, memberships, attested, day);
		return [municipalities.map((one) => one.nis), attestedFrom];
	};

	test('GAOZ: Opglabbeek until 2018, Oudsbergen from 2019', () => {
		const gaoz = [
			{ nis: '71016', from: '2007-01-01', to: null },
			{ nis: '71047', from: '2007-01-01', to: '2018-12-31' },
			{ nis: '72042', from: '2019-01-01', to: null }
		];
		expect(names(null, gaoz, '2018-12-31')).toEqual([['71016', '71047'], null]);
		expect(names(null, gaoz, '2019-12-31')).toEqual([['71016', '72042'], null]);
	});

	test('before the first attested day the attested members are shown as their predecessors, and it is said', () => {
		const table = [{ nis: '72042', from: '2023-01-01', to: null }];
		expect(names('2023-01-01', table, '2012-12-31')).toEqual([['71047', '72040'], '2023-01-01']);
		expect(names('2023-01-01', table, '2024-12-31')).toEqual([['72042'], null]);
	});
});

describe('a list of municipalities in the structure of a day', () => {
	const places = createPlaces(
		[
			town('1', '1977-01-01', '2018-12-31'),
			town('2', '1977-01-01', '2018-12-31'),
			town('3', '2019-01-01', null),
			town('4', '1977-01-01', null)
		],
		[
			{ predecessor: '1', successor: '3', on: '2019-01-01' },
			{ predecessor: '2', successor: '3', on: '2019-01-01' }
		]
	);
	const on = (codes: string[], day: string) => listedOn(places, codes, day).map((one) => one.nis);

	test('each stands in it once, in order of code', () => {
		expect(on(['4', '3', '1', '2'], '2020-12-31')).toEqual(['3', '4']);
		expect(on(['4', '3', '1'], '2012-12-31')).toEqual(['1', '2', '4']);
	});

	test('one half of a later merger is only that half before it', () => {
		expect(on(['1', '4'], '2012-12-31')).toEqual(['1', '4']);
		expect(on(['1', '4'], '2019-12-31')).toEqual(['3', '4']);
	});

	test('before there were any of them, nothing is counted', () => {
		expect(on(['3', '4'], '1950-12-31')).toEqual([]);
	});
});
