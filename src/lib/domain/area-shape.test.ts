import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	boundsOf,
	decodeShape,
	encodeShape,
	FIRM,
	metresBetween,
	placeInside,
	ringArea,
	shapeArea,
	UNIT_AREA,
	type Ring
} from './area-shape.ts';

const ring = (...corners: [number, number][]): Ring =>
	Int32Array.from(corners.flatMap(([x, y]) => [x, y, FIRM]));
/** A square of 100 by 100 units, with the clock. */
const SQUARE = ring([0, 0], [0, 100], [100, 100], [100, 0]);
const HOLE = ring([40, 40], [60, 40], [60, 60], [40, 60]);

test('a degree of latitude is some 111 km, and one of longitude some 70 km in Flanders', () => {
	expect(metresBetween([4, 51], [4, 52])).toBeCloseTo(111_250, -1);
	expect(metresBetween([4, 51], [5, 51])).toBeGreaterThan(69_500);
	expect(metresBetween([4, 51], [5, 51])).toBeLessThan(70_500);
});

test('ground is positive with the clock, negative against it, and a hole is taken off', () => {
	expect(ringArea(SQUARE)).toBeCloseTo(10_000 * UNIT_AREA, 6);
	expect(ringArea(HOLE)).toBeCloseTo(-400 * UNIT_AREA, 6);
	expect(shapeArea([[SQUARE, HOLE]])).toBeCloseTo(9_600 * UNIT_AREA, 6);
});

test('the bounds of a shape hold all its corners', () => {
	expect(boundsOf([[SQUARE], [ring([200, 50], [210, 90], [220, 50])]])).toEqual([0, 0, 220, 100]);
});

describe('a place inside', () => {
	const isIn = (rings: readonly Ring[], [x, y]: [number, number]) =>
		rings.reduce((inside, corners) => {
			for (let at = 0; at < corners.length; at += 3) {
				const before = at === 0 ? corners.length - 3 : at - 3;
				const [x1 = 0, y1 = 0] = corners.subarray(before);
				const [x2 = 0, y2 = 0] = corners.subarray(at);
				if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
			}
			return inside;
		}, false);

	test('lies in the largest polygon and in no hole', () => {
		const place = placeInside([[ring([900, 0], [905, 5], [910, 0])], [SQUARE, HOLE]]);
		expect(isIn([SQUARE, HOLE], place)).toBe(true);
	});

	test('lies inside any star', () => {
		const star = fc.array(fc.integer({ min: 50, max: 1_000 }), { minLength: 3, maxLength: 20 });
		fc.assert(
			fc.property(star, (rays) => {
				const corners = rays.map((ray, at): [number, number] => {
					const angle = (-2 * Math.PI * at) / rays.length;
					return [Math.round(ray * Math.cos(angle)), Math.round(ray * Math.sin(angle))];
				});
				const shape = ring(...corners);
				expect(isIn([shape], placeInside([[shape]]))).toBe(true);
			})
		);
	});
});

test('a shape comes back from its text as it was', () => {
	const numbers = fc.array(fc.integer({ min: -40_000_000, max: 40_000_000 }), {
		minLength: 9,
		maxLength: 60
	});
	const rings = numbers.map((all) => Int32Array.from(all.slice(0, all.length - (all.length % 3))));
	fc.assert(
		fc.property(fc.array(fc.array(rings, { minLength: 1 }), { minLength: 1 }), (shape) => {
			expect(decodeShape(encodeShape(shape))).toEqual(shape);
		})
	);
});
