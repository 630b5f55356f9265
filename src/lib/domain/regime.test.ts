import { expect, test } from 'vitest';
import { isIndicator } from './indicators.ts';
import {
	claimants,
	countOf,
	measuredRegimes,
	periodOf,
	phaseOn,
	regimeOn,
	type Measured,
	type Regime,
	type Tenure
} from './regime.ts';

const first: Measured<Regime> = {
	code: 'FIRST',
	tenure: 'rental',
	status: 'ended',
	startsOn: '2009-09-01',
	deadline: '2025-12-31',
	baselineOn: '2007-12-31',
	figures: ''
};
const second: Measured<Regime> = {
	...first,
	code: 'NEXT-1',
	status: 'in_force',
	startsOn: '2026-01-01',
	deadline: '2042-12-31',
	baselineOn: '2025-12-31',
	figures: null
};
const prepared: Measured<Regime> = { ...second, status: 'in_preparation' };

test('a regime runs from its start to its deadline, and one in preparation on no day', () => {
	expect(phaseOn(first, '2009-08-31')).toBe('announced');
	expect(phaseOn(first, '2009-09-01')).toBe('current');
	expect(phaseOn(first, '2025-12-31')).toBe('current');
	expect(phaseOn(first, '2026-01-01')).toBe('ended');
	expect(phaseOn(second, '2026-01-01')).toBe('current');
	expect(phaseOn(prepared, '2030-12-31')).toBe('announced');
});

test('the regime of a day is the one that runs, else the one that ended last, else the first', () => {
	const both = [second, first];
	expect(regimeOn(both, '2007-12-31')).toBe(first);
	expect(regimeOn(both, '2025-12-31')).toBe(first);
	expect(regimeOn(both, '2026-12-31')).toBe(second);
	expect(regimeOn(both, '2043-12-31')).toBe(second);
	expect(regimeOn([prepared, first], '2026-12-31')).toBe(first);
	expect(regimeOn([prepared], '2026-12-31')).toBeUndefined();
});

test('purchase, plots, covenants and local aims are measured in no regime', () => {
	const others = (['purchase', 'plots', 'rental_voluntary', 'local'] as const).map(
		(tenure: Tenure) => ({ ...first, tenure })
	);
	expect(measuredRegimes([...others, first])).toEqual([first]);
	expect(measuredRegimes([{ ...first, baselineOn: null }])).toEqual([]);
});

test('homes of the last day of one regime can count for the next, of which it is the baseline', () => {
	const codes = (day: string) => claimants([first, prepared], day).map(({ code }) => code);
	expect(codes('2007-12-30')).toEqual([]);
	expect(codes('2024-12-31')).toEqual(['FIRST']);
	expect(codes('2025-12-31')).toEqual(['FIRST', 'NEXT-1']);
	expect(codes('2026-01-01')).toEqual(['NEXT-1']);
});

test('a regime names its own series, else its code does', () => {
	expect(countOf(first, 'realised')).toBe('realised');
	expect(countOf({ ...second, figures: '2026_2042' }, 'planned')).toBe('planned__2026_2042');
	expect(countOf(second, 'in_execution')).toBe('in_execution__next_1');
	expect(isIndicator(countOf(second, 'realised'))).toBe(true);
	expect(isIndicator('stock_b__next_1')).toBe(false);
});

test('a regime is named by its years', () => {
	expect(periodOf(first)).toBe('2009-2025');
	expect(periodOf({ ...second, startsOn: null })).toBe('2026-2042');
});
