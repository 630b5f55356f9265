import { expect, test } from 'vitest';
import type { TrendPoint } from '#lib/server/standing/trends.ts';
import { ofLastCount } from './charts.ts';

const point = (date: string, indicator: string, value: number | null = 1) =>
	({ date, stock: { indicator, value } }) as unknown as TrendPoint;

test('years of another count are not set against the last one', () => {
	const days = (...points: TrendPoint[]) => ofLastCount(points).map(({ date }) => date);
	expect(days(point('2007-12-31', 'stock_a'), point('2008-12-31', 'stock_b'))).toEqual([
		'2008-12-31'
	]);
	const alike = [point('2008-12-31', 'stock_b'), point('2009-12-31', 'stock_b', null)];
	expect(days(...alike)).toEqual(['2008-12-31', '2009-12-31']);
});
