import { describe, expect, test } from 'vitest';
import { existingOn, facts, membersOn } from '../../../tests/support/facts.ts';
import { mapCells, type MapPlace } from './map-cells.ts';

const PLACES: MapPlace[] = [
	{ nis: '34022', longitude: 3.26376, latitude: 50.79974, areaKm2: 80.02 },
	{ nis: '34023', longitude: 3.27076, latitude: 50.85991, areaKm2: 10.008 },
	{ nis: '11002', longitude: 4.37099, latitude: 51.25915, areaKm2: 204.514 },
	{ nis: '73109', longitude: 5.82184, latitude: 50.74506, areaKm2: 50.627 }
];
const frame = { width: 480, height: 400 };
const region = new Set(['34022', '34023']);

describe('schematic map', () => {
	test('the order of the places is kept', () => {
		expect(mapCells(PLACES, frame).cells.map(({ nis }) => nis)).toEqual(
			PLACES.map(({ nis }) => nis)
		);
	});

	test('the drawing fills the width and is trimmed below', () => {
		const { width, height, cells } = mapCells(PLACES, frame);
		expect(width).toBe(480);
		expect(height).toBeLessThan(200);
		expect(cells.every(({ x, y }) => x > 0 && x < width && y > 0 && y < height)).toBe(true);
	});

	test('north is up and east is right', () => {
		const { cells } = mapCells(PLACES, frame);
		const [kortrijk, kuurne, antwerpen, voeren] = cells;
		expect(kuurne?.y).toBeLessThan(kortrijk?.y ?? NaN);
		expect(antwerpen?.x).toBeGreaterThan(kortrijk?.x ?? NaN);
		expect(voeren?.x).toBeGreaterThan(antwerpen?.x ?? NaN);
	});

	test('a region fills the frame; what lies outside it is left out', () => {
		const { cells, width, height } = mapCells(PLACES, { ...frame, focus: region });
		expect(cells.map(({ nis }) => nis)).toEqual(['34022', '34023']);
		expect(Math.max(width / frame.width, height / frame.height)).toBeCloseTo(1, 1);
	});

	test('neighbours inside the frame stay, and take their ground', () => {
		const { cells } = mapCells(PLACES, { ...frame, focus: new Set(['34022']) });
		expect(cells.map(({ nis }) => nis)).toEqual(['34022', '34023']);
	});

	test('a municipality without a known place is not drawn', () => {
		const unplaced = { nis: '1', longitude: null, latitude: null, areaKm2: null };
		expect(mapCells([...PLACES, unplaced], frame).cells).toHaveLength(PLACES.length);
	});

	test('without any place the map is empty', () => {
		expect(mapCells([], frame).cells).toEqual([]);
		expect(mapCells(PLACES, { ...frame, focus: new Set() }).cells).toEqual([]);
	});
});

describe('schematic map of the real municipalities', () => {
	const existing = new Set(existingOn('2025-12-31'));
	const flanders = facts.municipalities
		.filter(({ nis_code }) => existing.has(nis_code))
		.map((one): MapPlace => ({
			nis: one.nis_code,
			longitude: one.longitude ?? null,
			latitude: one.latitude ?? null,
			areaKm2: one.area_km2 ?? null
		}));

	test.for(['kortrijk', 'oostende', 'antwerpen'])(
		'the ground around %s is divided as by all of Flanders together',
		async (region) => {
			const focus = new Set(membersOn(region, '2025-12-31'));
			const { cells, ...size } = mapCells(flanders, { width: 480, height: 320, focus });
			const lines = cells.map(({ nis, x, y, path }) => `${nis} ${x} ${y} ${path}`);
			const drawn = `${size.width} ${size.height}\n${lines.join('\n')}\n`;
			await expect(drawn).toMatchFileSnapshot(`__snapshots__/ground-${region}.txt`);
		}
	);

	test('what lies far from the focus does not change its map, however large', () => {
		const focus = new Set(membersOn('kortrijk', '2025-12-31'));
		const elsewhere = flanders.map((one) => ({
			nis: `copy of ${one.nis}`,
			longitude: (one.longitude ?? 0) + 30,
			latitude: one.latitude,
			areaKm2: 9 * (one.areaKm2 ?? 0)
		}));
		const frame = { width: 480, height: 320, focus };
		expect(mapCells([...flanders, ...elsewhere], frame)).toEqual(mapCells(flanders, frame));
	});
});
