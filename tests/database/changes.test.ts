import { beforeAll, describe, expect, test } from 'vitest';
import { PRACTICE_PUBLICATION_ID } from '#db/seed/facts.ts';
import { insertRows } from '#db/seed/insert.ts';
import { addDays } from '#lib/domain/dates.ts';
import { isWhole } from '#lib/domain/change.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { areaChange, regionChange } from '#lib/server/standing/changes.ts';
import { readMoment } from '#lib/server/standing/moment.ts';
import { ask, MalformedParameterError } from '#lib/server/asked/parameter.ts';
import { allStandings } from '#lib/server/standing/municipalities.ts';
import {
	allBesideNow,
	flandersBesideNow,
	municipalityBesideNow,
	regionBesideNow,
	regionsBesideNow
} from '#lib/server/standing/now.ts';
import { periodAsked } from '#lib/server/standing/period.ts';
import { PERIOD } from '#lib/server/asked/questions.ts';
import { publicationAccount } from '#lib/server/desk/review/publication.ts';
import { regionStanding, regionStandings } from '#lib/server/standing/regions.ts';
import type { FileTask } from '#lib/server/tasks/file-task.ts';
import { runTask } from '#lib/server/tasks/tasks.ts';
import { today } from '#lib/server/today.ts';
import { describeEachEngine, describeOneEngine, type Engine } from '../support/engines.ts';
import { onDay } from '../support/clock.ts';
import { facts as seeded, membersOn, regionFigures, unpublishedMembers } from '../support/facts.ts';
import { importRows, publicationOf } from '../support/importing.ts';
import { regionCalled } from '../support/regions.ts';

/** Two members of the region of Kortrijk whose stock on the last measured day is estimated, until a test publishes it. */
const [TOWN = '', OTHER = ''] = unpublishedMembers('kortrijk', ['stock_b'], '2024-12-31');
const TODAY = today();
const YESTERDAY = addDays(TODAY, -1);
const LAST_WEEK = addDays(TODAY, -7);

const periodIn = async ({ database }: Engine, query: string) =>
	periodAsked(
		ask(PERIOD, 'api', new URLSearchParams(query)),
		'api',
		await reference(database),
		TODAY
	);

const changeIn = async (engine: Engine, slug: string, query: string) => {
	const region = await regionCalled(engine.database, slug);
	return regionChange(engine.database, await periodIn(engine, query), region);
};

// What the days are, and that the steps add up, is computed from what the queries gave.
describeOneEngine('practice', (engine) => {
	describe('the two days', () => {
		test('without a question: today, and the last day of the measurement before', async () => {
			const { from, to } = await periodIn(engine, '');
			expect(to.known).toBe(TODAY);
			expect(from.on < to.on).toBe(true);
			const nextDay = await periodIn(engine, `from=${addDays(from.known, 1)}`);
			expect(nextDay.from.on).toBe(to.on);
		});

		test('each day takes the latest measurement that was known then', async () => {
			expect(await periodIn(engine, 'from=2020-06-01&to=2022-02-01')).toMatchObject({
				from: { on: '2019-12-31' },
				to: { on: '2021-12-31' }
			});
		});

		test.for(['from=x', 'to=2022-02-30', 'from=2022-02-01&to=2021-02-01', 'to=2999-01-01'])(
			'%s is refused',
			async (query) => {
				await expect(periodIn(engine, query)).rejects.toThrow(MalformedParameterError);
			}
		);

		test('before any figure there is nothing to compare with, and nothing fails', async () => {
			const change = await changeIn(engine, 'kortrijk', 'from=1990-01-01&to=2020-01-01');
			expect(change.stock.start).toMatchObject({ value: null });
			expect(change.stock.start.missing).toHaveLength(change.rows.length);
			expect(change.changed).toEqual([]);
		});
	});

	test('start + replaced + correction + real = end for every municipality of Flanders, mergers included', async () => {
		for (const query of ['', 'from=2017-05-01&to=2019-12-31', 'from=2012-03-18&to=2026-01-01']) {
			const { rows, stock, pipeline } = await changeIn(engine, 'vlaanderen', query);
			for (const one of [...rows.flatMap((row) => [row.stock, row.pipeline]), stock, pipeline]) {
				if (!isWhole(one)) continue;
				const steps = [one.start, one.replaced, one.correction, one.real];
				expect(steps.reduce((sum, step) => sum + (step.value ?? NaN), 0)).toBe(one.end.value);
			}
			const whole = rows.filter((row) => isWhole(row.stock));
			expect(whole.length * 2).toBeGreaterThan(rows.length);
			expect(whole.reduce((sum, row) => sum + (row.stock.end.value ?? NaN), 0)).toBe(
				stock.end.value
			);
		}
	});

	test('a municipality of 2025 starts as the sum of those that went into it', async () => {
		const facts = await reference(engine.database);
		const hasselt = facts.places.byCode.get('71072');
		const towns = hasselt ? [hasselt] : [];
		const { rows } = await areaChange(engine.database, await periodIn(engine, ''), towns);
		expect(rows[0]?.stock.start).toMatchObject({ composed: true });
		expect(rows[0]?.stock.real.value).not.toBeNull();
	});
});

describeEachEngine('practice', (engine) => {
	/** Imports stocks on the last measured day, and gives the number of the publication. */
	const bring = async (
		kind: FileTask['kind'],
		enteredOn: string,
		stocks: Record<string, number>
	): Promise<number> => {
		const rows = Object.entries(stocks).map(([nis, value]) => `${nis},2024-12-31,stock,${value}`);
		const said = { kind, why: 'Proef', title: `Proef van ${enteredOn}` };
		return onDay(enteredOn, async () =>
			publicationOf(await importRows(engine.database, rows, said))
		);
	};

	describe('the total that was published for a region as a whole', () => {
		const published = async (slug: string, query: string) =>
			(await changeIn(engine, slug, query)).published;

		/** A region of which nobody published a total. */
		const silent = seeded.regions.find(
			({ slug, kind }) =>
				kind === 'stadsregio' && !seeded.regionObservations.some((one) => one.region === slug)
		);
		const slug = silent?.slug ?? '';
		const write = (value: number, reference_date: string, known_from: string, indicator: string) =>
			engine.database.change(async (transaction) => {
				const { id } = await transaction
					.insertInto('publication')
					.values({ publisher: 'Proef', title: 'Totaal', kind: 'first', known_from })
					.returning('id')
					.executeTakeFirstOrThrow();
				await insertRows(transaction, 'region_observation', [
					{ publication_id: id, region: slug, indicator, reference_date, value, status: 'normal' }
				]);
			});

		test('nothing is published for a city region: no comparison', async () => {
			expect(await published(slug, '')).toBeNull();
			const towns = (await reference(engine.database)).places.validOn(TODAY).slice(0, 1);
			const alone = await areaChange(engine.database, await periodIn(engine, ''), towns);
			expect(alone.published).toBeNull();
		});

		test('a correction of it is told apart from growth', async () => {
			await write(6_000, '2022-12-31', '2023-02-01', 'stock_b');
			await write(5_980, '2022-12-31', '2023-06-01', 'stock_b');
			await write(6_050, '2023-12-31', '2024-02-01', 'stock_b');
			expect(await published(slug, 'from=2023-03-01&to=2024-03-01')).toMatchObject({
				start: { value: 6_000, date: '2022-12-31' },
				correction: { value: -20 },
				real: { value: 70 },
				end: { value: 6_050, date: '2023-12-31' },
				recounted: false
			});
		});

		test('is compared over its own dates: from none that was known, and with one that was counted otherwise', async () => {
			expect(await published(slug, 'from=2023-01-31&to=2023-03-01')).toMatchObject({
				start: { value: null },
				end: { value: 6_000, date: '2022-12-31' }
			});
			await write(6_500, '2024-12-31', '2025-02-01', 'stock_w');
			expect(await published(slug, 'from=2024-03-01&to=2025-03-01')).toMatchObject({
				start: { value: 6_050, date: '2023-12-31' },
				end: { value: 6_500, date: '2024-12-31' },
				recounted: true
			});
		});

		test('a published total is that of its source: Limburg in 2022', async () => {
			const value = regionFigures('stock_b', '2022-12-31').get('provincie-limburg');
			expect(value).toBeDefined();
			const limburg = await published('provincie-limburg', 'to=2023-12-31');
			expect(limburg?.end).toMatchObject({ value });
		});
	});

	test('a published revision of an older date is named among the figures that changed', async () => {
		const { changed } = await changeIn(engine, 'vlaanderen', 'from=2012-03-18&to=2014-01-01');
		expect(changed).toContainEqual(
			expect.objectContaining({ nis: '44021', date: '2009-12-31', before: 14_544, after: 14_753 })
		);
	});

	describe('an import and its correction', () => {
		const NOW = `from=${YESTERDAY}&to=${TODAY}`;
		let first: number;
		let second: number;
		let frozen: unknown;

		const standing = async (query: string) =>
			regionStanding(
				engine.database,
				readMoment(new URLSearchParams(query), 'api', await reference(engine.database), TODAY),
				await regionCalled(engine.database, 'kortrijk')
			);

		beforeAll(async () => {
			const stocks = (town: number) => ({ [TOWN]: town, [OTHER]: 1_700 });
			first = await bring('first', LAST_WEEK, stocks(3_012));
			frozen = await standing(`known=${YESTERDAY}`);
			second = await bring('correction', TODAY, stocks(2_914));
		});

		test('a measurement in place of an estimate is no correction', async () => {
			const { rows } = await changeIn(
				engine,
				'kortrijk',
				`from=${addDays(LAST_WEEK, -1)}&to=${YESTERDAY}`
			);
			const row = rows.find((one) => one.municipality.nis === TOWN);
			expect(row?.stock.start.status).toBe('estimated');
			expect(row?.stock).toMatchObject({
				correction: { value: 0 },
				real: { value: 0 },
				end: { value: 3_012 }
			});
			expect(row?.stock.replaced.value).toBe(3_012 - (row?.stock.start.value ?? NaN));
		});

		test('a correction imported today stands as a correction, in the row and in the sum', async () => {
			const { rows, stock, changed } = await changeIn(engine, 'kortrijk', NOW);
			const row = rows.find((one) => one.municipality.nis === TOWN);
			expect(row?.stock).toMatchObject({
				start: { value: 3_012 },
				correction: { value: -98, status: 'normal' },
				real: { value: 0 },
				end: { value: 2_914 }
			});
			expect(row?.causes).toEqual(['correction']);
			expect(stock.correction.value).toBe(-98);
			expect(changed).toMatchObject([
				{
					nis: TOWN,
					before: 3_012,
					after: 2_914,
					beforePublication: first,
					afterPublication: second
				}
			]);
		});

		test('it changes no figure of what was known yesterday', async () => {
			expect(await standing(`known=${YESTERDAY}`)).toEqual(frozen);
		});

		test('a page as known yesterday keeps the old number and has today’s beside it', async () => {
			const then = await standing(`known=${YESTERDAY}`);
			const moment = readMoment(
				new URLSearchParams(`known=${YESTERDAY}`),
				'api',
				await reference(engine.database),
				TODAY
			);
			if (!then) throw new Error('kortrijk');
			const beside = await regionBesideNow(engine.database, moment, then);
			const row = beside.members.find((one) => one.municipality.nis === TOWN);
			expect(row?.stock).toMatchObject({ value: 3_012, now: { value: 2_914 } });
			expect(row?.gap.now?.value).toBe((row?.gap.value ?? NaN) + 98);
			expect(beside.stock.now?.value).toBe((then.stock.value ?? NaN) - 98);
			expect(beside.members.filter((one) => one.stock.now)).toEqual([row]);

			const town = then.members.find((one) => one.municipality.nis === TOWN);
			if (!town) throw new Error(TOWN);
			const alone = await municipalityBesideNow(engine.database, moment, town);
			expect(alone.stock.now).toEqual(row?.stock.now);
			expect(alone.households.now).toBeUndefined();
		});

		const momentOf = async (query: string) =>
			readMoment(new URLSearchParams(query), 'api', await reference(engine.database), TODAY);

		test('the list of municipalities as known yesterday marks the corrected one and nobody else', async () => {
			const moment = await momentOf(`known=${YESTERDAY}`);
			const { rows } = await allStandings(engine.database, moment);
			const beside = await allBesideNow(engine.database, moment, rows);
			expect(beside.map((row) => row.stock.value)).toEqual(rows.map((row) => row.stock.value));
			const marked = beside.filter((row) => row.stock.now);
			expect(marked).toMatchObject([
				{ municipality: { nis: TOWN }, stock: { value: 3_012, now: { value: 2_914 } } }
			]);
		});

		test('the list of regions as known yesterday marks those that hold the corrected municipality', async () => {
			const moment = await momentOf(`known=${YESTERDAY}`);
			const then = await regionStandings(
				engine.database,
				moment,
				(region) => region.kind === 'stadsregio'
			);
			const beside = await regionsBesideNow(engine.database, moment, then);
			expect(beside.filter((one) => one.stock.now).map((one) => one.region.slug)).toEqual(
				then
					.map((one) => one.region.slug)
					.filter((slug) => membersOn(slug, moment.on).includes(TOWN))
			);
			const kortrijk = beside.find((one) => one.region.slug === 'kortrijk');
			expect(kortrijk?.goal?.gap.now?.value).toBe((kortrijk?.goal?.gap.value ?? NaN) + 98);
		});

		test('a page of today asks nothing more', async () => {
			const now = await standing('');
			if (!now) throw new Error('kortrijk');
			const moment = await momentOf('');
			const { database } = engine;
			const { rows } = await allStandings(database, moment);
			const nobodyReads = { ...database, read: null as never };
			expect(await regionBesideNow(nobodyReads, moment, now)).toBe(now);
			expect(await allBesideNow(nobodyReads, moment, rows)).toBe(rows);
			const regions = [now];
			expect(await regionsBesideNow(nobodyReads, moment, regions)).toBe(regions);
			expect(await flandersBesideNow(nobodyReads, moment, now)).toBe(now);
		});

		test('its page lists its areas, what it replaced and what became something else', async () => {
			const account = await publicationAccount(engine.database, second);
			expect(account).toMatchObject({
				publication: { kind: 'correction', fileName: 'meting.csv' },
				contents: [
					{ part: 'observation', code: 'stock_b', figures: 2, areas: 2, first: '2024-12-31' }
				],
				areas: [
					{ nis: TOWN, region: null, figures: 1 },
					{ nis: OTHER, region: null, figures: 1 }
				],
				replaced: [{ publication: first, figures: 2, changed: 1 }],
				changed: [{ nis: TOWN, before: 3_012, after: 2_914 }]
			});
			expect(account?.publication.sha256).toMatch(/^[0-9a-f]{64}$/);
		});

		test('the first one replaced the practice figures, whatever came after it', async () => {
			const account = await publicationAccount(engine.database, first);
			expect(account?.replaced).toEqual([
				{ publication: PRACTICE_PUBLICATION_ID, figures: 2, changed: 2 }
			]);
		});

		test('withdrawn on the day it came: the older figure is back, and nothing was corrected', async () => {
			const task = { name: 'withdraw', publication: second, why: 'proef' } as const;
			await runTask(engine.database, task, null, () => {});
			const { rows } = await changeIn(engine, 'kortrijk', NOW);
			const row = rows.find((one) => one.municipality.nis === TOWN);
			expect(row?.stock.correction.value).toBe(0);
			expect(row?.stock.end.value).toBe(3_012);
		});
	});

	test('a revision in the start data set names what it replaced', async () => {
		const facts = await reference(engine.database);
		const revision = [...facts.publications.values()].find(
			(one) => one.kind === 'revision' && one.supersedes !== null
		);
		const account = await publicationAccount(engine.database, revision?.id ?? -1);
		expect(account?.supersedes.map((one) => one.id)).toEqual([revision?.supersedes]);
		expect(account?.changed.length).toBeGreaterThan(0);
		const older = await publicationAccount(engine.database, revision?.supersedes ?? -1);
		expect(older?.supersededBy.map((one) => one.id)).toContain(revision?.id);
	});

	test('the practice figures replaced nothing; an unknown number has no account', async () => {
		const practice = await publicationAccount(engine.database, PRACTICE_PUBLICATION_ID);
		expect(practice).toMatchObject({ replaced: [], changed: [] });
		expect(practice?.contents.length).toBeGreaterThan(3);
		expect(await publicationAccount(engine.database, 999_999)).toBeNull();
	});
});
