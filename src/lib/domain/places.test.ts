import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { town } from '../../../tests/support/towns.ts';
import type { Observation } from './figure.ts';
import { createPlaces, figureOf, type Lookup } from './places.ts';

const OPGLABBEEK = '71047';
const MEEUWEN = '72040';
const OUDSBERGEN = '72042';
const ANTWERPEN = '11002';
const BORSBEEK = '11007';

const places = createPlaces(
	[
		town(OPGLABBEEK, '1970-01-01', '2018-12-31'),
		town(MEEUWEN, '1970-01-01', '2018-12-31'),
		town(OUDSBERGEN, '2019-01-01', null),
		town(ANTWERPEN, '1970-01-01', null),
		town(BORSBEEK, '1970-01-01', '2024-12-31')
	],
	[
		{ predecessor: OPGLABBEEK, successor: OUDSBERGEN, on: '2019-01-01' },
		{ predecessor: MEEUWEN, successor: OUDSBERGEN, on: '2019-01-01' },
		{ predecessor: ANTWERPEN, successor: ANTWERPEN, on: '2025-01-01' },
		{ predecessor: BORSBEEK, successor: ANTWERPEN, on: '2025-01-01' }
	]
);

const observed = (
	nis: string,
	date: string,
	value: number | null,
	more: Partial<Observation> = {}
): Observation => ({
	nis,
	indicator: 'stock_b',
	date,
	value,
	status: value === null ? 'missing' : 'normal',
	publication: 1,
	structureOn: null,
	note: null,
	...more
});

const lookup =
	(...observations: Observation[]): Lookup =>
	(nis, indicator, date) =>
		observations.filter(
			(one) => one.nis === nis && one.indicator === indicator && one.date === date
		);

const ask = (found: Lookup, nis: string, structureOn: string, date: string) =>
	figureOf(places, found, { nis, structureOn, indicator: 'stock_b', date });

describe('municipalities in force', () => {
	test('a code is in force from its first day to its last', () => {
		expect(places.validOn('2018-12-31').map((one) => one.nis)).toContain(OPGLABBEEK);
		expect(places.validOn('2019-01-01').map((one) => one.nis)).toContain(OUDSBERGEN);
		expect(places.validOn('2019-01-01').map((one) => one.nis)).not.toContain(OPGLABBEEK);
	});

	test('the codes behind a municipality are those that went into it by then', () => {
		expect(places.withPredecessors(ANTWERPEN, '2024-12-31')).toEqual([ANTWERPEN]);
		expect(places.withPredecessors(ANTWERPEN)).toEqual([ANTWERPEN, BORSBEEK]);
	});

	test('the ground is the same before and after a merger of all, and another when only one was there', () => {
		const before = places.groundOf([ANTWERPEN, BORSBEEK], '2024-12-31');
		expect(places.groundOf([ANTWERPEN], '2025-01-01')).toEqual(before);
		expect(places.groundOf([ANTWERPEN], '2024-12-31')).not.toEqual(before);
		const old = places.groundOf([OPGLABBEEK], '2018-12-31');
		expect(old).toEqual(new Set([OPGLABBEEK]));
		expect(places.groundOf([OUDSBERGEN], '2019-01-01')).not.toEqual(old);
	});

	test('an old code leads to its successor; a code that kept itself stays', () => {
		expect(places.successorOn(OPGLABBEEK, '2026-01-01')).toBe(OUDSBERGEN);
		expect(places.successorOn(BORSBEEK, '2026-01-01')).toBe(ANTWERPEN);
		expect(places.successorOn(ANTWERPEN, '2026-01-01')).toBe(ANTWERPEN);
		expect(places.wentInto(ANTWERPEN)).toBeNull();
	});
});

describe('figure along mergers', () => {
	test('an earlier date of a merged municipality is the sum of its predecessors, marked composed', () => {
		const found = lookup(
			observed(OPGLABBEEK, '2012-12-31', 90),
			observed(MEEUWEN, '2012-12-31', 120, { publication: 2 })
		);
		expect(ask(found, OUDSBERGEN, '2024-12-31', '2012-12-31')).toMatchObject({
			value: 210,
			composed: true,
			publications: [1, 2]
		});
	});

	test('a figure published for the merged municipality wins over the sum', () => {
		const found = lookup(
			observed(OPGLABBEEK, '2012-12-31', 90),
			observed(MEEUWEN, '2012-12-31', 120),
			observed(OUDSBERGEN, '2012-12-31', 205, { structureOn: '2019-01-01' })
		);
		expect(ask(found, OUDSBERGEN, '2024-12-31', '2012-12-31')).toMatchObject({
			value: 205,
			composed: false
		});
	});

	test('half a municipality is no municipality: a missing predecessor makes the sum unknown and is named', () => {
		const found = lookup(observed(OPGLABBEEK, '2012-12-31', 90));
		expect(ask(found, OUDSBERGEN, '2024-12-31', '2012-12-31')).toMatchObject({
			value: null,
			reason: 'part_missing',
			missing: [MEEUWEN]
		});
	});

	test('Antwerpen keeps its code: today it is old Antwerpen plus Borsbeek', () => {
		const found = lookup(
			observed(ANTWERPEN, '2020-12-31', 23_000),
			observed(BORSBEEK, '2020-12-31', 150)
		);
		expect(ask(found, ANTWERPEN, '2024-12-31', '2020-12-31')).toMatchObject({
			value: 23_000,
			composed: false
		});
		expect(ask(found, ANTWERPEN, '2025-12-31', '2020-12-31')).toMatchObject({
			value: 23_150,
			composed: true
		});
	});

	test('a projection in an older structure is summed for a later date', () => {
		const old = { structureOn: '2019-01-01', status: 'forecast' } as const;
		const found = lookup(
			observed(ANTWERPEN, '2026-01-01', 260_000, old),
			observed(BORSBEEK, '2026-01-01', 4_900, old)
		);
		expect(ask(found, ANTWERPEN, '2025-12-31', '2026-01-01')).toMatchObject({
			value: 264_900,
			status: 'forecast',
			composed: true
		});
	});

	test('what was published only for the merged municipality is not given to its predecessor', () => {
		const found = lookup(observed(ANTWERPEN, '2020-12-31', 23_150, { structureOn: '2025-01-01' }));
		expect(ask(found, ANTWERPEN, '2024-12-31', '2020-12-31')).toMatchObject({
			value: null,
			reason: 'newer_structure'
		});
	});

	test('nobody published anything: unknown, and not a missing part', () => {
		expect(ask(lookup(), OUDSBERGEN, '2024-12-31', '2012-12-31')).toMatchObject({
			value: null,
			reason: 'not_published'
		});
	});

	test('the total of a structure does not change with a merger', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(50_000), { minLength: 4, maxLength: 4 }), (values) => {
				const codes = [OPGLABBEEK, MEEUWEN, ANTWERPEN, BORSBEEK];
				const found = lookup(...codes.map((nis, i) => observed(nis, '2015-12-31', values[i] ?? 0)));
				const total = (day: string) =>
					places
						.validOn(day)
						.reduce((sum, one) => sum + (ask(found, one.nis, day, '2015-12-31').value ?? NaN), 0);
				expect(total('2026-01-01')).toBe(total('2015-12-31'));
				expect(total('2020-01-01')).toBe(total('2015-12-31'));
			})
		);
	});
});
