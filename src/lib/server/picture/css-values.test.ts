import { describe, expect, test } from 'vitest';
import { length, sides, split, substituted } from './css-values.ts';

const custom = new Map([
	['--blue', 'light-dark(#17508a, #a3ccf0)'],
	['--paper', 'light-dark(#fbfaf7, #14181d)'],
	['--size', '0.875rem'],
	['--deep', 'var(--size)']
]);
const around = { em: 20, rem: 17, whole: 400 };

describe('a value without variables, in light colours', () => {
	test.for([
		['var(--blue)', '#17508a'],
		['1px solid var(--blue)', '1px solid #17508a'],
		['var(--ground, var(--paper))', '#fbfaf7'],
		['var(--deep)', '0.875rem'],
		['light-dark(rgb(1, 2, 3), black)', 'rgb(1, 2, 3)'],
		['#fff', '#fff']
	] as const)('%s is %s', ([value, light]) => {
		expect(substituted(value, custom)).toBe(light);
	});

	test('a property that nobody set makes the value none', () => {
		expect(substituted('var(--nowhere)', custom)).toBeNull();
	});
});

describe('a length in px', () => {
	test.for([
		['12px', 12],
		['.5rem', 8.5],
		['1.15em', 23],
		['-4', -4],
		['25%', 100],
		['12pt', 16],
		['min(100%, 10rem)', 170],
		['auto', null],
		['none', null]
	] as const)('%s is %s', ([value, px]) => {
		expect(length(value, around)).toBe(px);
	});

	test('a per cent of what is not known is not known', () => {
		expect(length('50%', { ...around, whole: null })).toBeNull();
	});
});

test('abbreviated sides are those of a style sheet', () => {
	expect(sides('1px')).toEqual(['1px', '1px', '1px', '1px']);
	expect(sides('0 4rem 0 3rem')).toEqual(['0', '4rem', '0', '3rem']);
	expect(sides('1px 2px 3px')).toEqual(['1px', '2px', '3px', '2px']);
});

test('a value is not cut within brackets', () => {
	expect(split('minmax(9rem, 14rem) 1fr', ' ')).toEqual(['minmax(9rem, 14rem)', '1fr']);
	expect(split('a, rgb(1, 2, 3)', ',')).toEqual(['a', 'rgb(1, 2, 3)']);
});
