import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellShapes, pathOf, type CellShape, type Disc } from './cell-shapes.ts';

/** Whether a point lies in a cell: inside the disc and on the inner side of every straight edge. */
function isInside(shape: CellShape, x: number, y: number): boolean {
	const { corners } = shape;
	if (Math.hypot(x - shape.x, y - shape.y) > shape.radius) return false;
	return corners.every((to, index) => {
		const from = corners.at(index - 1) ?? to;
		if (to.arc) return true;
		return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x) >= -1e-9;
	});
}

const disc = fc.record({
	x: fc.double({ min: 0, max: 100, noNaN: true }),
	y: fc.double({ min: 0, max: 100, noNaN: true }),
	radius: fc.double({ min: 2, max: 25, noNaN: true })
});
/** Centres of municipalities lie apart. */
const discs = fc
	.array(disc, { minLength: 1, maxLength: 25 })
	.map((all) =>
		all.filter((one, index) =>
			all.slice(0, index).every((other) => Math.hypot(one.x - other.x, one.y - other.y) > 1)
		)
	);
const point = fc.double({ min: -20, max: 120, noNaN: true });

describe('cells of the schematic map', () => {
	test('each centre lies in its own cell', () => {
		fc.assert(
			fc.property(discs, (all) => {
				expect(cellShapes(all).filter((shape) => !isInside(shape, shape.x, shape.y))).toEqual([]);
			})
		);
	});

	test('no point lies in two cells', () => {
		fc.assert(
			fc.property(discs, point, point, (all, x, y) => {
				const owners = cellShapes(all).filter((shape) => isInside(shape, x, y));
				expect(owners.length).toBeLessThanOrEqual(1);
			}),
			{ numRuns: 500 }
		);
	});

	test('a cell never leaves its disc', () => {
		fc.assert(
			fc.property(discs, (all) => {
				const outside = cellShapes(all).filter(({ x, y, radius, corners }) =>
					corners.some((corner) => !(Math.hypot(corner.x - x, corner.y - y) <= radius + 1e-6))
				);
				expect(outside).toEqual([]);
			})
		);
	});

	test('a lone municipality fills its whole disc', () => {
		const [shape] = cellShapes([{ x: 10, y: 10, radius: 5 }]);
		expect(shape?.corners).toEqual([]);
		expect(shape && pathOf(shape)).toBe('M5 10a5 5 0 1 1 10 0a5 5 0 1 1 -10 0z');
	});

	test('between equals the border lies halfway', () => {
		const [left, right] = cellShapes([
			{ x: 0, y: 0, radius: 10 },
			{ x: 12, y: 0, radius: 10 }
		]);
		expect(left && isInside(left, 5.9, 0)).toBe(true);
		expect(left && isInside(left, 6.1, 0)).toBe(false);
		expect(right && isInside(right, 6.1, 0)).toBe(true);
	});

	test('a larger neighbour takes more of the ground between', () => {
		const [small] = cellShapes([
			{ x: 0, y: 0, radius: 6 },
			{ x: 12, y: 0, radius: 10 }
		]);
		expect(small && isInside(small, 4.5, 0)).toBe(false);
		expect(small && isInside(small, 3, 0)).toBe(true);
	});

	test('a small municipality inside the disc of a large one keeps its cell', () => {
		const pair: Disc[] = [
			{ x: 0, y: 0, radius: 20 },
			{ x: 9, y: 0, radius: 2 }
		];
		const small = cellShapes(pair)[1];
		expect(small && isInside(small, 9, 0)).toBe(true);
		expect(small && isInside(small, 9, 0.9)).toBe(true);
	});

	test('the path says a wide arc as wide, and holds no NaN', () => {
		const [shape] = cellShapes([
			{ x: 10, y: 10, radius: 5 },
			{ x: 18, y: 10, radius: 5 }
		]);
		expect(shape && pathOf(shape)).toMatch(/^M[\d.-]+ ?[\d.-]+(l[^a]+)?a5 5 0 1 1/);
		fc.assert(
			fc.property(discs, (all) => {
				expect(cellShapes(all).map(pathOf).join()).not.toMatch(/NaN|Infinity/);
			})
		);
	});
});
