import { expect, test } from 'vitest';
import { alongEachOther } from './near-borders.ts';

/** A straight line of corners from place to place, in units of some metre. */
const line = (area: number, ...corners: [number, number][]) => ({ corners, area });

test('two borders that run along each other are one, though they share no corner', () => {
	const lines = [line(0, [0, 0], [3_000, 0]), line(1, [-500, 10], [900, 20], [2_000, 15])];
	expect(alongEachOther(lines)).toEqual([[0, 1]]);
});

test('borders that only meet in a corner are not, nor those with a strip of land between them', () => {
	const corner = [line(0, [0, 0], [3_000, 0]), line(1, [3_000, 10], [3_000, 3_000])];
	const strip = [line(0, [0, 0], [3_000, 0]), line(1, [0, 120], [3_000, 120])];
	expect(alongEachOther(corner)).toEqual([]);
	expect(alongEachOther(strip)).toEqual([]);
});

test('a border is no neighbour of its own', () => {
	expect(alongEachOther([line(0, [0, 0], [3_000, 0]), line(0, [0, 5], [3_000, 5])])).toEqual([]);
});
