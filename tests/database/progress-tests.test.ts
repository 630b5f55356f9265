import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#lib/server/database/database.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { growthPathOf } from '#lib/server/standing/growth-path.ts';
import { momentOf, readMoment } from '#lib/server/standing/moment.ts';
import {
	countTests,
	publishedCounts,
	roundOf,
	roundsBy,
	roundStandings,
	testsOf
} from '#lib/server/standing/tests.ts';
import {
	countedWithNow,
	historyBesideNow,
	roundBesideNow,
	roundsKnownSince
} from '#lib/server/standing/tests-now.ts';
import { describeEachEngine, describeOneEngine } from '../support/engines.ts';
import {
	existingOn,
	facts,
	hasThresholds,
	knownFrom,
	roundsBy as factsBy
} from '../support/facts.ts';
import { withObjective } from '../support/trial.ts';

const TODAY = '2026-11-23';
const LENDELEDE = '34025';
const MEASURED = '2021-12-31';

const momentIn = async (database: Database, query = '') =>
	readMoment(new URLSearchParams(query), 'api', await reference(database), TODAY);

async function roundIn(database: Database, year: string, query = '') {
	const moment = await momentIn(database, query);
	const round = roundOf(await reference(database), moment, year);
	if (!round) throw new Error(year);
	return roundStandings(database, moment, round);
}

async function historyOf(database: Database, nis: string, query = '') {
	const moment = await momentIn(database, query);
	const town = (await reference(database)).places.byCode.get(nis);
	if (!town) throw new Error(nis);
	return testsOf(database, momentOf(moment, town), town);
}

/** Publishes a measurement of Lendelede on 31/12/2021 against an objective of 125. */
const measure = (database: Database, knownFrom: string, realised: number, planned: number) =>
	database.change(async (transaction) => {
		const { id } = await transaction
			.insertInto('publication')
			.values({
				publisher: 'Proef',
				title: `Meting ${realised}+${planned}`,
				kind: 'first',
				known_from: knownFrom
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		await transaction
			.insertInto('objective')
			.values({
				publication_id: id,
				scheme: 'BSO-2009-HUUR',
				nis_code: LENDELEDE,
				component: 'total',
				value: 125,
				status: 'compulsory',
				attested_on: null,
				note: null
			})
			.execute();
		const figures = { realised, in_execution: 0, planned };
		for (const [indicator, value] of Object.entries(figures))
			await transaction
				.insertInto('observation')
				.values({
					publication_id: id,
					nis_code: LENDELEDE,
					indicator,
					reference_date: MEASURED,
					value,
					status: 'normal',
					note: null,
					place_sheet: null,
					place_row: null,
					place_column: null
				})
				.execute();
	});

describeEachEngine('practice', (engine) => {
	test.for(['2022-12-31', TODAY])(
		'the rounds are those measured and known by %s, each with thresholds where they were published',
		async (known) => {
			const rounds = roundsBy(await reference(engine.database), { known });
			expect(rounds.map(({ year, thresholds }) => [year, thresholds !== null])).toEqual(
				factsBy(known).map((round) => [round.year, hasThresholds(round)])
			);
		}
	);

	test('the published counts stand by source, one that names no number in words only; a first outcome gives way when the final one is known', async () => {
		const counts = await publishedCounts(engine.database, { known: TODAY });
		const told = counts.map(({ year, counts, provisional }) => [year, counts, provisional]);
		for (const one of [
			[2016, { '1': 207, '2a': 66, '2b': 35 }, false],
			[2016, { '1': 206 }, false],
			[2020, { '1': 178, '2': 122 }, true],
			[2020, { '1': 180, '2a': 107, '2b': 13 }, false],
			[2022, {}, true]
		])
			expect(told).toContainEqual(one);
		const sources = facts.testCounts.filter((one) => knownFrom(one) <= TODAY);
		const bySource = Map.groupBy(sources, (one) => `${one.year} ${one.publication_id}`);
		expect(counts.map((one) => `${one.year} ${one.publication}`).sort()).toEqual(
			[...bySource.keys()].sort()
		);
		for (const { year, provisional, superseded } of counts)
			expect(superseded).toBe(
				provisional && counts.some((one) => one.year === year && !one.provisional)
			);
		const then = await publishedCounts(engine.database, { known: '2020-10-01' });
		const first = then.filter((one) => one.year === 2020);
		expect(first).toMatchObject([{ counts: { '1': 178 }, superseded: false }]);
	});

	test('what became known since the day asked is told apart: sources of known rounds, and later rounds', async () => {
		const asked = '2020-10-01';
		const since = await roundsKnownSince(
			engine.database,
			await momentIn(engine.database, `known=${asked}`)
		);
		const before = new Set(factsBy(asked).map((round) => round.year));
		expect(since.rounds.map((round) => round.year)).toEqual(
			factsBy(TODAY)
				.map((round) => round.year)
				.filter((year) => !before.has(year))
		);
		expect(since.published.map(({ year, counts }) => [year, counts['1']])).toContainEqual([
			2020, 180
		]);
		expect(await roundsKnownSince(engine.database, await momentIn(engine.database))).toEqual({
			rounds: [],
			published: []
		});
	});

	test('published categories: Ranst 2b in 2018, Haaltert 2a', async () => {
		const rows = await roundIn(engine.database, '2018');
		const entered = (nis: string) => rows.find((one) => one.municipality.nis === nis)?.entered;
		expect(entered('11035')).toMatchObject({ category: '2b', provisional: false });
		expect(entered('41024')?.category).toBe('2a');
		const published = facts.testResults.filter((one) => one.year === 2018);
		const silent = existingOn('2017-12-31').find(
			(nis) => !published.some((one) => one.nis_code === nis)
		);
		expect(entered(silent ?? '')).toBeNull();
	});
});

// Categories, mergers and the growth path are computed from what the queries gave.
describeOneEngine('practice', (engine) => {
	test.for(factsBy(TODAY).map((round) => [round.year, round] as const))(
		'the round of %i has the municipalities of its measuring date, each counted once, and computed categories where thresholds are known',
		async ([year, round]) => {
			const towns = existingOn(round.measured_on);
			const rows = await roundIn(engine.database, String(year));
			expect(rows.map((row) => row.municipality.nis)).toEqual(towns);
			expect(rows.some((row) => row.computed !== null)).toBe(hasThresholds(round));
			const entered = facts.testResults.filter(
				(one) => one.year === year && knownFrom(one) <= TODAY && towns.includes(one.nis_code)
			);
			const counts = countTests(rows);
			expect(counts.municipalities).toBe(towns.length);
			expect(counts.entered).toBe(new Set(entered.map((one) => one.nis_code)).size);
			const { no_objective, realised, with_planned, short, unknown } = counts;
			expect(no_objective + realised + with_planned + short + unknown).toBe(
				hasThresholds(round) ? towns.length : counts.unknown
			);
		}
	);

	test('the history of a municipality and the page of a round say the same', async () => {
		for (const nis of ['34022', '35013', '12025', '11002']) {
			const row = (await roundIn(engine.database, '2022')).find(
				(one) => one.municipality.nis === nis
			);
			const found = (await historyOf(engine.database, nis, 'on=2022-12-31')).find(
				({ round }) => round.year === 2022
			);
			expect(found?.own).toEqual(row);
			expect(row?.computed).not.toBeNull();
		}
	});

	describe('mergers', () => {
		test('a category is not inherited: a round before the merger shows the old municipalities', async () => {
			const [aalter] = [await historyOf(engine.database, '44084')];
			const round2018 = aalter.find(({ round }) => round.year === 2018);
			expect(round2018?.own).toBeNull();
			expect(
				round2018?.predecessors.map((one) => [one.municipality.name, one.entered?.category])
			).toEqual([
				['Aalter', '1'],
				['Knesselare', '2a']
			]);
			expect(aalter.find(({ round }) => round.year === 2020)?.predecessors).toEqual([]);
		});

		test('Antwerpen kept its code and does not keep the category from before it took in Borsbeek', async () => {
			const history = await historyOf(engine.database, '11002', 'on=2025-12-31');
			const round2016 = history.find(({ round }) => round.year === 2016);
			expect(round2016?.own).toBeNull();
			expect(round2016?.predecessors.map((one) => one.municipality.nis)).toEqual([
				'11002',
				'11007'
			]);
		});

		test('a municipality that came out of a merger has the sum of the objectives, exempt or not', async () => {
			const { places } = await reference(engine.database);
			const rows = await roundIn(engine.database, '2018');
			const after = await roundIn(engine.database, '2020');
			const target = (list: typeof rows, nis: string) =>
				list.find((one) => one.municipality.nis === nis)?.target.value ?? NaN;
			for (const town of places.validOn('2019-01-01')) {
				const merger = places.mergerInto(town.nis, '2019-01-01');
				if (!merger) continue;
				const sum = merger.predecessors.reduce((total, nis) => total + target(rows, nis), 0);
				expect(target(after, town.nis), town.name).toBe(sum);
			}
		});
	});

	describe('growth path', () => {
		const pathOf = async (nis: string, query = '') => {
			const town = (await reference(engine.database)).places.byCode.get(nis);
			if (!town) throw new Error(nis);
			return growthPathOf(
				engine.database,
				momentOf(await momentIn(engine.database, query), town),
				town
			);
		};

		test('a step on the measuring date of each round with thresholds, in whole dwellings of the objective', async () => {
			const path = await pathOf('35013');
			expect(path.target.value).toBe(288);
			expect(path.steps.map((one) => one.round)).toEqual(
				factsBy(TODAY)
					.filter(hasThresholds)
					.map((round) => round.year)
			);
			expect(path.steps).toContainEqual({
				round: 2022,
				date: MEASURED,
				realised: 230,
				withPlanned: 275,
				thresholds: { realised: 7952, withPlanned: 9542 }
			});
			expect(path).toMatchObject({ baselineOn: '2007-12-31', deadline: '2025-12-31' });
			const at = path.points.find((one) => one.date === MEASURED);
			expect(at?.realised).toMatchObject({ value: 374, status: 'provisional' });
		});

		test('after a merger only the part with an objective is drawn against it: Borsbeek, not Antwerpen', async () => {
			await withObjective(engine.database, '11007', 20);
			const path = await pathOf('11002', 'on=2024-12-31&structure=today');
			const borsbeek = await pathOf('11007', 'on=2024-12-31');
			expect(path.partly).toBe(true);
			expect(borsbeek.partly).toBe(false);
			const values = (of: typeof path) =>
				of.points.map(({ date, realised, withPlanned }) => [
					date,
					realised.value,
					withPlanned.value
				]);
			expect(values(path)).toEqual(values(borsbeek));
			expect(path.target.value).toBe(borsbeek.target.value);
		});

		test('no step without an objective, and none from before a merger', async () => {
			expect((await pathOf('12025')).steps).toEqual([]);
			const { steps } = await pathOf('71072', 'on=2025-12-31');
			expect(steps.filter(({ date }) => date < '2025-01-01')).toEqual([]);
		});
	});

	describe('a municipality with an objective of 125', () => {
		const outcome = async (query: string) => {
			const rows = await roundIn(engine.database, '2022', query);
			const row = rows.find((one) => one.municipality.nis === LENDELEDE);
			return [
				row?.target.value,
				row?.withPlanned.value,
				row?.computed,
				row?.shortRealised,
				row?.shortWithPlanned,
				row?.estimated
			];
		};
		beforeAll(async () => {
			await measure(engine.database, '2023-02-01', 99, 0);
			await measure(engine.database, '2023-03-01', 99, 20);
			await measure(engine.database, '2023-04-01', 99, 21);
			await measure(engine.database, '2023-05-01', 100, 0);
			await measure(engine.database, '2023-06-01', -4, 0);
		});

		test.for([
			['99 realised: category 2, one short', '2023-02-28', [125, 99, 2, 1, 21, false]],
			['20 planned: one short of the second line', '2023-03-31', [125, 119, 2, 1, 1, false]],
			['21 planned: 120 of 125, category 1', '2023-04-30', [125, 120, 1, 1, 0, false]],
			['100 realised: category 1', '2023-05-31', [125, 100, 1, 0, 20, false]],
			['fewer than at the baseline', '2023-06-30', [125, -4, 2, 104, 124, false]]
		] as const)('%s', async ([, known, expected]) => {
			expect(await outcome(`known=${known}`)).toEqual(expected);
		});

		test('a page as known then keeps category 2 and has today’s outcome beside it, in the round and in the history', async () => {
			const query = 'known=2023-04-30';
			const { database } = engine;
			const moment = await momentIn(database, query);
			const round = roundOf(await reference(database), moment, '2022');
			const town = (await reference(database)).places.byCode.get(LENDELEDE);
			if (!round || !town) throw new Error(query);
			const then = await roundStandings(database, moment, round);
			const rows = await roundBesideNow(database, moment, round, then);
			const row = rows.find((one) => one.municipality.nis === LENDELEDE);
			expect(row).toMatchObject({
				computed: 1,
				realised: { value: 99, now: { value: -4 } },
				now: { computed: 2, shortRealised: 104 }
			});
			const { counts, now } = countedWithNow(rows.filter((one) => one === row));
			expect([counts.short, now?.short]).toEqual([0, 1]);
			const tests = await testsOf(database, moment, town);
			const history = await historyBesideNow(database, moment, town, tests);
			expect(history.find((one) => one.round.year === 2022)?.own).toEqual(row);
		});
	});
});
