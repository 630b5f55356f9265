import { beforeAll, describe, expect, test } from 'vitest';
import { seed } from '#db/seed/load.ts';
import { addDays } from '#lib/domain/dates.ts';
import { isWhole } from '#lib/domain/change.ts';
import { bytesSource } from '#lib/server/import/source.ts';
import { reference } from '#lib/server/reference.ts';
import { areaChange, regionChange } from '#lib/server/standing/changes.ts';
import { API_NAMES, MalformedParameterError, readMoment } from '#lib/server/standing/moment.ts';
import { allStandings } from '#lib/server/standing/municipalities.ts';
import {
	allBesideNow,
	flandersBesideNow,
	municipalityBesideNow,
	regionBesideNow,
	regionsBesideNow
} from '#lib/server/standing/now.ts';
import { API_PERIOD, readPeriod } from '#lib/server/standing/period.ts';
import { publicationAccount } from '#lib/server/standing/publication.ts';
import { regionStanding, regionStandings } from '#lib/server/standing/regions.ts';
import type { FileTask } from '#lib/server/file-task.ts';
import { runTask } from '#lib/server/tasks.ts';
import { today } from '#lib/server/today.ts';
import { describeEachEngine } from '../support/engines.ts';
import { regionCalled } from '../support/regions.ts';

const KORTRIJK = '34022';
const MENEN = '34027';
const HEADER = 'nis_code,reference_date,indicator,value\n';
const TODAY = today();
const YESTERDAY = addDays(TODAY, -1);
const LAST_WEEK = addDays(TODAY, -7);

describeEachEngine((engine) => {
	beforeAll(() => seed(engine.database, { practice: true }));

	const periodIn = async (query: string, now = TODAY) =>
		readPeriod(new URLSearchParams(query), API_PERIOD, await reference(engine.database), now);
	const changeIn = async (slug: string, query: string) => {
		const region = await regionCalled(engine.database, slug);
		return regionChange(engine.database, await periodIn(query), region);
	};

	/** Imports a file as the command line does, and gives the number of the publication. */
	async function bring(kind: FileTask['kind'], publishedOn: string, rows: string): Promise<number> {
		const task: FileTask = {
			name: 'import',
			kind,
			why: 'Proef',
			supersedes: null,
			accept: [],
			release: 'now',
			publishedOn,
			publisher: 'Proef',
			title: `Proef van ${publishedOn}`,
			url: null,
			licence: null,
			observedUntil: null,
			structureOn: null,
			on: null,
			map: null
		};
		const source = bytesSource('meting.csv', new TextEncoder().encode(HEADER + rows));
		const { exitCode, lines } = await runTask(engine.database, task, source, () => {});
		expect(exitCode).toBe(0);
		return Number(/publication (\d+)/.exec(lines.join())?.[1]);
	}

	describe('the two days', () => {
		test('without a question: today, and the last day of the measurement before', async () => {
			expect(await periodIn('')).toEqual({
				from: { known: '2024-12-30', on: '2023-12-31' },
				to: { known: TODAY, on: '2024-12-31' }
			});
		});

		test('each day takes the latest measurement that was known then', async () => {
			expect(await periodIn('from=2020-06-01&to=2022-02-01')).toMatchObject({
				from: { on: '2019-12-31' },
				to: { on: '2021-12-31' }
			});
		});

		test.for(['from=x', 'to=2022-02-30', 'from=2022-02-01&to=2021-02-01', 'to=2999-01-01'])(
			'%s is refused',
			async (query) => {
				await expect(periodIn(query)).rejects.toThrow(MalformedParameterError);
			}
		);

		test('before any figure there is nothing to compare with, and nothing fails', async () => {
			const change = await changeIn('kortrijk', 'from=1990-01-01&to=2020-01-01');
			expect(change.stock.start).toMatchObject({ value: null });
			expect(change.stock.start.missing).toHaveLength(12);
			expect(change.changed).toEqual([]);
		});
	});

	test('start + replaced + correction + real = end for every municipality of Flanders, mergers included', async () => {
		for (const query of ['', 'from=2017-05-01&to=2019-12-31', 'from=2012-03-18&to=2026-01-01']) {
			const { rows, stock, pipeline } = await changeIn('vlaanderen', query);
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
		const { rows } = await areaChange(engine.database, await periodIn(''), towns);
		expect(rows[0]?.stock.start).toMatchObject({ composed: true });
		expect(rows[0]?.stock.real.value).not.toBeNull();
	});

	describe('the total that was published for a region as a whole', () => {
		const published = async (slug: string, query: string) =>
			(await changeIn(slug, query)).published;

		test('is compared over its own dates: Limburg from 2013 to 2022, Flanders by two countings', async () => {
			const limburg = await published('provincie-limburg', 'from=2020-01-01&to=2026-01-01');
			expect(limburg).toMatchObject({ start: { value: null }, end: { value: 23_172 } });
			const flanders = await published('vlaanderen', 'from=2020-01-01&to=2022-12-31');
			expect(flanders).toMatchObject({
				start: { value: 164_600, date: '2017-12-31' },
				correction: { value: 0 },
				real: { value: 10_400, status: 'provisional' },
				end: { value: 175_000, date: '2021-12-31' },
				recounted: false
			});
			const later = await published('vlaanderen', 'from=2022-12-31&to=2026-11-01');
			expect(later).toMatchObject({
				start: { value: 175_000 },
				end: { value: 178_743, date: '2025-12-31' },
				recounted: true
			});
		});

		test('nothing is published for a city region: no comparison', async () => {
			expect(await published('kortrijk', '')).toBeNull();
			const towns = (await reference(engine.database)).places.validOn(TODAY).slice(0, 1);
			const alone = await areaChange(engine.database, await periodIn(''), towns);
			expect(alone.published).toBeNull();
		});

		test('a correction of it is told apart from growth', async () => {
			const write = (value: number, date: string, knownFrom: string) =>
				engine.database.change(async (transaction) => {
					const { id } = await transaction
						.insertInto('publication')
						.values({ publisher: 'Proef', title: 'Totaal', kind: 'first', known_from: knownFrom })
						.returning('id')
						.executeTakeFirstOrThrow();
					await transaction
						.insertInto('region_observation')
						.values({
							publication_id: id,
							region: 'genk',
							indicator: 'stock_b',
							reference_date: date,
							value,
							status: 'normal',
							note: null
						})
						.execute();
				});
			await write(6_000, '2022-12-31', '2023-02-01');
			await write(5_980, '2022-12-31', '2023-06-01');
			await write(6_050, '2023-12-31', '2024-02-01');
			expect(await published('genk', 'from=2023-03-01&to=2024-03-01')).toMatchObject({
				start: { value: 6_000 },
				correction: { value: -20 },
				real: { value: 70 },
				end: { value: 6_050 }
			});
		});
	});

	test('a published revision of an older date is named among the figures that changed', async () => {
		const { changed } = await changeIn('vlaanderen', 'from=2012-03-18&to=2014-01-01');
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
				readMoment(new URLSearchParams(query), API_NAMES, await reference(engine.database), TODAY),
				await regionCalled(engine.database, 'kortrijk')
			);

		beforeAll(async () => {
			const figures = (kortrijk: number) =>
				`${KORTRIJK},2024-12-31,stock,${kortrijk}\n${MENEN},2024-12-31,stock,1700\n`;
			first = await bring('first', LAST_WEEK, figures(3_012));
			frozen = await standing(`known=${YESTERDAY}`);
			second = await bring('correction', TODAY, figures(2_914));
		});

		test('a measurement in place of an estimate is no correction', async () => {
			const { rows } = await changeIn('kortrijk', `from=${addDays(LAST_WEEK, -1)}&to=${YESTERDAY}`);
			const row = rows.find((one) => one.municipality.nis === KORTRIJK);
			expect(row?.stock.start.status).toBe('estimated');
			expect(row?.stock).toMatchObject({
				correction: { value: 0 },
				real: { value: 0 },
				end: { value: 3_012 }
			});
			expect(row?.stock.replaced.value).toBe(3_012 - (row?.stock.start.value ?? NaN));
		});

		test('a correction imported today stands as a correction, in the row and in the sum', async () => {
			const { rows, stock, changed } = await changeIn('kortrijk', NOW);
			const row = rows.find((one) => one.municipality.nis === KORTRIJK);
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
					nis: KORTRIJK,
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
				API_NAMES,
				await reference(engine.database),
				TODAY
			);
			if (!then) throw new Error('kortrijk');
			const beside = await regionBesideNow(engine.database, moment, then);
			const row = beside.members.find((one) => one.municipality.nis === KORTRIJK);
			expect(row?.stock).toMatchObject({ value: 3_012, now: { value: 2_914 } });
			expect(row?.gap.now?.value).toBe((row?.gap.value ?? NaN) + 98);
			expect(beside.stock.now?.value).toBe((then.stock.value ?? NaN) - 98);
			expect(beside.members.filter((one) => one.stock.now)).toEqual([row]);

			const town = then.members.find((one) => one.municipality.nis === KORTRIJK);
			if (!town) throw new Error(KORTRIJK);
			const alone = await municipalityBesideNow(engine.database, moment, town);
			expect(alone.stock.now).toEqual(row?.stock.now);
			expect(alone.households.now).toBeUndefined();
		});

		const momentOf = async (query: string) =>
			readMoment(new URLSearchParams(query), API_NAMES, await reference(engine.database), TODAY);

		test('the list of municipalities as known yesterday marks the corrected one and nobody else', async () => {
			const moment = await momentOf(`known=${YESTERDAY}`);
			const { rows } = await allStandings(engine.database, moment);
			const beside = await allBesideNow(engine.database, moment, rows);
			expect(beside.map((row) => row.stock.value)).toEqual(rows.map((row) => row.stock.value));
			const marked = beside.filter((row) => row.stock.now);
			expect(marked).toMatchObject([
				{ municipality: { nis: KORTRIJK }, stock: { value: 3_012, now: { value: 2_914 } } }
			]);
		});

		test('the list of regions as known yesterday marks those that hold the corrected municipality', async () => {
			const facts = await reference(engine.database);
			const moment = await momentOf(`known=${YESTERDAY}`);
			const then = await regionStandings(
				engine.database,
				moment,
				(region) => region.kind === 'stadsregio'
			);
			const beside = await regionsBesideNow(engine.database, moment, then);
			expect(beside.flatMap((one) => (one.stock.now ? one.region.slug : []))).toEqual(['kortrijk']);
			const kortrijk = beside.find((one) => one.region.slug === 'kortrijk');
			expect(kortrijk?.goal?.gap.now?.value).toBe((kortrijk?.goal?.gap.value ?? NaN) + 98);
			expect(facts.regions.get('kortrijk')?.kind).toBe('stadsregio');
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
					{ nis: KORTRIJK, region: null, figures: 1 },
					{ nis: MENEN, region: null, figures: 1 }
				],
				replaced: [{ publication: first, figures: 2, changed: 1 }],
				changed: [{ nis: KORTRIJK, before: 3_012, after: 2_914 }]
			});
			expect(account?.publication.sha256).toMatch(/^[0-9a-f]{64}$/);
		});

		test('the first one replaced the practice figures, whatever came after it', async () => {
			const account = await publicationAccount(engine.database, first);
			expect(account?.replaced).toEqual([{ publication: 1000, figures: 2, changed: 2 }]);
		});

		test('withdrawn on the day it came: the older figure is back, and nothing was corrected', async () => {
			const task = { name: 'withdraw', publication: second, why: 'proef' } as const;
			await runTask(engine.database, task, null, () => {});
			const { rows } = await changeIn('kortrijk', NOW);
			const row = rows.find((one) => one.municipality.nis === KORTRIJK);
			expect(row?.stock.correction.value).toBe(0);
			expect(row?.stock.end.value).toBe(3_012);
		});
	});

	test('a revision in the start data set names what it replaced', async () => {
		const facts = await reference(engine.database);
		const revision = [...facts.publications.values()].find((one) => one.kind === 'revision');
		const account = await publicationAccount(engine.database, revision?.id ?? -1);
		expect(account?.supersedes.map((one) => one.id)).toEqual([revision?.supersedes]);
		expect(account?.changed.length).toBeGreaterThan(0);
		const older = await publicationAccount(engine.database, revision?.supersedes ?? -1);
		expect(older?.supersededBy.map((one) => one.id)).toEqual([revision?.id]);
	});

	test('the practice figures replaced nothing; an unknown number has no account', async () => {
		const practice = await publicationAccount(engine.database, 1000);
		expect(practice).toMatchObject({ replaced: [], changed: [] });
		expect(practice?.contents.length).toBeGreaterThan(3);
		expect(await publicationAccount(engine.database, 999_999)).toBeNull();
	});
});
