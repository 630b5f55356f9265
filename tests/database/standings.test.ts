import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#lib/server/database/database.ts';
import { newestObjectives } from '#lib/server/queries/objectives.ts';
import { newestObservations, newestObservationsQuery } from '#lib/server/queries/observations.ts';
import { TOTAL_DEFINITIONS } from '#lib/domain/region.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { readMoment } from '#lib/server/standing/moment.ts';
import { allStandings, standingsOf } from '#lib/server/standing/municipalities.ts';
import { regionStanding } from '#lib/server/standing/regions.ts';
import { endOfLine, regionTrend, trendOf, type TrendPoint } from '#lib/server/standing/trends.ts';
import { describeEachEngine, describeOneEngine } from '../support/engines.ts';
import {
	existingOn,
	facts as seeded,
	membersOn,
	regionFigures,
	unpublishedMembers
} from '../support/facts.ts';
import { regionCalled } from '../support/regions.ts';
import { publish } from '../support/trial.ts';
import { undone } from '../support/undone.ts';
import { TRIAL_TOWNS, writeTrial } from './newest-trial.ts';

const TODAY = '2026-11-23';
/** A member of the region of Kortrijk of which all that is known on these days is estimated, until a test publishes it. */
const [TOWN = ''] = unpublishedMembers('kortrijk', ['stock_b'], '2022-12-31', '2024-12-31');
const WHOLE = {
	codes: [TOWN],
	indicators: ['stock_b'],
	dates: ['2022-12-31'],
	known: TODAY
} as const;

const momentIn = async (database: Database, query: string) =>
	readMoment(new URLSearchParams(query), 'api', await reference(database), TODAY);

/** Publishes one stock for that member on 31/12/2022 and gives the number of the publication. */
const publishStock = (database: Database, value: number, known_from: string) =>
	publish(
		database,
		[{ nis_code: TOWN, indicator: 'stock_b', reference_date: '2022-12-31', value }],
		{ title: `Meting ${value}`, known_from }
	);

const stockOf = async (database: Database, query: string) => {
	const standing = await regionStanding(
		database,
		await momentIn(database, query),
		await regionCalled(database, 'kortrijk')
	);
	return standing?.members.find((one) => one.municipality.nis === TOWN)?.stock;
};

describeEachEngine('practice', (engine) => {
	test('the query of the newest observations is the reviewed one', async () => {
		const { sql } = newestObservationsQuery(engine.database.read, WHOLE).compile();
		await expect(`${sql}\n`).toMatchFileSnapshot('sql/newest-observations.sql');
	});

	test('both engines give the same newest observations and objectives', async () => {
		const found = await undone(engine.database, async (transaction, reader) => {
			const titles = await writeTrial(transaction);
			const indicators = ['households', 'stock_b'] as const;
			const asked = { codes: TRIAL_TOWNS, indicators, dates: 'all', known: TODAY } as const;
			const named = <Row extends { publication: number }>(rows: Row[]) =>
				rows.map((row) => ({ ...row, publication: titles.get(row.publication) }));
			return {
				rows: named(await newestObservations(reader, asked)),
				objectives: named(await newestObjectives(reader, TRIAL_TOWNS, TODAY))
			};
		});
		const text = JSON.stringify(found, null, '\t');
		await expect(`${text}\n`).toMatchFileSnapshot('results/newest.json');
	});

	describe('known on', () => {
		let first: number;
		beforeAll(async () => {
			first = await publishStock(engine.database, 3001, '2023-07-01');
			await publishStock(engine.database, 3050, '2024-02-01');
		});

		test('the newest publication known by that day wins', async () => {
			expect((await stockOf(engine.database, 'on=2022-12-31'))?.value).toBe(3050);
			expect((await stockOf(engine.database, 'on=2022-12-31&known=2024-01-31'))?.value).toBe(3001);
		});

		test('the day before the first publication shows the practice figure, with its mark', async () => {
			expect(await stockOf(engine.database, 'on=2022-12-31&known=2023-06-30')).toMatchObject({
				status: 'estimated'
			});
		});

		test('only that municipality and date change', async () => {
			const all = await allStandings(
				engine.database,
				await momentIn(engine.database, 'on=2022-12-31&known=2024-02-01')
			);
			const before = await allStandings(
				engine.database,
				await momentIn(engine.database, 'on=2022-12-31&known=2024-01-31')
			);
			const changed = all.rows.filter(
				(row, index) => row.stock.value !== before.rows[index]?.stock.value
			);
			expect(changed.map((row) => row.municipality.nis)).toEqual([TOWN]);
		});

		test('a newer figure wins over an older one in another structure that is the same for this municipality', async () => {
			await publish(
				engine.database,
				[
					{
						nis_code: TOWN,
						indicator: 'households',
						reference_date: '2025-01-01',
						value: 35_001
					}
				],
				{ known_from: '2026-11-22', structure_on: '2025-01-01' }
			);
			const standing = await regionStanding(
				engine.database,
				await momentIn(engine.database, 'on=2024-12-31'),
				await regionCalled(engine.database, 'kortrijk')
			);
			const member = standing?.members.find((one) => one.municipality.nis === TOWN);
			expect(member?.households).toMatchObject({ value: 35_001, status: 'normal' });
		});

		test('a withdrawn publication counts until the day it was withdrawn, and not from then on', async () => {
			const { id } = await engine.database.change(async (transaction) => {
				await transaction
					.updateTable('publication')
					.set({ withdrawn_on: '2024-06-01', withdrawn_why: 'proef' })
					.where('title', '=', 'Meting 3050')
					.execute();
				return { id: first };
			});
			expect(await stockOf(engine.database, 'on=2022-12-31')).toMatchObject({
				value: 3001,
				publications: [id]
			});
			expect((await stockOf(engine.database, 'on=2022-12-31&known=2024-05-31'))?.value).toBe(3050);
		});
	});
});

// Sums and lines over what the queries gave.
describeOneEngine('practice', (engine) => {
	describe('structures', () => {
		test.for(['2012-12-31', '2018-12-31', '2022-12-31', '2024-12-31', '2025-12-31'])(
			'on %s Flanders has the municipalities that exist then',
			async (on) => {
				const moment = await momentIn(engine.database, `on=${on}`);
				const { rows } = await allStandings(engine.database, moment);
				expect(rows.map((row) => row.municipality.nis)).toEqual(existingOn(on));
			}
		);

		test('the totals are the same in the structure of the time and in that of today', async () => {
			for (const on of ['2009-12-31', '2018-12-31', '2022-12-31', '2024-12-31']) {
				const total = async (structure: string) => {
					const moment = await momentIn(engine.database, `on=${on}&structure=${structure}`);
					const { rows } = await allStandings(engine.database, moment);
					const sum = (pick: (row: (typeof rows)[number]) => number | null) =>
						rows.reduce((total, row) => total + (pick(row) ?? NaN), 0);
					return [
						sum((row) => row.stock.value),
						sum((row) => row.households.value),
						sum((row) => row.objective.target.value)
					];
				};
				expect(await total('today')).toEqual(await total('then'));
			}
		});

		test('no region jumps when a municipality merges: the same ground in both structures', async () => {
			const facts = await reference(engine.database);
			const old = await momentIn(engine.database, 'on=2018-12-31');
			const now = await momentIn(engine.database, 'on=2018-12-31&structure=today');
			for (const slug of [
				'provincie-limburg',
				'provincie-west-vlaanderen',
				'vlaanderen',
				'kortrijk'
			]) {
				expect(facts.regions.has(slug)).toBe(true);
				const [before, after] = [
					await regionStanding(engine.database, old, await regionCalled(engine.database, slug)),
					await regionStanding(engine.database, now, await regionCalled(engine.database, slug))
				];
				expect(after?.stock.value).toBe(before?.stock.value);
				expect(after?.households.value).toBe(before?.households.value);
			}
		});

		test('no line of any region jumps from year to year: stock and households of the same ground', async () => {
			const facts = await reference(engine.database);
			const moment = await momentIn(engine.database, 'on=2024-12-31&structure=today');
			const regions = [...facts.regions.values()].filter((one) => facts.memberships.has(one.slug));
			/** A sum leaves out the households of who has no stock: that is no jump. */
			const isPartial = ({ stock }: TrendPoint) => stock.missing.length > 0;
			for (const region of regions) {
				const points = await regionTrend(engine.database, moment, region, 'constant');
				expect(points.filter((one) => !isPartial(one)).length, region.slug).toBeGreaterThan(10);
				for (const [index, point] of points.entries()) {
					const before = points[index - 1];
					if (!before || isPartial(before) || isPartial(point)) continue;
					const ratio = (point.households.value ?? NaN) / (before.households.value ?? NaN);
					expect(Math.abs(ratio - 1), `${region.slug} ${point.date}`).toBeLessThan(0.05);
				}
			}
		});

		test('GAOZ: the same ground has one smooth line, the members of the time change in 2019', async () => {
			const facts = await reference(engine.database);
			const gaoz = facts.regions.get('genk');
			if (!gaoz) throw new Error('genk');
			const moment = await momentIn(engine.database, 'on=2024-12-31');
			const same = await regionTrend(engine.database, moment, gaoz, 'constant');
			const dated = await regionTrend(engine.database, moment, gaoz, 'of_the_time');
			const households = (points: typeof same, date: string) =>
				points.find((point) => point.date === date)?.households.value ?? NaN;
			expect(households(same, '2019-12-31') / households(same, '2018-12-31')).toBeCloseTo(1, 1);
			expect(households(dated, '2018-12-31')).toBeLessThan(households(same, '2018-12-31'));
			expect(dated.find((point) => point.date === '2018-12-31')?.members).toContain('71047');
			expect(dated.find((point) => point.date === '2019-12-31')?.members).toContain('72042');
			const others = (points: typeof same) =>
				points.filter((point) => point.otherGround).map((point) => point.date);
			expect(others(same)).toEqual([]);
			expect(others(dated)).toEqual(['2019-12-31']);
		});

		test('a line over ground of the past stops at a merger, and names who ended', async () => {
			const facts = await reference(engine.database);
			const end = async (query: string, ...codes: string[]) => {
				const moment = await momentIn(engine.database, query);
				const towns = codes.flatMap((nis) => facts.places.byCode.get(nis) ?? []);
				return endOfLine(engine.database, moment, towns);
			};
			const stopped = await end('on=2012-12-31', '71047', '71016');
			expect(stopped?.on).toBe('2018-12-31');
			expect(stopped?.ended.map((one) => one.name)).toEqual(['Opglabbeek']);
			expect(await end('on=2012-12-31', '71016')).toBeNull();
			expect(await end('on=2024-12-31&known=2025-06-30', '71022')).toBeNull();
			expect(await end('on=2012-12-31&known=2014-01-01', '71047')).toBeNull();
		});

		test('the total of Flanders keeps the definition of its publisher', async () => {
			const stock = async (on: string) =>
				(
					await regionStanding(
						engine.database,
						await momentIn(engine.database, `on=${on}`),
						await regionCalled(engine.database, 'vlaanderen')
					)
				)?.stock;
			for (const [on, indicator] of [
				['2017-12-31', 'stock_c'],
				['2024-12-31', 'stock_w']
			] as const) {
				const value = regionFigures(indicator, on).get('vlaanderen');
				expect(await stock(on)).toMatchObject({ value, indicator });
			}
			const totals = seeded.regionObservations.filter(
				(one) =>
					one.region === 'vlaanderen' && TOTAL_DEFINITIONS.some((kind) => kind === one.indicator)
			);
			const silent = ['2020-12-31', '2019-12-31', '2016-12-31', '2012-12-31'].find(
				(on) => !totals.some((one) => one.reference_date === on)
			);
			expect((await stock(silent ?? ''))?.indicator).toBe('stock_b');
		});

		test('what is estimated for a predecessor is marked; the register of the merged municipality is not', async () => {
			const moment = await momentIn(engine.database, 'on=2012-12-31');
			const facts = await reference(engine.database);
			const towns = ['71047', '34022'].flatMap((nis) => facts.places.byCode.get(nis) ?? []);
			const { rows } = await standingsOf(engine.database, moment, towns);
			expect(rows.map((row) => row.households.status)).toEqual(['estimated', 'normal']);
		});

		test('a municipality of 2025 has a line through the years before it existed', async () => {
			const moment = await momentIn(
				engine.database,
				'on=2024-12-31&structure=today&known=2025-06-30'
			);
			const facts = await reference(engine.database);
			const hasselt = facts.places.byCode.get('71072');
			if (!hasselt) throw new Error('71072');
			const points = await trendOf(engine.database, moment, [hasselt]);
			expect(points.map((point) => point.date.slice(0, 4))).toEqual(
				Array.from({ length: 18 }, (_, index) => String(2007 + index))
			);
			expect(points.every((point) => point.stock.value !== null && point.stock.composed)).toBe(
				true
			);
		});
	});

	describe('published facts', () => {
		test('De Panne at the baseline: 226 dwellings, 4,974 households, objective 83', async () => {
			const moment = await momentIn(engine.database, 'on=2007-12-31');
			const facts = await reference(engine.database);
			const town = facts.places.byCode.get('38008');
			const { rows } = await standingsOf(engine.database, moment, town ? [town] : []);
			const row = rows[0];
			expect([row?.stock.value, row?.households.value, row?.share.value]).toEqual([
				226,
				4974,
				226 / 4974
			]);
			expect([row?.objective.target.value, row?.objective.baseline.value]).toEqual([83, 226]);
			for (const figure of [
				row?.stock,
				row?.households,
				row?.objective.target,
				row?.objective.baseline
			]) {
				expect(figure?.status).toBe('normal');
			}
		});

		test('Kortrijk: its members, goal 11 % of households, share from sums', async () => {
			const standing = await regionStanding(
				engine.database,
				await momentIn(engine.database, 'on=2024-12-31'),
				await regionCalled(engine.database, 'kortrijk')
			);
			const sum = (pick: 'stock' | 'households') =>
				(standing?.members ?? []).reduce((total, row) => total + (row[pick].value ?? NaN), 0);
			expect(standing?.members.map((one) => one.municipality.nis)).toEqual(
				membersOn('kortrijk', '2024-12-31')
			);
			expect(standing?.goal).toMatchObject({
				kind: 'reach_share',
				basisPoints: 1100,
				denominator: 'households'
			});
			expect(standing?.share.value).toBe(sum('stock') / sum('households'));
			expect(standing?.goal?.gap.value).toBe(Math.ceil(0.11 * sum('households') - sum('stock')));
		});

		test('only the regions of which a goal was published have one; no region has a goal of 0', async () => {
			const { goals } = await reference(engine.database);
			expect(new Set(goals.keys())).toEqual(new Set(seeded.goals.map((one) => one.region)));
			for (const goal of [...goals.values()].flat())
				expect(goal.basisPoints === null || goal.basisPoints > 0).toBe(true);
		});
	});
});
