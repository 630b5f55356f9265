import { describe, expect, test } from 'vitest';
import { metresBetween } from '#lib/domain/area-shape.ts';
import { Findings } from '../findings/findings.ts';
import type { AreaFile, Position } from './area.ts';
import { coordinatesOf } from './coordinates.ts';

const fileAt = (position: Position, declared: string | null): AreaFile => ({
	format: 'shapefile',
	areas: [{ row: 1, properties: {}, polygons: [[[position]]] }],
	declared
});

const STATED = 'PROJCS["Belge_Lambert_1972",GEOGCS["GCS_Belge_1972"]]';

describe('Belgian Lambert 72 becomes longitude and latitude', () => {
	/**
	 * Pairs that others computed: the first with the software of the Nationaal Geografisch Instituut (quoted on the mailing
	 * list of PROJ, July 2009), the second with GDAL (issue 412 of proj4js).
	 */
	test.for<[Position, Position]>([
		[
			[157_022.87, 171_745.084],
			[4.468493, 50.856057]
		],
		[
			[91_371.198492, 185_861.916314],
			[3.53387845650625, 50.9800414640608]
		]
	])('%s is %s, to a metre', ([lambert, degrees]) => {
		const { toDegrees } = coordinatesOf(fileAt(lambert, STATED), new Findings());
		expect(metresBetween(toDegrees(lambert), degrees)).toBeLessThan(1);
	});
});

test('the origin of Belgian Lambert 2008 lies where its definition says', () => {
	const origin: Position = [649_328, 665_262];
	const { toDegrees, system } = coordinatesOf(fileAt(origin, null), new Findings());
	expect(system).toBe('Belgian Lambert 2008');
	expect(metresBetween(toDegrees(origin), [4.35921583333333, 50.797815])).toBeLessThan(0.01);
});

test.for([
	STATED,
	'PROJCS["Belge 1972 / Belgian Lambert 72",GEOGCS["Belge 1972"],AUTHORITY["EPSG","31370"]]',
	'urn:ogc:def:crs:EPSG::31370',
	'EPSG:31370'
])('Lambert 72 is understood as %s', (declared) => {
	const findings = new Findings();
	expect(coordinatesOf(fileAt([150_000, 170_000], declared), findings).system).toBe(
		'Belgian Lambert 72'
	);
	expect(findings.list()).toEqual([]);
});

test.for([
	'PROJCS["ETRS_1989_Belgian_Lambert_2008",GEOGCS["GCS_ETRS_1989"]]',
	'PROJCS["ETRS89 / Belgian Lambert 2008",GEOGCS["ETRS89"]]',
	'urn:ogc:def:crs:EPSG::3812'
])('Lambert 2008 is understood as %s', (declared) => {
	const { system } = coordinatesOf(fileAt([650_000, 670_000], declared), new Findings());
	expect(system).toBe('Belgian Lambert 2008');
});

test.for([
	'urn:ogc:def:crs:OGC:1.3:CRS84',
	'EPSG:4326',
	'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]',
	'GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989"]]'
])('degrees are understood as %s', (declared) => {
	expect(coordinatesOf(fileAt([4, 51], declared), new Findings()).system).toBe('WGS 84');
});

test('a look-alike of Lambert 72, a hundred metres off, is not taken for it', () => {
	const lambert2005 = 'PROJCS["ETRS_1989_Belgian_Lambert_2005",GEOGCS["GCS_ETRS_1989"]]';
	expect(() => coordinatesOf(fileAt([150_000, 170_000], lambert2005), new Findings())).toThrow(
		/size of Belgian Lambert 72/
	);
});
