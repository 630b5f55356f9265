import { areaPathsD, FillRule, unionD } from 'clipper2-ts';
import { polygonContains } from 'd3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { existingOn, facts } from '../../../tests/support/facts.ts';
import { shapeArea, UNIT_AREA, UNITS_PER_DEGREE } from '#lib/domain/area-shape.ts';
import { schematicAreas, type MapPlace } from './schematic-areas.ts';

type Area = ReturnType<typeof schematicAreas>[number];

const linesOf = ({ shape }: Area): [number, number][][] =>
	shape.flatMap((rings) =>
		rings.map((ring) =>
			Array.from({ length: ring.length / 3 }, (_, at): [number, number] => [
				ring[3 * at] ?? 0,
				ring[3 * at + 1] ?? 0
			])
		)
	);
const holds = (area: Area, { longitude, latitude }: MapPlace): boolean =>
	linesOf(area).some((line) =>
		polygonContains(line, [(longitude ?? 0) * UNITS_PER_DEGREE, (latitude ?? 0) * UNITS_PER_DEGREE])
	);
const km2 = (area: Area | undefined): number => (area ? shapeArea(area.shape) / 1e6 : 0);
/** The ground of all together, each piece counted once, in km². */
function together(areas: readonly Area[]): number {
	const paths = areas.flatMap((one) =>
		linesOf(one).map((line) => line.map(([x, y]) => ({ x, y })))
	);
	return (areaPathsD(unionD(paths, FillRule.NonZero)) * UNIT_AREA) / 1e6;
}

/** A country of municipalities on a grid that is shaken, some 4 km apart. */
const country = fc
	.array(
		fc.record({
			dx: fc.double({ min: -0.2, max: 0.2, noNaN: true }),
			dy: fc.double({ min: -0.2, max: 0.2, noNaN: true }),
			areaKm2: fc.double({ min: 8, max: 40, noNaN: true })
		}),
		{ minLength: 12, maxLength: 40 }
	)
	.map((all) =>
		all.map(({ dx, dy, areaKm2 }, at): MapPlace => ({
			nis: String(at),
			longitude: 4 + ((at % 6) + dx) * 0.06,
			latitude: 51 + (Math.floor(at / 6) + dy) * 0.04,
			areaKm2
		}))
	);

describe('schematic ground', () => {
	test('no ground is given twice', () => {
		fc.assert(
			fc.property(country, (places) => {
				const areas = schematicAreas(places);
				const sum = areas.reduce((all, one) => all + Math.abs(km2(one)), 0);
				expect(together(areas) / sum).toBeCloseTo(1, 2);
			}),
			{ numRuns: 30 }
		);
	});

	test('all together get the ground that they have', () => {
		fc.assert(
			fc.property(country, (places) => {
				const has = places.reduce((sum, { areaKm2 }) => sum + (areaKm2 ?? 0), 0);
				const gets = schematicAreas(places).reduce((sum, one) => sum + km2(one), 0);
				expect(gets / has).toBeGreaterThan(0.93);
				expect(gets / has).toBeLessThan(1.03);
			}),
			{ numRuns: 30 }
		);
	});

	test('the order of the places is kept, and one without a known place is left out', () => {
		const place = (nis: string, longitude: number | null): MapPlace => ({
			nis,
			longitude,
			latitude: 51,
			areaKm2: 30
		});
		const drawn = schematicAreas([place('c', 4), place('a', null), place('b', 4.1)]);
		expect(drawn.map(({ nis }) => nis)).toEqual(['c', 'b']);
		expect(schematicAreas([])).toEqual([]);
	});

	test.for([1, 2, 3])('%i municipalities have ground too', (many) => {
		const places = Array.from({ length: many }, (_, at): MapPlace => ({
			nis: String(at),
			longitude: 4 + at * 0.08,
			latitude: 51,
			areaKm2: 30
		}));
		expect(schematicAreas(places).every((one) => km2(one) > 20)).toBe(true);
	});

	test('each of thousands of municipalities gets ground', { timeout: 30_000 }, () => {
		const places = Array.from({ length: 6_000 }, (_, at): MapPlace => ({
			nis: String(at),
			longitude: 4 + (at % 100) * 0.08,
			latitude: 48 + Math.floor(at / 100) * 0.05,
			areaKm2: 30
		}));
		const areas = schematicAreas(places);
		expect(areas.filter((one) => km2(one) > 0)).toHaveLength(places.length);
	});
});

describe.for(['2012-12-31', '2020-12-31', '2025-12-31'])('the ground of Flanders on %s', (day) => {
	const existing = new Set(existingOn(day));
	const places = facts.municipalities
		.filter(({ nis_code }) => existing.has(nis_code))
		.map((one): MapPlace => ({
			nis: one.nis_code,
			longitude: one.longitude ?? null,
			latitude: one.latitude ?? null,
			areaKm2: one.area_km2 ?? null
		}));
	const areas = schematicAreas(places);
	const near = (nis: string) => areas.find((one) => one.nis === nis);

	test('each municipality has one piece of ground', () => {
		expect(areas.map(({ nis }) => nis)).toEqual(places.map(({ nis }) => nis));
		expect(areas.filter(({ shape }) => shape.length !== 1).map(({ nis }) => nis)).toEqual([]);
	});

	test('nine in ten are drawn within a quarter of their size', () => {
		const close = areas.filter((area, at) => {
			const ratio = km2(area) / Math.max(6, places[at]?.areaKm2 ?? 0);
			return ratio > 0.75 && ratio < 1.25;
		});
		expect(close.length / areas.length).toBeGreaterThan(0.9);
	});

	test('Brussels stays open, and Voeren apart', () => {
		const brussels = { nis: '', longitude: 4.36, latitude: 50.85, areaKm2: 0 };
		expect(areas.filter((area) => holds(area, brussels))).toEqual([]);
		const voeren = near('73109');
		const others = areas.filter((one) => one !== voeren);
		const corners = new Set(others.flatMap(linesOf).flat().map(String));
		expect(
			voeren &&
				linesOf(voeren)
					.flat()
					.some((one) => corners.has(String(one)))
		).toBe(false);
	});
});
