import { describe, expect, test } from 'vitest';
import { derived, unknown } from '#lib/domain/figure.ts';
import {
	byName,
	change,
	count,
	day,
	decimal,
	dwellings,
	figure,
	goalShare,
	households,
	list,
	longDay,
	roundPercent,
	percent,
	shortOrOver
} from './format.ts';

describe('numbers', () => {
	test('thousands have a point', () => expect(count(1234567)).toBe('1.234.567'));
	test('a percentage has a decimal comma and a no-break space', () =>
		expect(percent(226 / 4974)).toBe('4,54\u00a0%'));
	test('one decimal in charts', () => expect(percent(0.112, 1)).toBe('11,2\u00a0%'));
	test('half is rounded up', () =>
		expect([decimal(0.125, 2), decimal(2.5, 0)]).toEqual(['0,13', '3']));
	test('negative numbers have a minus sign, not a hyphen', () =>
		expect([count(-3), percent(-0.07)]).toEqual(['−3', '−7,00\u00a0%']));
	test('what rounds to zero has no sign', () => expect(decimal(-0.001, 2)).toBe('0,00'));
	test.for([
		[4645, '4.645 te kort'],
		[0, 'precies genoeg'],
		[-26, '26 over']
	] as const)('a gap of %i is said without a sign', ([gap, words]) => {
		expect(shortOrOver(gap)).toBe(words);
	});
	test('a change carries its sign, zero has none', () =>
		expect([change(5), change(-5), change(0)]).toEqual(['+5', '−5', '0']));
});

test.for([
	[1100, '11\u00a0%'],
	[700, '7\u00a0%'],
	[1050, '10,5\u00a0%'],
	[1075, '10,75\u00a0%']
] as const)('a goal of %d hundredths of a per cent is %s', ([points, expected]) =>
	expect(goalShare(points)).toBe(expected)
);

describe('words', () => {
	test.for([
		[0, '0\u00a0woningen'],
		[1, '1\u00a0woning'],
		[2, '2\u00a0woningen'],
		[-1, '−1\u00a0woning'],
		[1234, '1.234\u00a0woningen']
	] as const)('%d is %s', ([value, expected]) => expect(dwellings(value)).toBe(expected));
	test('one household, many households', () =>
		expect([households(1), households(4974)]).toEqual([
			'1\u00a0huishouden',
			'4.974\u00a0huishoudens'
		]));
	test('a list has commas and a last «en»', () =>
		expect([list([]), list(['As']), list(['As', 'Genk', 'Zutendaal'])]).toEqual([
			'',
			'As',
			'As, Genk en Zutendaal'
		]));
	test('names sort with a Dutch eye', () =>
		expect(['Zwevegem', 'Éné', 'aalst'].sort(byName)).toEqual(['aalst', 'Éné', 'Zwevegem']));
});

describe('dates', () => {
	test('short', () => expect(day('2025-12-31')).toBe('31/12/2025'));
	test('long', () => expect(longDay('2008-01-01')).toBe('1 januari 2008'));
});

describe('figures', () => {
	const known = derived(83, '2009-12-31', []);
	test('a published figure stands as it is', () =>
		expect(figure({ ...known, status: 'normal' }, dwellings)).toBe('83\u00a0woningen'));
	test('an estimate is never without its mark', () =>
		expect(figure({ ...known, status: 'estimated' }, dwellings)).toBe('≈\u00a083\u00a0woningen'));
	test('unknown is n.b., never zero', () =>
		expect(figure(unknown('2020-12-31', 'not_published'), count)).toBe('n.b.'));
	test('zero is a figure', () =>
		expect(figure({ ...known, value: 0, status: 'normal' }, dwellings)).toBe('0\u00a0woningen'));
});

test('a number of an axis keeps the decimals that tell it from the next', () => {
	expect([0, 0.005, 0.01, 0.0025, 0.1].map(roundPercent)).toEqual(
		['0', '0,5', '1', '0,25', '10'].map((one) => `${one}\u00a0%`)
	);
});
