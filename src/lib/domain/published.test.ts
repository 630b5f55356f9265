import { describe, expect, test } from 'vitest';
import { mention } from '../../../tests/support/figures.ts';
import type { Day } from './dates.ts';
import type { Indicator } from './indicators.ts';
import {
	firstFacts,
	inTellingOrder,
	kindOf,
	knownSorts,
	newestOfSorts,
	type PublishedFact
} from './published.ts';

const fact = (indicator: Indicator, date: Day, nis = '1'): PublishedFact => ({
	nis,
	kind: kindOf(indicator),
	date,
	publication: 1,
	note: null,
	said: {
		nis,
		indicator,
		date,
		value: 5,
		status: 'normal',
		publication: 1,
		structureOn: null,
		note: null
	}
});
const told = (...facts: PublishedFact[]) => facts.toSorted(inTellingOrder);
const said = (facts: readonly PublishedFact[]) =>
	facts.map(({ nis, kind, date }) => `${nis} ${kind} ${date}`);

test.for([
	['stock_b', 'stock'],
	['stock_x', 'stock'],
	['share_households_baseline', 'share'],
	['realised__2026_2042', 'progress'],
	['realised_or_planned', 'progress'],
	['stock_part', null],
	['candidates', null]
] as const)('%s tells as %s where a municipality stands', ([indicator, kind]) =>
	expect(kindOf(indicator)).toBe(kind)
);

describe('what a page tells first', () => {
	test('is the stock, then the share, then progress; the newest of each on the day', () => {
		const all = told(
			fact('realised', '2012-06-30'),
			fact('stock_b', '2008-12-31'),
			fact('share_households', '2009-06-30'),
			fact('stock_b', '2010-12-31'),
			fact('stock_b', '2024-12-31'),
			fact('candidates', '2010-12-31')
		);
		expect(said(firstFacts(all, '2012-12-31'))).toEqual([
			'1 stock 2010-12-31',
			'1 share 2009-06-30',
			'1 progress 2012-06-30'
		]);
	});

	test('is the first one after the day where none is true on it', () => {
		const all = told(fact('stock_b', '2010-12-31'), fact('stock_b', '2012-12-31'));
		expect(said(firstFacts(all, '2007-12-31'))).toEqual(['1 stock 2010-12-31']);
	});

	test('is never a fact without a number', () => {
		const silent = fact('stock_b', '2012-12-31');
		const all = told({ ...silent, said: { ...silent.said, value: null } as PublishedFact['said'] });
		expect(firstFacts(all, '2025-12-31')).toEqual([]);
		expect(knownSorts(all, []).size).toBe(0);
		expect([...knownSorts(told(silent), [])]).toEqual([['stock', '2012-12-31']]);
	});

	test('tells of other numbers too: a part, a project, alone or with others together', () => {
		const sorts = (...said: Parameters<typeof knownSorts>[1]) => [...knownSorts([], said)];
		expect(sorts(mention({ trueOn: '2018-05' }))).toEqual([['other', null]]);
		expect(sorts(mention({ trueOn: '2018-05' }), mention())).toEqual([['other', '2018-05-17']]);
		expect(sorts(mention({ value: null, unit: null }))).toEqual([]);
	});

	test('stands for each municipality before a merger, and on a sheet for one of them', () => {
		const all = told(fact('stock_b', '2010-12-31', '2'), fact('stock_b', '2012-12-31', '3'));
		expect(said(firstFacts(all, '2025-12-31'))).toEqual([
			'3 stock 2012-12-31',
			'2 stock 2010-12-31'
		]);
		expect(said(newestOfSorts(all, '2025-12-31'))).toEqual(['3 stock 2012-12-31']);
	});
});
