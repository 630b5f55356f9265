import { expect, test } from 'vitest';
import { bestPace } from './best-pace.ts';
import { fromObservation, unknown, type Figure } from './figure.ts';
import type { Indicator } from './indicators.ts';

const stock = (year: number, value: number, indicator: Indicator = 'stock_b'): Figure =>
	fromObservation({
		...{ nis: '34022', indicator, date: `${year}-12-31`, value, status: 'normal' },
		...{ publication: 1, structureOn: null, note: null }
	});

test('the best years in a row, not the best single year', () => {
	const stocks = [100, 160, 160, 170, 190, 210].map((value, at) => stock(2010 + at, value));
	expect(bestPace(stocks, 2)).toMatchObject({
		perYear: { value: 30 },
		from: '2010-12-31',
		to: '2012-12-31'
	});
});

test('of equal paces the latest is told', () => {
	const stocks = [100, 110, 120, 130].map((value, at) => stock(2010 + at, value));
	expect(bestPace(stocks, 1)?.to).toBe('2013-12-31');
});

test('two ways of counting make no pace, nor does a year that nobody counted', () => {
	expect(bestPace([stock(2010, 100), stock(2012, 400, 'stock_c')], 2)).toBeNull();
	expect(bestPace([stock(2010, 100), unknown('2012-12-31', 'not_published')], 2)).toBeNull();
	expect(bestPace([stock(2010, 100), stock(2013, 400)], 2)).toBeNull();
});

test('where dwellings only went, the best pace is below zero', () => {
	expect(bestPace([stock(2010, 100), stock(2012, 90)], 2)?.perYear.value).toBe(-5);
});

test('a pace is as sure as the less sure of its ends', () => {
	const guess: Figure = { ...stock(2012, 120), status: 'estimated' };
	expect(bestPace([stock(2010, 100), guess], 2)?.perYear.status).toBe('estimated');
});
