import { expect, test } from 'vitest';
import { rangeOverKeys } from './division-range.ts';

const parts = (a: number, b: number) =>
	new Map([
		['a', a],
		['b', b]
	]);

test('a member’s least and most, with every key that gives it; keys that cannot divide are left out', () => {
	const divisions = [
		{ key: 'households', parts: parts(12, 4) },
		{ key: 'gap', parts: parts(6, 10) },
		{ key: 'lift-lowest', parts: parts(6, 10) },
		{ key: 'growth', parts: null }
	] as const;
	expect(rangeOverKeys('a', divisions)).toEqual({
		least: { dwellings: 6, keys: ['gap', 'lift-lowest'] },
		most: { dwellings: 12, keys: ['households'] }
	});
	expect(rangeOverKeys('b', divisions)?.most.keys).toEqual(['gap', 'lift-lowest']);
});

test('without a key that divides there is no range', () => {
	expect(rangeOverKeys('a', [{ key: 'growth', parts: null }])).toBeNull();
	expect(rangeOverKeys('a', [])).toBeNull();
});
