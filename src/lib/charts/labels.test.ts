import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeLabels, textWidth, type LabelWish } from './labels.ts';

const wish = (id: string, x: number, y: number, priority = 0): LabelWish => ({
	id,
	lines: [id],
	x,
	y,
	priority
});
const beside = [
	{ dx: 0, dy: 4, anchor: 'middle' },
	{ dx: 0, dy: 21, anchor: 'middle' }
] as const;
const space = { width: 300, size: 13, offsets: beside };

describe('names in a drawing', () => {
	test('a longer text is wider, and twice the size is twice as wide', () => {
		expect(textWidth('Kortrijk', 13)).toBeLessThan(textWidth('Kortrijk 8,9 %', 13));
		expect(textWidth('Menen', 26)).toBeCloseTo(2 * textWidth('Menen', 13));
	});

	test('the first way that is free is taken, then the next', () => {
		const placed = placeLabels([wish('Menen', 100, 50), wish('Kuurne', 105, 50)], space);
		expect(placed.map(({ id, dy }) => [id, dy])).toEqual([
			['Menen', 4],
			['Kuurne', 21]
		]);
	});

	test('where not all fit, the most important stays', () => {
		const wishes = [wish('a', 100, 50), wish('b', 100, 50), wish('Kortrijk', 100, 50, 9)];
		const placed = placeLabels(wishes, { ...space, offsets: beside.slice(0, 1) });
		expect(placed.map(({ id }) => id)).toEqual(['Kortrijk']);
	});

	test('no name runs over the edge of the drawing', () => {
		expect(placeLabels([wish('Spiere-Helkijn', 5, 50)], space)).toEqual([]);
	});

	test('where the height is given, no name runs over the lower edge either', () => {
		const low = [wish('Boom', 100, 95)];
		expect(placeLabels(low, space)).toHaveLength(1);
		expect(placeLabels(low, { ...space, height: 96 })).toEqual([]);
	});

	test('no name crosses the line that leads from another name to its dot', () => {
		const rows = [0, -17].map((dy) => ({ dx: 0, dy, anchor: 'middle' as const }));
		const placed = placeLabels([wish('Menen', 100, 50), wish('Kuurne', 115, 50)], {
			...space,
			offsets: rows,
			leaderTo: 50
		});
		expect(placed).toHaveLength(1);
	});

	test('placed names never overlap', () => {
		const wishes = fc.array(
			fc.record({ x: fc.integer({ min: 0, max: 300 }), y: fc.integer({ min: 0, max: 200 }) }),
			{ maxLength: 25 }
		);
		fc.assert(
			fc.property(wishes, (points) => {
				const all = points.map(({ x, y }, index) => wish(`naam ${index}`, x, y));
				const boxes = placeLabels(all, space).map(({ id, dx, dy }) => {
					const { x, y } = points[Number(id.slice(5))] ?? { x: 0, y: 0 };
					const half = textWidth(id, 13) / 2;
					return { left: x + dx - half, right: x + dx + half, base: y + dy };
				});
				const overlapping = boxes.filter((a, index) =>
					boxes
						.slice(index + 1)
						.some((b) => a.right > b.left && b.right > a.left && Math.abs(a.base - b.base) < 13)
				);
				expect(overlapping).toEqual([]);
			})
		);
	});
});
