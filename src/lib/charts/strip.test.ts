import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	stripKey,
	stripLabels,
	stripLayout,
	stripScale,
	type StripDot,
	type StripLine
} from './strip.ts';

const dot = (value: number, estimated = false): StripDot => ({
	id: String(value),
	name: `Gemeente ${value}`,
	value,
	label: String(value),
	estimated
});
const values = fc.uniqueArray(fc.double({ min: 0, max: 0.2, noNaN: true }), { maxLength: 20 });

describe('a strip', () => {
	test('a higher value never stands to the left of a lower one, and everything stays inside', () => {
		fc.assert(
			fc.property(values, (all) => {
				const sorted = all.toSorted((a, b) => a - b);
				const { points, height } = stripLayout(
					sorted.map((value) => dot(value)),
					[0.11]
				);
				expect(points.map(({ x }) => x)).toEqual(
					points.map(({ x }) => x).toSorted((a, b) => a - b)
				);
				for (const { x, y } of points) {
					expect(x).toBeGreaterThanOrEqual(0);
					expect(x).toBeLessThanOrEqual(100);
					expect(y).toBeGreaterThanOrEqual(0);
					expect(y).toBeLessThanOrEqual(height);
				}
			})
		);
	});

	test('no dot covers another on a narrow screen', () => {
		fc.assert(
			fc.property(values, (all) => {
				const { points } = stripLayout(
					all.map((value) => dot(value)),
					[]
				);
				points.forEach((one, index) => {
					for (const other of points.slice(index + 1)) {
						const across = ((one.x - other.x) / 100) * 300;
						expect(Math.hypot(across, one.y - other.y)).toBeGreaterThan(10);
					}
				});
			})
		);
	});

	test('strips that hold the same values have the same scale', () => {
		const all = [0.02, 0.05, 0.13];
		const [narrow, wide] = [stripLayout([dot(0.02)], all), stripLayout([dot(0.13)], all)];
		expect(narrow.place(0.05)).toBe(wide.place(0.05));
		expect(stripScale(all)(0.05)).toBe(wide.place(0.05));
	});

	test('the scale reaches the goal, also when no member does', () => {
		const { place } = stripLayout([dot(0.04)], [0.11]);
		expect(place(0.11)).toBeLessThanOrEqual(100);
		expect(place(0.11)).toBeGreaterThan(place(0.04));
	});
});

describe('the key of a strip', () => {
	const words = { member: 'een gemeente', estimated: 'raming' };
	test.for([
		[[dot(1), dot(2)], ['een gemeente']],
		[
			[dot(1), dot(2, true)],
			['een gemeente', 'raming']
		],
		[[dot(1, true)], ['een gemeente (raming)']],
		[[], []]
	] as const)('names the looks that occur: %j', ([dots, expected]) => {
		expect(stripKey(dots, words).map(({ word }) => word)).toEqual(expected);
	});
});

describe('the labels of the lines', () => {
	const line = (value: number, kind: StripLine['kind']): StripLine => ({
		value,
		kind,
		label: `${kind} ${value}`
	});
	const lines = [line(0.11, 'goal'), line(0.05, 'wider'), line(0.08, 'whole')];
	const at = (value: number) => value * 500;

	test('stand to the right in rising order where all fit', () => {
		const labels = stripLabels(lines, at, 700);
		expect(labels.map((one) => [one.line.value, one.anchor])).toEqual([
			[0.05, 'start'],
			[0.08, 'start'],
			[0.11, 'start']
		]);
	});

	test('no line runs through a label, also where they do not fit to the right', () => {
		const labels = stripLabels(lines, (value) => value * 880, 300);
		const x = (value: number) => (value * 880 * 300) / 100;
		labels.forEach(({ line: own, row, anchor }) => {
			const above = labels.filter((other) => other.row < row).map((other) => x(other.line.value));
			const crossed = above.filter((other) =>
				anchor === 'end'
					? other < x(own.value) && other > x(own.value) - 60
					: other > x(own.value) && other < x(own.value) + 60
			);
			expect(crossed).toEqual([]);
		});
		expect(labels.find(({ line: own }) => own.kind === 'goal')?.anchor).toBe('end');
	});
});
