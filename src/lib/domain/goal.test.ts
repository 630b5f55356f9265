import { expect, test } from 'vitest';
import { derived, unknown } from './figure.ts';
import { goalStanding } from './goal.ts';

const holding = (stock: number, households: number, date = '2020-12-31') => ({
	stock: derived(stock, date, []),
	households: derived(households, date, [])
});
const dates = { deadline: null, adoptedOn: null };

test('reaching a share: the gap is rounded up to whole dwellings', () => {
	const { value, gap } = goalStanding(
		{ kind: 'reach_share', basisPoints: 1100, ...dates },
		holding(9, 101),
		null
	);
	expect([value.value, gap.value]).toEqual([0.11, 3]);
});

test('holding a share: as many dwellings as keep the share of the base date', () => {
	const { gap } = goalStanding(
		{ kind: 'hold_share', baseDate: '2012-12-31', ...dates },
		holding(100, 1100),
		holding(100, 1000, '2012-12-31')
	);
	expect(gap.value).toBe(10);
});

test('holding a share that has grown: the gap is negative, a surplus', () => {
	const { gap } = goalStanding(
		{ kind: 'hold_share', baseDate: '2012-12-31', ...dates },
		holding(130, 1100),
		holding(100, 1000, '2012-12-31')
	);
	expect(gap.value).toBe(-20);
});

test('holding a share without figures of the base date: unknown, not zero', () => {
	const base = {
		stock: unknown('2012-12-31', 'not_published'),
		households: derived(10, '2012-12-31', [])
	};
	expect(
		goalStanding({ kind: 'hold_share', baseDate: '2012-12-31', ...dates }, holding(1, 10), base).gap
			.value
	).toBeNull();
});
