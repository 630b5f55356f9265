import { describe, expect, test } from 'vitest';
import { textWidth } from './labels.ts';
import { lorenzNames } from './lorenz-names.ts';
import { lorenz, type LorenzStep } from './lorenz.ts';
import { LIGHT } from './palette.ts';

const step = (id: string, x: number, y: number): LorenzStep => ({
	id,
	name: `Gemeente ${id}`,
	x,
	y,
	label: id
});
/** The synthetic region of the domain research: 300 of 3,500 homes with a fifth of the households, and so on. */
const STEPS = [step('c', 0.2, 300 / 3_500), step('b', 0.4, 800 / 3_500), step('a', 1, 1)];
const STEEP = Array.from({ length: 12 }, (_, index) =>
	step(String(index), (index + 1) / 12, ((index + 1) / 12) ** 2)
);
const drawn = (steps: readonly LorenzStep[]) =>
	lorenz(
		{
			steps,
			gapLabel: '600 woningen',
			estimated: false,
			format: String,
			title: 't',
			description: 'd'
		},
		{ width: 590, palette: LIGHT }
	);

describe('the Lorenz curve', () => {
	test('the upright line is as long as the Hoover index, on a square of 420 px', () => {
		const [, y1, y2] =
			/stroke-width="2"[^>]*><line[^>]* y1="([\d.]+)" y2="([\d.]+)"/.exec(drawn(STEPS)) ?? [];
		expect(Math.abs(Number(y2) - Number(y1)) / 420).toBeCloseTo(0.1714, 2);
	});

	test('an even region has no upright line', () => {
		expect(drawn(STEPS)).toContain('600 woningen');
		expect(drawn([step('a', 0.5, 0.5), step('b', 1, 1)])).not.toContain('600 woningen');
		expect(drawn([])).not.toContain('600 woningen');
	});

	test('the lowest and the highest are named first, and no two names overlap', () => {
		const names = lorenzNames(STEEP, 300);
		expect(names.map(({ id }) => id).slice(0, 2)).toEqual(['0', '11']);
		const boxes = names.map(({ x, y, dx, dy, text }) => ({
			left: x + dx,
			right: x + dx + textWidth(text, 15),
			base: y + dy
		}));
		const overlapping = boxes.filter((a, index) =>
			boxes
				.slice(index + 1)
				.some((b) => a.right > b.left && b.right > a.left && Math.abs(a.base - b.base) < 15)
		);
		expect(overlapping).toEqual([]);
	});

	test('no name lies over the curve', () => {
		for (const { x, y, dx, dy } of lorenzNames(STEEP, 300)) {
			const left = (x + dx) / 300;
			const top = 1 - (y + dy - 15) / 300;
			expect(top).toBeLessThan(left ** 2 + 0.03);
		}
	});
});
