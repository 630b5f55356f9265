import fc from 'fast-check';
import { expect, test } from 'vitest';
import { town } from '../../../tests/support/towns.ts';
import type { Observation } from './figure.ts';
import type { Indicator } from './indicators.ts';
import { createPlaces, type Lookup } from './places.ts';
import { realisedOf } from './realised.ts';

const [BASELINE, ON] = ['2007-12-31', '2024-12-31'];
const REGIME = { code: 'BSO-2009-HUUR', figures: '', baselineOn: BASELINE };
const places = createPlaces(
	[town('34041', '1970-01-01', null), town('1', '1970-01-01', '2018-12-31')].concat(
		town('2', '1970-01-01', '2018-12-31'),
		town('3', '2019-01-01', null)
	),
	['1', '2'].map((predecessor) => ({ predecessor, successor: '3', on: '2019-01-01' }))
);
const one = (
	indicator: Indicator,
	value: number,
	status: Observation['status'],
	nis = '34041'
): Observation => ({
	...{ nis, indicator, value, status, publication: 1, structureOn: null, note: null },
	date: indicator === 'stock_a' ? BASELINE : ON
});
const lookup =
	(all: readonly Observation[]): Lookup =>
	(nis, indicator, date) =>
		all.filter((row) => row.nis === nis && row.indicator === indicator && row.date === date);
const realised = (all: readonly Observation[], nis = '34041') =>
	realisedOf(places, lookup(all), { nis, structureOn: ON, date: ON }, REGIME);

const guess = [one('realised', 110, 'estimated'), one('stock_a', 775, 'estimated')];

test('an estimate stands where the stock is one too', () => {
	expect(realised([...guess, one('stock_b', 885, 'estimated')]).value).toBe(110);
});

test('an estimate that a published stock contradicts is no longer said: unknown, with the reason', () => {
	expect(realised([...guess, one('stock_b', 741, 'normal')])).toMatchObject({
		value: null,
		reason: 'baseline_estimated',
		missing: ['34041']
	});
});

test('with the stock and the baseline published it follows from them, may be negative, and is no estimate', () => {
	const all = [guess[0], one('stock_b', 741, 'normal'), one('stock_a', 775, 'normal')];
	const found = realised(all.filter((row) => row !== undefined));
	expect(found).toMatchObject({ value: -34, status: 'normal' });
	expect(found.made?.rule).toBe('net_increase');
});

test('a published one stands, whatever stock and baseline say', () => {
	const all = [one('realised', 65, 'normal'), one('stock_b', 741, 'normal'), ...guess.slice(1)];
	expect(realised(all).value).toBe(65);
});

test('of a merger each part follows the rule, and one unknown part leaves the sum unknown', () => {
	const parts = ['1', '2'].flatMap((nis) => [
		one('realised', 10, 'estimated', nis),
		one('stock_a', 50, 'estimated', nis),
		one('stock_b', 60, 'estimated', nis)
	]);
	expect(realised(parts, '3').value).toBe(20);
	const contradicted = [one('stock_b', 41, 'normal', '1'), ...parts];
	expect(realised(contradicted, '3')).toMatchObject({ value: null, missing: ['1'] });
});

test('what is said as an estimate never differs from the stock less the baseline beside it', () => {
	const number = fc.tuple(
		fc.integer({ min: 0, max: 900 }),
		fc.constantFrom('normal' as const, 'estimated' as const)
	);
	fc.assert(
		fc.property(number, number, fc.integer(), ([stock, sure], [baseline, known], stated) => {
			const found = realised([
				one('realised', stated, 'estimated'),
				one('stock_b', stock, sure),
				one('stock_a', baseline, known)
			]);
			if (sure === 'normal' && found.value !== null) expect(found.value).toBe(stock - baseline);
		})
	);
});
