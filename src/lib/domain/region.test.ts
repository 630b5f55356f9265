import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { derived, unknown, type Figure } from './figure.ts';
import { createPlaces, type Municipality } from './places.ts';
import { membersOn, sumArea } from './region.ts';

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

const town = (nis: string, validFrom: string, validTo: string | null): Municipality => ({
	nis,
	name: nis,
	province: '70000',
	arrondissement: '71000',
	validFrom,
	validTo,
	longitude: null,
	latitude: null,
	areaKm2: null
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
