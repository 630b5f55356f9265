import { describe, expect, test } from 'vitest';
import { textWidth } from './labels.ts';
import { lorenzLayout, lorenzNames, type LorenzStep } from './lorenz.ts';

interface Box {
	left: number;
	right: number;
	baseline: number;
}

const step = (id: string, x: number, y: number): LorenzStep => ({
	id,
	name: `Gemeente ${id}`,
	x,
	y,
	label: id
});
/** The synthetic region of the domain research: 300 of 3,500 homes with a fifth of the households, and so on. */
const STEPS = [step('c', 0.2, 300 / 3_500), step('b', 0.4, 800 / 3_500), step('a', 1, 1)];

describe('the Lorenz curve as drawn', () => {
	test('it begins at the lower left, ends at the upper right and closes over the diagonal', () => {
		const { curve, area } = lorenzLayout(STEPS);
		expect(curve).toBe('M0 100L20 91.43L40 77.14L100 0');
		expect(area).toBe(`${curve}Z`);
	});

	test('the upright line is as long as the Hoover index', () => {
		const { gap } = lorenzLayout(STEPS);
		expect(gap?.x).toBe(40);
		expect((gap?.to ?? NaN) - (gap?.from ?? NaN)).toBeCloseTo(17.1429, 1);
	});

	test('an even region has no upright line', () => {
		expect(lorenzLayout([step('a', 0.5, 0.5), step('b', 1, 1)]).gap).toBeNull();
		expect(lorenzLayout([]).gap).toBeNull();
	});

	test('the lowest and the highest are named first, and no two names overlap', () => {
		const steep = Array.from({ length: 12 }, (_, index) =>
			step(String(index), (index + 1) / 12, ((index + 1) / 12) ** 2)
		);
		const names = lorenzNames(steep, 300);
		expect(names.map(({ id }) => id).slice(0, 2)).toEqual(['0', '11']);
		names.forEach((one, index) => {
			for (const other of names.slice(index + 1)) {
				const [a, b] = [one, other].map(({ x, y, dx, dy, text }) => ({
					left: x * 3 + dx,
					right: x * 3 + dx + textWidth(text, 13),
					baseline: y * 3 + dy
				})) as [Box, Box];
				const apart = a.right <= b.left || b.right <= a.left;
				expect(apart || Math.abs(a.baseline - b.baseline) >= 13).toBe(true);
			}
		});
	});

	test('no name lies over the curve', () => {
		const steep = Array.from({ length: 12 }, (_, index) =>
			step(String(index), (index + 1) / 12, ((index + 1) / 12) ** 2)
		);
		for (const { x, y, dx, dy } of lorenzNames(steep, 300)) {
			const left = x / 100 + dx / 300;
			const top = 1 - y / 100 - (dy - 13) / 300;
			expect(top).toBeLessThan(left ** 2 + 0.03);
		}
	});
});
