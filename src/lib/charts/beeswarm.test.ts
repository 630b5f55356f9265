import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	dodge,
	swarmGroups,
	swarmKey,
	swarmLayout,
	swarmNames,
	type SwarmDot
} from './beeswarm.ts';

const dot = (name: string, value: number, highlighted = true, estimated = false): SwarmDot => ({
	id: name,
	name,
	href: '/',
	value,
	label: name,
	highlighted,
	estimated
});

describe('beeswarm', () => {
	test('dots that lie apart stay on the axis', () => {
		expect(dodge([0, 10, 20], 8)).toEqual([0, 0, 0]);
	});

	test('equal values stack around the axis', () => {
		expect(dodge([5, 5, 5], 8)).toEqual([0, -8, 8]);
	});

	test('no two dots come nearer than the spacing', () => {
		const places = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 80 });
		fc.assert(
			fc.property(places, (xs) => {
				const ys = dodge(xs, 8);
				const tooNear = xs.filter((x, i) =>
					xs.some(
						(other, j) =>
							i < j && !(Math.hypot(x - other, (ys[i] ?? NaN) - (ys[j] ?? NaN)) > 8 - 1e-6)
					)
				);
				expect(tooNear).toEqual([]);
			})
		);
	});

	test('the same dots lie in the same places every time, each at its own value', () => {
		const values = Array.from({ length: 300 }, (_, index) => ((index * 37) % 101) / 700);
		const first = swarmLayout(values, 0.11);
		expect(swarmLayout(values, 0.11).points).toEqual(first.points);
		first.points.forEach(({ x }, index) => {
			expect((x / first.width) * 100).toBeCloseTo(first.place(values[index] ?? NaN), 0);
		});
	});

	test('the axis starts at zero, reaches the goal, and all dots are inside', () => {
		const { width, height, points, place } = swarmLayout([0.02, 0.021, 0.05], 0.11);
		expect(place(0)).toBeGreaterThanOrEqual(0);
		expect(place(0.11)).toBeLessThanOrEqual(100);
		expect(points.every(({ x, y }) => x > 0 && x < width && y > 0 && y < height)).toBe(true);
	});

	test('without any dot there is still an axis', () => {
		const { ticks, height } = swarmLayout([], 0);
		expect(ticks.every(Number.isFinite)).toBe(true);
		expect(height).toBeGreaterThan(0);
	});

	test('the highlighted are drawn last, the estimated apart', () => {
		const dots = [dot('a', 1), dot('b', 2, false), dot('c', 3, false, true)];
		const groups = swarmGroups(dots, swarmLayout([1, 2, 3], 0).points);
		expect(groups.map(({ name }) => name)).toEqual(['o e', 'o', 'h']);
	});

	test('of many highlighted dots the extremes are named first', () => {
		const dots = Array.from({ length: 40 }, (_, index) => dot(`Gemeente ${index}`, index / 400));
		const { place } = swarmLayout(
			dots.map(({ value }) => value),
			0
		);
		const narrow = swarmNames(dots, place, 280).map(({ text }) => text);
		const wide = swarmNames(dots, place, 1000);
		expect(narrow).toEqual(expect.arrayContaining(['Gemeente 0', 'Gemeente 39']));
		expect(wide.length).toBeGreaterThan(narrow.length);
	});

	test('a dot with priority is named before the extremes', () => {
		const dots = Array.from({ length: 40 }, (_, index) => dot(`Gemeente ${index}`, index / 4000));
		const middle = dots.map((one, index) => (index === 20 ? { ...one, priority: 1 } : one));
		const { place } = swarmLayout([0.1], 0);
		const names = (all: SwarmDot[]) => swarmNames(all, place, 280).map(({ text }) => text);
		expect(names(dots)).not.toContain('Gemeente 20');
		expect(names(middle)).toContain('Gemeente 20');
	});

	test('only highlighted dots are named', () => {
		const dots = [dot('a', 0.1, false), dot('b', 0.2)];
		const names = swarmNames(dots, swarmLayout([0.1, 0.2, 0.4], 0).place, 480);
		expect(names.map(({ text }) => text)).toEqual(['b']);
	});

	test('the key names the hollow dot only where hollow and full are mixed', () => {
		const words = { others: 'andere', highlighted: 'regio', estimated: 'raming' };
		const key = (...dots: SwarmDot[]) =>
			swarmKey(dots, words).map(({ name, word }) => [name, word]);
		expect(key(dot('a', 1, true, true), dot('b', 1, false, true))).toEqual([
			['h e', 'regio (raming)'],
			['o e', 'andere (raming)']
		]);
		expect(key(dot('a', 1), dot('b', 1, false, true), dot('c', 1, false))).toEqual([
			['h', 'regio'],
			['o', 'andere'],
			['o e', 'raming']
		]);
		expect(key(dot('a', 1, false))).toEqual([['o', 'andere']]);
	});
});
