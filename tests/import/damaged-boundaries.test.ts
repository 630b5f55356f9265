import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import type { FindingCode } from '#lib/server/desk/findings/findings.ts';
import { importBoundaries } from '#lib/server/desk/boundaries/import-boundaries.ts';
import { bytesSource } from '#lib/server/desk/bytes/source.ts';
import { dataVersion } from '#lib/server/queries/publications.ts';
import {
	geoJson,
	shapefile,
	SYSTEM_NAMES,
	topoJson,
	zipped,
	type Square
} from './boundary-maker.ts';
import { useOneEngine } from '../support/engines.ts';
import { fillSmallWorld } from './small-world.ts';

const SQUARES: Square[] = ['11002', '34013', '34022', '72042', '73028'].map((nis, at) => ({
	properties: { nis },
	at
}));

const engine = useOneEngine('empty');
beforeAll(() => fillSmallWorld(engine.database));

const bring = (content: string | Uint8Array, write = true) =>
	importBoundaries(engine.database, {
		source: bytesSource('bestand', typeof content === 'string' ? strToU8(content) : content),
		on: null,
		publisher: 'Test',
		title: null,
		url: null,
		licence: null,
		credit: null,
		publishedOn: null,
		neighbours: 'leave',
		write
	});

const parts = () => shapefile(SQUARES);
/** A part of a shapefile with some of its bytes changed. */
const forged = (part: Uint8Array, change: (bytes: Buffer) => void): Uint8Array => {
	const bytes = Buffer.from(part);
	change(bytes);
	return bytes;
};
/** GeoJSON of the squares with another geometry for the first. */
const withGeometry = (geometry: unknown): string => {
	const json = JSON.parse(geoJson(SQUARES)) as { features: { geometry: unknown }[] };
	if (json.features[0]) json.features[0].geometry = geometry;
	return JSON.stringify(json);
};
const stated = (name: string): string =>
	JSON.stringify({
		...(JSON.parse(geoJson(SQUARES)) as object),
		crs: { type: 'name', properties: { name } }
	});
const RING = [
	[3, 51],
	[3.1, 51],
	[3.1, 51.1],
	[3, 51]
];

const FILES: [name: string, bytes: () => Uint8Array | string, code: FindingCode, why: RegExp][] = [
	['0 bytes', () => '', 'empty_file', /0 bytes/],
	[
		'random bytes',
		() => Buffer.concat([Buffer.from([0]), randomBytes(500)]),
		'unknown_layout',
		/boundaries/
	],
	['a table', () => 'nis;naam\n34022;Kortrijk\n', 'unreadable_file', /no sound JSON/],
	['JSON cut in half', () => geoJson(SQUARES).slice(0, 300), 'unreadable_file', /no sound JSON/],
	['JSON of something else', () => '{"a":1}', 'unreadable_file', /no collection/],
	['a list', () => '[1,2]', 'unreadable_file', /no collection/],
	['no features', () => geoJson([]), 'not_an_area', /no areas/],
	[
		'TopoJSON without objects',
		() => '{"type":"Topology","arcs":[]}',
		'unreadable_file',
		/without objects/
	],
	[
		'TopoJSON whose lines are gone',
		() => JSON.stringify({ ...(JSON.parse(topoJson(SQUARES)) as object), arcs: [] }),
		'unreadable_file',
		/do not fit together/
	],
	[
		'a point',
		() => withGeometry({ type: 'Point', coordinates: [3, 51] }),
		'not_an_area',
		/no ground/
	],
	['no geometry', () => withGeometry(null), 'not_an_area', /no ground/],
	[
		'a ring of three',
		() => withGeometry({ type: 'Polygon', coordinates: [RING.slice(0, 3)] }),
		'not_an_area',
		/no ground/
	],
	[
		'a corner that is text',
		() => withGeometry({ type: 'Polygon', coordinates: [[...RING, ['3', 51]]] }),
		'not_an_area',
		/no ground/
	],
	[
		'latitude before longitude',
		() => geoJson(SQUARES).replace(/\[(3(?:\.\d+)?),(51(?:\.\d+)?)\]/g, '[$2,$1]'),
		'unknown_coordinates',
		/latitude stands before longitude/
	],
	[
		'a system that does not fit',
		() => stated('urn:ogc:def:crs:EPSG::31370'),
		'unknown_coordinates',
		/size of WGS 84/
	],
	['a system that nobody knows', () => stated('EPSG:28992'), 'unknown_coordinates', /28992/],
	['a .shp alone', () => parts().shp, 'unreadable_file', /\.dbf part.* is missing/],
	[
		'a shapefile without its table',
		() => zipped({ shp: parts().shp }),
		'unreadable_file',
		/\.dbf part.* is missing/
	],
	[
		'a .shp cut off',
		() => zipped({ ...parts(), shp: parts().shp.subarray(0, 500) }),
		'unreadable_file',
		/announces/
	],
	[
		'a .dbf cut off',
		() => zipped({ ...parts(), dbf: parts().dbf.subarray(0, 90) }),
		'unreadable_file',
		/announces/
	],
	[
		'a .dbf of four billion rows',
		() =>
			zipped({
				...parts(),
				dbf: forged(parts().dbf, (bytes) => bytes.writeUInt32LE(0xfffffff0, 4))
			}),
		'unreadable_file',
		/announces/
	],
	[
		'a .dbf with a row too few',
		() => zipped({ ...parts(), dbf: shapefile(SQUARES.slice(1)).dbf }),
		'unreadable_file',
		/5 areas, but 4 rows/
	],
	[
		'a record that leads backwards',
		() => zipped({ ...parts(), shp: forged(parts().shp, (bytes) => bytes.writeInt32BE(-4, 104)) }),
		'unreadable_file',
		/beyond the file/
	],
	[
		'a record with a billion corners',
		() => zipped({ ...parts(), shp: forged(parts().shp, (bytes) => bytes.writeInt32LE(1e9, 148)) }),
		'unreadable_file',
		/cannot be read/
	],
	[
		'a shapefile of points',
		() => zipped({ ...parts(), shp: forged(parts().shp, (bytes) => bytes.writeInt32LE(1, 32)) }),
		'unreadable_file',
		/type 1, no areas/
	],
	[
		'a .prj that does not fit',
		() => zipped({ ...parts(), prj: strToU8(SYSTEM_NAMES.lambert2008) }),
		'unknown_coordinates',
		/Lambert 72/
	],
	[
		'an archive cut in half',
		() => zipped(parts()).subarray(0, 400),
		'unreadable_file',
		/archive cannot be used/
	],
	['an empty archive', () => zipSync({}), 'unreadable_file', /no shapefile/],
	[
		'an archive of other things',
		() => zipSync({ 'a.txt': strToU8('a') }),
		'unreadable_file',
		/no shapefile/
	],
	[
		'two layers in one archive',
		() => zipSync({ 'a.geojson': strToU8('{}'), 'b.geojson': strToU8('{}') }),
		'unreadable_file',
		/more than one layer/
	],
	[
		'a zip bomb',
		() => zipSync({ 'a.geojson': new Uint8Array(60 * 1024 * 1024) }),
		'unreadable_file',
		/would grow/
	],
	[
		'300 parts',
		() =>
			zipSync(
				Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`p${at}.txt`, strToU8('x')]))
			),
		'unreadable_file',
		/300 parts/
	]
];

test.for(FILES)('%s: a finding says why, and nothing is written', async ([, bytes, code, why]) => {
	const before = await dataVersion(engine.database.read);
	const outcome = await bring(bytes());
	expect(outcome.written).toBe(false);
	const [finding] = outcome.findings;
	expect(finding).toMatchObject({ level: 'block', code });
	expect(finding?.message).toMatch(why);
	expect(finding?.message).not.toMatch(/\n\s+at /);
	expect(await dataVersion(engine.database.read)).toEqual(before);
});

test('boundaries without a stated system are read by the size of their coordinates, and that is said', async () => {
	const { shp, dbf } = parts();
	const { findings, coordinates } = await bring(zipped({ shp, dbf }), false);
	expect(coordinates).toBe('Belgian Lambert 72');
	expect(findings.map((one) => one.code)).toEqual(['coordinates_not_stated']);
});

test('whatever happens to the bytes of a file, an import ends with an outcome', async () => {
	const originals = [
		strToU8(geoJson(SQUARES)),
		strToU8(topoJson(SQUARES)),
		zipped(parts()),
		parts().shp
	];
	const damage = fc.record({
		original: fc.constantFrom(...originals),
		cut: fc.nat(50),
		hits: fc.array(fc.tuple(fc.nat(3_000), fc.integer({ min: 0, max: 255 })), { maxLength: 8 })
	});
	await fc.assert(
		fc.asyncProperty(damage, async ({ original, cut, hits }) => {
			const bytes = original.slice(0, Math.max(1, original.length - cut));
			for (const [at, value] of hits) bytes[at % bytes.length] = value;
			const { counts, vintages } = await bring(bytes, false);
			expect(counts.block > 0 || vintages.length > 0).toBe(true);
		}),
		{ numRuns: 300 }
	);
});

/** Makes a column of text one of days, of which none is a day. */
const NO_DAY = {
	part: 'dbf' as const,
	hits: [
		[230, 0],
		[313, 68],
		[0, 0]
	] as [number, number][]
};

test('a shapefile with damaged parts inside a sound archive ends with an outcome', async () => {
	const damage = fc.record({
		part: fc.constantFrom('shp' as const, 'dbf' as const),
		hits: fc.array(fc.tuple(fc.nat(1_500), fc.integer({ min: 0, max: 255 })), {
			minLength: 1,
			maxLength: 8
		})
	});
	await fc.assert(
		fc.asyncProperty(damage, async ({ part, hits }) => {
			const all = parts();
			for (const [at, value] of hits) all[part][at % all[part].length] = value;
			const { counts, vintages } = await bring(zipped(all), false);
			expect(counts.block > 0 || vintages.length > 0).toBe(true);
		}),
		{ numRuns: 300, examples: [[NO_DAY]] }
	);
});
