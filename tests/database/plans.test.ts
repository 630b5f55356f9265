import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#lib/server/database/database.ts';
import { BECAME } from '#lib/domain/plans.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { readMoment } from '#lib/server/standing/moment.ts';
import { standingOf } from '#lib/server/standing/municipalities.ts';
import { flemishPlans, municipalPlans, regionPlans } from '#lib/server/standing/plans.ts';
import { describeEachEngine } from '../support/engines.ts';
import { membersOn, unpublishedMembers } from '../support/facts.ts';
import { regionCalled } from '../support/regions.ts';
import { publish } from '../support/trial.ts';

const TODAY = '2026-11-23';
const [THEN, NOW] = ['2021-12-31', '2024-12-31'];
/** A member of the region of Kortrijk of which all that is known on these days is estimated, until a test publishes it. */
const [TOWN = ''] = unpublishedMembers(
	'kortrijk',
	['stock_b', 'realised', 'in_execution', 'planned'],
	THEN,
	NOW
);

async function asked(database: Database, query = `on=${NOW}`) {
	const facts = await reference(database);
	const moment = readMoment(new URLSearchParams(query), 'api', facts, TODAY);
	const town = facts.places.byCode.get(TOWN);
	if (!town) throw new Error(TOWN);
	return { facts, moment, town };
}

async function plansOfTown(database: Database, query?: string) {
	const { moment, town } = await asked(database, query);
	return municipalPlans(database, moment, town);
}

const measure = (
	database: Database,
	date: string,
	[realised, inExecution, planned]: [number, number, number]
) =>
	publish(
		database,
		Object.entries({ realised, in_execution: inExecution, planned }).map(([indicator, value]) => ({
			nis_code: TOWN,
			indicator,
			reference_date: date,
			value
		})),
		{ title: `Meting ${date}`, known_from: '2025-06-01' }
	);

describeEachEngine('practice', (engine) => {
	describe('without a published measurement', () => {
		test('every bound is marked as an estimate', async () => {
			const { last, since } = await plansOfTown(engine.database);
			expect(last).toBe(NOW);
			expect(since.length).toBeGreaterThan(1);
			for (const one of since)
				for (const key of BECAME)
					expect([one.from, one[key].status]).toEqual([one.from, 'estimated']);
		});

		test('the last measurements are told, oldest first, and none before plans were counted as now', async () => {
			const { since } = await plansOfTown(engine.database);
			expect(since.map(({ from }) => from)).toEqual(
				[2019, 2020, 2021, 2022, 2023].map((year) => `${year}-12-31`)
			);
			const early = await plansOfTown(engine.database, 'on=2015-12-31');
			expect(early.since.map(({ from }) => from)).toEqual(['2013-12-31', '2014-12-31']);
		});

		test('one measurement says nothing of what became of it', async () => {
			expect(await plansOfTown(engine.database, 'on=2013-12-31')).toEqual({
				last: '2013-12-31',
				since: []
			});
			expect(await plansOfTown(engine.database, 'on=2012-12-31')).toEqual({
				last: null,
				since: []
			});
		});

		test('what a municipality has on its way is what its page shows', async () => {
			const { database } = engine;
			const { since } = await plansOfTown(database);
			const { moment, town } = await asked(database, `on=${THEN}`);
			const { objective } = await standingOf(database, moment, town);
			const then = since.find(({ from }) => from === THEN);
			expect(then?.planned.value).toBe(objective.planned.value);
			expect(then?.inExecution.address).toMatchObject({ area: TOWN, on: THEN });
		});

		test.for(['kortrijk', 'gewest'])(
			'a region is the sum of its members, and none has more than the whole: %s',
			async (name) => {
				const { database } = engine;
				const { facts, moment } = await asked(database);
				const region =
					name === 'gewest'
						? [...facts.regions.values()].find(({ kind }) => kind === 'gewest')
						: await regionCalled(database, name);
				if (!region) throw new Error(name);
				const whole = await regionPlans(database, moment, region);
				expect(whole.last).toBe(NOW);
				if (name === 'gewest') {
					expect(await flemishPlans(database, moment)).toBe(whole);
					return;
				}
				const towns = await Promise.all(
					membersOn(name, NOW).map((nis) => {
						const town = facts.places.byCode.get(nis);
						if (!town) throw new Error(nis);
						return municipalPlans(database, moment, town);
					})
				);
				whole.since.forEach((one, at) => {
					for (const key of BECAME) {
						const own = towns.map(({ since }) => since[at]?.[key].value ?? NaN);
						expect(one[key].value).toBe(own.reduce((a, b) => a + b, 0));
					}
				});
			}
		);
	});

	describe('with two published measurements', () => {
		beforeAll(async () => {
			await measure(engine.database, THEN, [40, 30, 90]);
			await measure(engine.database, NOW, [55, 20, 60]);
		});

		test('the bounds are those of the measurements, as sure as they are', async () => {
			const { since } = await plansOfTown(engine.database);
			const own = since.find(({ from }) => from === THEN);
			const shown = (key: (typeof BECAME)[number]) => [own?.[key].value, own?.[key].status];
			expect(shown('onTheWay')).toEqual([120, 'normal']);
			expect(shown('realised')).toEqual([15, 'normal']);
			expect(shown('still')).toEqual([80, 'normal']);
			expect(shown('gone')).toEqual([25, 'normal']);
		});

		test('before they were known the estimates stood in their place', async () => {
			const { since } = await plansOfTown(engine.database, `on=${NOW}&known=2025-05-31`);
			expect(since.find(({ from }) => from === THEN)?.gone.status).toBe('estimated');
		});
	});
});
