import { beforeAll, expect, test } from 'vitest';
import type { Database } from '#lib/server/database/database.ts';
import { regionJson } from '#lib/server/formats/api.ts';
import { exported } from '#lib/tables/column.ts';
import { spread as spreadColumns, spreadRows } from '#lib/tables/spread.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { readMoment } from '#lib/server/standing/moment.ts';
import { regionStanding } from '#lib/server/standing/regions.ts';
import { regionSpread } from '#lib/server/standing/spread.ts';
import { spreadTrend } from '#lib/server/standing/spread-trend.ts';
import { regionTrend } from '#lib/server/standing/trends.ts';
import { describeOneEngine } from '../support/engines.ts';
import { withoutOrigin } from '../support/figures.ts';
import { regionCalled } from '../support/regions.ts';

const TODAY = '2026-11-23';
/** Three municipalities that border on one another, with the figures of the synthetic region of the domain research. */
const SYNTHETIC = [
	{ nis: '34022', households: 30_000, stock: 2_700 },
	{ nis: '34023', households: 10_000, stock: 500 },
	{ nis: '34013', households: 10_000, stock: 300 }
];

const momentIn = async (database: Database, query: string) =>
	readMoment(new URLSearchParams(query), 'api', await reference(database), TODAY);

const spreadOf = async (database: Database, slug: string, query = '', project = 20) => {
	const moment = await momentIn(database, query);
	const standing = await regionStanding(database, moment, await regionCalled(database, slug));
	const spread = await regionSpread(database, moment, standing, project);
	const json = regionJson(standing, await reference(database), moment, spread, null);
	return {
		spread,
		json,
		table: exported(spreadColumns, spreadRows(standing, spread), { ...moment, slug, spread })
	};
};

/** A region of its own with a published stock and households of the synthetic region. */
const publishSynthetic = (database: Database) =>
	database.change(async (transaction) => {
		const { id } = await transaction
			.insertInto('publication')
			.values({ publisher: 'Proef', title: 'Proef', kind: 'first', known_from: '2026-11-22' })
			.returning('id')
			.executeTakeFirstOrThrow();
		await transaction
			.insertInto('region')
			.values({
				slug: 'proef',
				code: 'proef',
				name: 'Proefregio',
				kind: 'stadsregio',
				publication_id: id
			})
			.execute();
		for (const { nis, households, stock } of SYNTHETIC) {
			const row = { publication_id: id, nis_code: nis, status: 'normal' as const };
			await transaction
				.insertInto('region_membership')
				.values({ region: 'proef', nis_code: nis, valid_from: '2007-01-01', publication_id: id })
				.execute();
			await transaction
				.insertInto('observation')
				.values([
					{ ...row, indicator: 'stock_b', reference_date: '2022-12-31', value: stock },
					{ ...row, indicator: 'households', reference_date: '2023-01-01', value: households }
				])
				.execute();
		}
	});

describeOneEngine('practice', (engine) => {
	beforeAll(() => publishSynthetic(engine.database));

	test('the synthetic region gives its values to six digits', async () => {
		const { json } = await spreadOf(engine.database, 'proef', 'on=2022-12-31');
		expect(json.spread).toMatchObject({ status: 'normal', dwellingsElsewhere: 600 });
		expect(json.spread?.gini).toBeCloseTo(0.182857, 6);
		expect(json.spread?.hoover).toBeCloseTo(0.171429, 6);
		expect(json.spread?.cv).toBeCloseTo(0.440195, 6);
		expect(json.spread?.weightedCv).toBeCloseTo(0.361403, 6);
		expect(json.spread?.cityToRing).toBeCloseTo(2.25, 6);
		expect(json.spread?.locationQuotients['34022']).toBeCloseTo(1.285714, 6);
		expect(json.spread?.excessDwellings).toEqual({ 34022: 600, 34023: -200, 34013: -400 });
	});

	test('its Lorenz points, its reasons and what one project changes are in the answer too', async () => {
		const { json } = await spreadOf(engine.database, 'proef', 'on=2022-12-31');
		expect(json.spread?.lorenz?.map(({ nis, x }) => [nis, x])).toEqual([
			[null, 0],
			['34013', 0.2],
			['34023', 0.4],
			['34022', 1]
		]);
		expect(json.spread?.reasons).toEqual({});
		expect(json.spread?.projectShares).toEqual({
			34022: 20 / 30_000,
			34023: 20 / 10_000,
			34013: 20 / 10_000
		});
	});

	test('places are bands where one project of that size moves them', async () => {
		const small = await spreadOf(engine.database, 'proef', 'on=2022-12-31');
		expect(small.json.spread?.places['34023']).toEqual({ place: 2, highest: 2, lowest: 2, of: 3 });
		expect(small.json.spread?.placesStatus).toBe('normal');
		const large = await spreadOf(engine.database, 'proef', 'on=2022-12-31', 450);
		expect(large.json.spread?.places).toEqual({
			34022: { place: 1, highest: 1, lowest: 1, of: 3 },
			34023: { place: 2, highest: 1, lowest: 3, of: 3 },
			34013: { place: 3, highest: 2, lowest: 3, of: 3 }
		});
	});

	test('the table has a row for each member with the same numbers', async () => {
		const { json, table } = await spreadOf(engine.database, 'proef', 'on=2022-12-31');
		const column = (name: string) => table.rows.map((row) => row[table.columns.indexOf(name)]);
		const codes = column('nis') as string[];
		expect(new Set(table.columns).size).toBe(table.columns.length);
		expect(codes).toEqual(['34013', '34022', '34023']);
		expect(column('location_quotient')).toEqual(
			codes.map((nis) => json.spread?.locationQuotients[nis])
		);
		expect(column('gini')).toEqual(codes.map(() => json.spread?.gini));
		expect(column('dwellings_elsewhere')).toEqual([600, 600, 600]);
		expect(column('lorenz_households')).toEqual([0.2, 1, 0.4]);
		expect(column('project')).toEqual([20, 20, 20]);
	});

	test('over the years the spread of a year is that of the region asked on that day', async () => {
		const moment = await momentIn(engine.database, '');
		const region = await regionCalled(engine.database, 'kortrijk');
		const points = spreadTrend(await regionTrend(engine.database, moment, region, 'constant'));
		expect(points.length).toBeGreaterThan(15);
		for (const on of ['2012-12-31', '2022-12-31']) {
			const { spread } = await spreadOf(engine.database, 'kortrijk', `on=${on}&structure=today`);
			const point = points.find((one) => one.date === on);
			expect(withoutOrigin(point?.elsewhere)).toEqual(withoutOrigin(spread.elsewhere));
			expect([point?.gini.value, point?.hoover.value]).toEqual([
				spread.measures.gini,
				spread.measures.hoover
			]);
		}
	});

	test('Voeren borders on no Flemish municipality: no figure, with the reason', async () => {
		const { json } = await spreadOf(engine.database, 'limburg');
		expect(json.spread?.regionalSpread['73109']).toBeNull();
		expect(json.spread?.regionalSpreadReasons['73109']).toBe('no_neighbours');
		expect(json.spread?.reasons.cityToRing).toBe('not_applicable');
	});

	test('Kortrijk rests on estimates and says so; every member has a measure against its neighbours', async () => {
		const { spread, json } = await spreadOf(engine.database, 'kortrijk');
		expect(json.spread?.status).toBe('estimated');
		expect(spread.elsewhere.value).toBeGreaterThan(0);
		expect(spread.members.map((one) => one.regional.value)).not.toContain(null);
		expect(spread.members.flatMap((one) => one.neighboursWithout)).toEqual([]);
	});

	test('without figures there is no spread, and the members are named', async () => {
		const { spread } = await spreadOf(engine.database, 'kortrijk', 'on=1999-12-31');
		expect(spread.elsewhere).toMatchObject({ value: null, reason: 'part_missing' });
		expect(spread.elsewhere.missing.length).toBeGreaterThan(0);
		expect(Object.values(spread.measures)).not.toContain(0);
	});
});
