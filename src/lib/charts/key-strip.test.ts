import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyStripLayout, type KeyDot } from './key-strip.ts';

const dot = (key: string, value: number): KeyDot => ({ key, value, label: `${key}: ${value}` });

test('dots at one place become one that names all its keys', () => {
	const { marks } = keyStripLayout([dot('b', 2), dot('a', 2), dot('c', 8)], 10);
	expect(marks).toMatchObject([
		{ keys: ['a', 'b'], label: 'a: 2; b: 2', end: true },
		{ keys: ['c'], end: true }
	]);
});

test('only the least and the most are ends, and the line runs between them', () => {
	const { marks, from, to } = keyStripLayout([dot('a', 0), dot('b', 5), dot('c', 10)], 10);
	expect(marks.map(({ end }) => end)).toEqual([true, false, true]);
	expect([from, to]).toEqual([marks[0]?.x, marks[2]?.x]);
});

test('without a key that divides there is an empty line, and without a scale all stand at zero', () => {
	expect(keyStripLayout([], 10)).toMatchObject({ marks: [], mean: null });
	expect(keyStripLayout([dot('a', 0)], 0, 0)).toMatchObject({ marks: [{ x: 4 }], mean: 4 });
});

test('every key has its mark inside the strip, the greater never to the left', () => {
	const values = fc.array(
		fc.nat(9000).map((one) => one / 1000),
		{ maxLength: 7 }
	);
	fc.assert(
		fc.property(values, (all) => {
			const dots = all.map((value, at) => dot(String(at), value));
			const { marks } = keyStripLayout(dots, Math.max(...all, 0));
			expect(marks.flatMap(({ keys }) => keys).toSorted()).toEqual(dots.map(({ key }) => key));
			const xs = marks.map(({ x }) => x);
			expect(xs).toEqual(xs.toSorted((a, b) => a - b));
			for (const x of xs) expect(x >= 4 && x <= 96).toBe(true);
		})
	);
});
