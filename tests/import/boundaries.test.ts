import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { reset } from '#db/seed/load.ts';
import { decodeShape, shapeArea } from '#lib/domain/area-shape.ts';
import { boundariesOn } from '#lib/server/reference/boundaries.ts';
import { removeBoundaries } from '#lib/server/tasks/boundary-tasks.ts';
import { bundled } from '#lib/server/desk/boundaries/bundle.ts';
import { importBoundaries } from '#lib/server/desk/boundaries/import-boundaries.ts';
import type { BoundaryRequest } from '#lib/server/desk/boundaries/boundary-request.ts';
import { bytesSource, fileSource } from '#lib/server/desk/bytes/source.ts';
import { dataVersion } from '#lib/server/queries/publications.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { describeEachEngine, describeOneEngine } from '../support/engines.ts';
import {
	geoJson,
	shapefile,
	topoJson,
	zipped,
	type Square,
	type System
} from './boundary-maker.ts';
import { fillSmallWorld } from './small-world.ts';

/** The municipalities of the small world in 2025, in a row. */
const OF_2025: Square[] = ['11002', '34013', '34022', '72042', '73028'].map((nis, at) => ({
	properties: { nis },
	at
}));
const names = ['Antwerpen', 'HARELBEKE', 'Kortrijk (Kortrijk)', 'Oudsbergen', 'Herstappe'];
const BY_NAME: Square[] = names.map((naam, at) => ({ properties: { naam }, at }));
/** Antwerpen grows in 2025 by what Borsbeek was; Oudsbergen comes in 2019 in the place of two. */
const DATED: Square[] = [
	dated('11002', 1, 1, '1970-01-01', '2024-12-31'),
	dated('11007', 0, 1, '1970-01-01', '2024-12-31'),
	dated('11002', 0, 2, '2025-01-01', null),
	dated('34013', 2, 1, '1970-01-01', null),
	dated('34022', 3, 1, '1970-01-01', null),
	dated('71047', 4, 1, '1970-01-01', '2018-12-31'),
	dated('72040', 5, 1, '1970-01-01', '2018-12-31'),
	dated('72042', 4, 2, '2019-01-01', null),
	dated('73028', 6, 1, '1970-01-01', null)
];

function dated(nis: string, at: number, wide: number, from: string, to: string | null): Square {
	return { properties: { nis, valid_from: from, valid_to: to }, at, wide };
}

const request = (
	content: string | Uint8Array,
	rest: Partial<BoundaryRequest> = {}
): BoundaryRequest => ({
	source: bytesSource(
		'gemeenten.geojson',
		typeof content === 'string' ? new TextEncoder().encode(content) : content
	),
	on: null,
	publisher: 'Test',
	title: null,
	url: null,
	licence: null,
	credit: null,
	publishedOn: null,
	neighbours: 'leave',
	write: true,
	...rest
});

describeEachEngine('empty', (engine) => {
	beforeAll(() => fillSmallWorld(engine.database));
	afterEach(() => removeBoundaries(engine.database));

	const bring = (content: string | Uint8Array, rest: Partial<BoundaryRequest> = {}) =>
		importBoundaries(engine.database, request(content, rest));
	/** The ground of each municipality as it is stored, by code. */
	const stored = async () => {
		const rows = await engine.database.read
			.selectFrom('boundary')
			.selectAll()
			.orderBy('valid_from')
			.orderBy('nis_code')
			.execute();
		return rows.map((row) => ({ ...row, shape: decodeShape(row.shape) }));
	};

	test('the municipalities of a structure are recognised and stored whole, with their source', async () => {
		const outcome = await bring(geoJson(OF_2025), { licence: 'CC BY 4.0', credit: 'Proefgrenzen' });
		expect(outcome).toMatchObject({
			written: true,
			format: 'GeoJSON',
			coordinates: 'WGS 84',
			findings: []
		});
		expect(outcome.vintages).toEqual([{ from: '2025-01-01', to: null, municipalities: 5 }]);
		const sets = await engine.database.read.selectFrom('boundary_set').selectAll().execute();
		expect(sets).toMatchObject([
			{ publisher: 'Test', title: 'gemeenten', credit: 'Proefgrenzen', licence: 'CC BY 4.0' }
		]);
		expect((await stored()).map((row) => row.nis_code)).toEqual(
			OF_2025.map((one) => one.properties['nis'])
		);
	});

	test.for<[name: string, content: () => string | Uint8Array]>([
		['GeoJSON against the clock', () => geoJson(OF_2025)],
		['GeoJSON with the clock', () => geoJson(OF_2025, { clockwise: true })],
		['GeoJSON in Lambert 72', () => geoJson(OF_2025, { system: 'lambert72' })],
		['GeoJSON in Lambert 2008', () => geoJson(OF_2025, { system: 'lambert2008' })],
		['TopoJSON', () => topoJson(OF_2025)],
		['TopoJSON in Lambert 72', () => topoJson(OF_2025, { system: 'lambert72' })],
		...(['degrees', 'lambert72', 'lambert2008'] as System[]).map(
			(system): [string, () => Uint8Array] => [
				`a zipped shapefile in ${system}`,
				() => zipped(shapefile(OF_2025, { system }))
			]
		),
		['a zipped GeoJSON', () => zipped({ geojson: Buffer.from(geoJson(OF_2025)) })],
		['names in place of codes', () => geoJson(BY_NAME)],
		[
			'codes as numbers',
			() =>
				geoJson(
					OF_2025.map((one) => ({ ...one, properties: { c: Number(one.properties['nis']) } }))
				)
		]
	])('%s gives the same place', async ([, content]) => {
		await bring(content());
		const rows = await stored();
		expect(rows).toHaveLength(5);
		rows.forEach(({ shape }, at) => {
			const corners = [...(shape[0]?.[0] ?? [])].flatMap((_, index, all) =>
				index % 3 === 0 ? [[all[index] ?? 0, all[index + 1] ?? 0]] : []
			);
			const west = 300_000 + 10_000 * at;
			const expected = [west, west + 10_000].flatMap((x) => [
				[x, 5_100_000],
				[x, 5_110_000]
			]);
			for (const [x = 0, y = 0] of expected) {
				const nearest = Math.min(...corners.map(([a = 0, b = 0]) => Math.hypot(a - x, b - y)));
				expect(nearest).toBeLessThanOrEqual(3);
			}
			expect(shapeArea(shape)).toBeGreaterThan(0);
		});
	});

	test('features with a validity give each structure its own boundaries', async () => {
		const outcome = await bring(geoJson(DATED));
		expect(
			outcome.vintages.map(({ from, to, municipalities }) => [from, to, municipalities])
		).toEqual([
			['1970-01-01', '2018-12-31', 7],
			['2019-01-01', '2024-12-31', 6],
			['2025-01-01', null, 5]
		]);
		const antwerpen = (await stored()).filter((row) => row.nis_code === '11002');
		const [, before = 0, after = 0] = antwerpen.map(({ shape }) => shapeArea(shape));
		expect(after / before).toBeCloseTo(2, 2);
	});

	test('--on takes one structure from them', async () => {
		const outcome = await bring(geoJson(DATED), { on: '2020-06-30' });
		expect(outcome.vintages).toMatchObject([
			{ from: '2019-01-01', to: '2024-12-31', municipalities: 6 }
		]);
	});

	test('a page finds the boundaries of its day, and none outside their validity', async () => {
		await bring(geoJson(OF_2025));
		const { places, boundaries } = await reference(engine.database);
		const on = (day: string) =>
			boundariesOn(boundaries, day, places.validOn(day))?.areas.length ?? null;
		expect([on('2024-12-31'), on('2025-01-01'), on('2040-01-01')]).toEqual([null, 5, 5]);
	});

	test('of two files that hold on a day the later one is drawn, and removing leaves none', async () => {
		await bring(geoJson(OF_2025), { credit: 'eerste' });
		await bring(geoJson(BY_NAME), { credit: 'tweede' });
		const { places, boundaries } = await reference(engine.database);
		expect(boundariesOn(boundaries, '2026-01-01', places.validOn('2026-01-01'))?.set.credit).toBe(
			'tweede'
		);
		expect(await removeBoundaries(engine.database)).toMatch(/Removed: "gemeenten", "gemeenten"/);
		expect((await reference(engine.database)).boundaries).toEqual([]);
		expect(await removeBoundaries(engine.database)).toMatch(/There are no boundaries/);
	});

	test('areas of Brussels are counted and left out, and so is what nobody knows', async () => {
		const extra = [
			{ properties: { nis: '21001' }, at: 6 },
			{ properties: { nis: '21002' }, at: 7 },
			{ properties: { nis: 'zee' }, at: 8 }
		];
		const { written, findings } = await bring(geoJson([...OF_2025, ...extra]));
		expect(written).toBe(true);
		expect(findings).toMatchObject([
			{ code: 'area_unknown', row: 8, column: 'nis', value: 'zee' },
			{ code: 'area_outside', value: '21001, 21002' }
		]);
	});

	test('parts of a municipality are joined', async () => {
		const part = { properties: { nis: '11002' }, at: -1 };
		const { findings } = await bring(geoJson([...OF_2025, part]));
		expect(findings).toMatchObject([{ code: 'joined_areas', value: '11002 Antwerpen' }]);
		const [antwerpen] = await stored();
		expect(antwerpen?.shape).toHaveLength(1);
	});

	describe('refused, and nothing written', () => {
		test.for<
			[name: string, squares: Square[], rest: Partial<BoundaryRequest>, code: string, why: RegExp]
		>([
			[
				'a municipality is missing',
				OF_2025.slice(1),
				{},
				'incomplete_boundaries',
				/11002 Antwerpen/
			],
			[
				'another structure than was said',
				OF_2025,
				{ on: '2020-01-01' },
				'incomplete_boundaries',
				/11007 Borsbeek/
			],
			[
				'the same ground twice',
				[...OF_2025, ...OF_2025.slice(0, 1)],
				{},
				'overlapping_areas',
				/11002/
			],
			[
				'no municipality at all',
				[{ properties: { soort: 'bos' }, at: 0 }],
				{},
				'no_municipality_column',
				/soort/
			],
			['no properties', [{ properties: {}, at: 0 }], {}, 'no_municipality_column', /none/],
			[
				'a validity that is no day',
				[dated('11002', 0, 1, 'vroeger', null), ...DATED],
				{},
				'wrong_validity',
				/vroeger/
			],
			[
				'far from Belgium',
				[{ properties: { nis: '11002' }, at: 100 }],
				{},
				'unknown_coordinates',
				/not in Belgium/
			]
		])('%s', async ([, squares, rest, code, why]) => {
			const before = await dataVersion(engine.database.read);
			const outcome = await bring(geoJson(squares), rest);
			expect(outcome.written).toBe(false);
			const finding = outcome.findings.find((one) => one.code === code);
			expect(`${finding?.value} ${finding?.message}`).toMatch(why);
			expect(await dataVersion(engine.database.read)).toEqual(before);
			expect(await stored()).toEqual([]);
		});

		test('the same file a second time', async () => {
			await bring(geoJson(OF_2025));
			const { written, findings } = await bring(geoJson(OF_2025));
			expect([written, findings[0]?.code]).toEqual([false, 'same_boundaries']);
		});

		test('only looked at', async () => {
			expect(await bring(geoJson(OF_2025), { write: false })).toMatchObject({
				written: false,
				findings: []
			});
			expect(await stored()).toEqual([]);
		});
	});

	describe('neighbours', () => {
		const known = () =>
			engine.database.read.selectFrom('neighbour').selectAll().orderBy('nis_a').execute();

		test('are compared, and replaced only when asked', async () => {
			await engine.database.change(async (transaction) => {
				await transaction
					.insertInto('neighbour')
					.values({ structure_on: '2025-01-01', nis_a: '11002', nis_b: '73028' })
					.execute();
			});
			const { neighbours, findings } = await bring(geoJson(OF_2025), { neighbours: 'compare' });
			expect(neighbours).toMatchObject([
				{ structureOn: '2025-01-01', removed: [['11002', '73028']], added: { length: 4 } }
			]);
			expect(findings.filter((one) => one.code === 'other_neighbours')).toHaveLength(5);
			expect(await known()).toHaveLength(1);

			const again = await bring(geoJson(OF_2025), { neighbours: 'replace' });
			expect(again).toMatchObject({ known: true, written: false, counts: { block: 0 } });
			expect((await known()).map((row) => [row.nis_a, row.nis_b])).toEqual([
				['11002', '34013'],
				['34013', '34022'],
				['34022', '72042'],
				['72042', '73028']
			]);
		});
	});
});

const SAMPLE = resolve('../shared/samples/pinc_gemeente2025.shp');
const VINTAGES = resolve('../shared/boundaries/vl_gemeenten_2007_2025.geojson');

describe.runIf(existsSync(SAMPLE) && existsSync(VINTAGES))('the published boundaries', () => {
	// Only the file is other: what it does to a database is proven above.
	describeOneEngine('facts', (engine) => {
		afterEach(() => removeBoundaries(engine.database));

		const areasOn = async (day: string) => {
			const { places, boundaries } = await reference(engine.database);
			return boundariesOn(boundaries, day, places.validOn(day))?.areas ?? [];
		};

		test('the shapefile gives 285 municipalities of 2025, leaves the 19 of Brussels out, and has the known neighbours', async () => {
			const file = await bundled(SAMPLE);
			const outcome = await importBoundaries(engine.database, {
				...request(''),
				source: fileSource(file.path, file.name),
				neighbours: 'compare'
			}).finally(file.dispose);
			expect(outcome).toMatchObject({ written: true, coordinates: 'Belgian Lambert 72' });
			expect(outcome.findings.map((one) => one.code)).toEqual(['area_outside']);
			expect(outcome.findings[0]?.message).toMatch(/^19 areas/);
			expect(await areasOn('2025-06-01')).toHaveLength(285);
			expect(await areasOn('2024-06-01')).toHaveLength(0);
			expect(outcome.neighbours).toMatchObject([
				{ pairs: { length: 754 }, added: [], removed: [] }
			]);
		});

		test('the GeoJSON gives 308, 300 and 285 municipalities, in the same places as the shapefile', async () => {
			const { neighbours } = await importBoundaries(engine.database, {
				...request(''),
				source: fileSource(VINTAGES),
				neighbours: 'compare'
			});
			expect(neighbours?.map((one) => [one.structureOn, one.removed])).toEqual([
				['2018-01-01', []],
				['2019-01-01', []],
				['2025-01-01', []]
			]);
			expect(neighbours?.at(-1)?.added).toEqual([]);
			const counts = ['2012-01-01', '2020-01-01', '2025-06-01'].map(
				async (day) => (await areasOn(day)).length
			);
			expect(await Promise.all(counts)).toEqual([308, 300, 285]);
			const total = (await areasOn('2025-06-01')).reduce(
				(sum, { shape }) => sum + shapeArea(shape),
				0
			);
			expect(total / 1e6).toBeGreaterThan(13_500);
			expect(total / 1e6).toBeLessThan(13_700);
		});

		test('starting again from the start data set takes them away', async () => {
			const file = await bundled(SAMPLE);
			await importBoundaries(engine.database, {
				...request(''),
				source: fileSource(file.path, file.name)
			}).finally(file.dispose);
			expect((await reference(engine.database)).boundaries).toHaveLength(1);
			await reset(engine.database, 'empty');
			expect((await reference(engine.database)).boundaries).toEqual([]);
		});
	});
});
