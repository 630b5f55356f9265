import { expect, test } from 'vitest';
import { ruleOf, otherCount } from './definition.ts';
import { derived, fromObservation, sumOfKnown } from './figure.ts';
import type { Indicator } from './indicators.ts';
import { share } from './share.ts';

const counted = (indicator: Indicator) =>
	fromObservation({
		...{ nis: '1', indicator, date: '2024-12-31', value: 12, status: 'normal', publication: 1 },
		...{ structureOn: null, note: null }
	});

test('a share is counted as the stock that it divides, a sum as its parts', () => {
	const part = share(counted('stock_w'), counted('households'));
	expect([ruleOf(part), otherCount(part)]).toEqual(['W', 'W']);
	const sum = sumOfKnown([{ nis: '1', figure: counted('stock_c') }], '2024-12-31');
	expect(otherCount(share(sum, counted('households')))).toBe('C');
});

test('the yearly measurement and the baseline are the count of municipalities; what is no count has none', () => {
	expect(['stock_b', 'stock_a'].map((one) => otherCount(counted(one as Indicator)))).toEqual([
		null,
		null
	]);
	expect(otherCount(derived(0.11, '2024-12-31', []))).toBeNull();
	expect(otherCount(counted('realised'))).toBeNull();
});
