import { beforeAll, expect, test } from 'vitest';
import type { Database } from '#lib/server/database/database.ts';
import { divisionStanding } from '#lib/server/standing/division.ts';
import { roadJson } from '#lib/server/formats/road.ts';
import { exported } from '#lib/tables/column.ts';
import { road } from '#lib/tables/road.ts';
import { newestObservations } from '#lib/server/queries/observations.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { readMoment } from '#lib/server/standing/moment.ts';
import { ask as read, MalformedParameterError } from '#lib/server/asked/parameter.ts';
import { DIVISION, ROAD } from '#lib/server/asked/questions.ts';
import { roadStanding } from '#lib/server/standing/road.ts';
import { describeOneEngine } from '../support/engines.ts';
import { withoutProjection } from '../support/trial.ts';
import { membersOn, regionWithoutGoal } from '../support/facts.ts';
import { regionCalled } from '../support/regions.ts';

const TODAY = '2026-11-23';
/** The day that is asked about where a question names no other. */
const MEASURED = '2024-12-31';

const ask = async (database: Database, slug: string, query: string) => {
	const parameters = new URLSearchParams(`on=${MEASURED}`);
	new URLSearchParams(query).forEach((value, name) => parameters.set(name, value));
	const facts = await reference(database);
	const moment = readMoment(parameters, 'api', facts, TODAY);
	const asked = read(ROAD, 'api', parameters);
	const region = await regionCalled(database, slug);
	const standing = await roadStanding(database, moment, region, asked, 'api');
	return { moment, standing, json: roadJson(standing, facts, moment) };
};

/** The newest value of every member on one day, straight from the observations. */
async function sumOf(database: Database, indicator: 'stock_b' | 'households', date: string) {
	const codes = membersOn('kortrijk', MEASURED);
	const selection = { codes, indicators: [indicator], dates: [date], known: TODAY } as const;
	const rows = await newestObservations(database.read, selection);
	const newest = new Map(rows.toReversed().map((row) => [row.nis, row.value ?? NaN]));
	expect(newest.size).toBe(codes.length);
	return [...newest.values()].reduce((a, b) => a + b, 0);
}

test.for(['goal=11', 'by=2030', 'q=20', 'q=0', 'newHomes=-4', 'newHomes=veel'])(
	'a question that cannot be answered is malformed: %s',
	(query) => {
		expect(() => read(ROAD, 'api', new URLSearchParams(query))).toThrow(MalformedParameterError);
	}
);

test('a page asks the same in per cent and a year', () => {
	const page = read(ROAD, 'page', new URLSearchParams('doel=11,5&tegen=2030&q=20&nieuw=900'));
	const api = read(ROAD, 'api', new URLSearchParams('goal=0.115&by=2030-12-31&q=0.2&newHomes=900'));
	expect(page).toEqual(api);
});

describeOneEngine('practice', (engine) => {
	beforeAll(() => withoutProjection(engine.database, '73028'));

	test('Kortrijk, 11 % by 2030: the goal of the projected households less the stock of the members, as the division has it', async () => {
		const { database } = engine;
		const query = 'goal=0.11&by=2030-12-31';
		const { json, standing, moment } = await ask(database, 'kortrijk', query);
		const households = await sumOf(database, 'households', '2031-01-01');
		const stock = await sumOf(database, 'stock_b', moment.on);
		const expected = Math.ceil((11 * households - 100 * stock) / 100);
		expect(expected).toBeGreaterThan(0);
		expect(json.shortfall).toBe(expected);
		const { columns, rows } = exported(road, standing.results.courses, {
			...moment,
			road: standing
		});
		expect(new Set(rows.map((row) => row[columns.indexOf('shortfall')]))).toEqual(
			new Set([expected])
		);
		const asked = read(DIVISION, 'api', new URLSearchParams(query));
		const { region } = standing;
		const division = await divisionStanding(database, moment, region, asked, 'api');
		expect(division?.shortfall.value).toBe(expected);
	});

	test('the pace is the difference of two stocks of the same count, and a scenario says it rests on estimates', async () => {
		const { json } = await ask(engine.database, 'kortrijk', 'goal=0.11&by=2030-12-31');
		const then = await sumOf(engine.database, 'stock_b', '2019-12-31');
		const now = await sumOf(engine.database, 'stock_b', '2024-12-31');
		expect(json.pace).toMatchObject({ basis: 'stock_b', from: '2019-12-31', to: '2024-12-31' });
		expect(json.pace.delivered).toMatchObject({ value: now - then, status: 'estimated' });
		expect(json.pace.perYear.value).toBe((now - then) / 5);
		expect(json.scenario).toBe('scenario, geen beslissing');
	});

	test('the four courses start together and end where the homes bring them', async () => {
		const { json } = await ask(engine.database, 'kortrijk', 'goal=0.11&by=2030-12-31');
		const [first, last] = [json.years[0], json.years.find((one) => one.date === '2030-12-31')];
		const values = (end: typeof first) =>
			Object.values(end?.shares ?? {}).map((figure) => figure.value);
		expect(new Set(values(first)).size).toBe(1);
		const households = await sumOf(engine.database, 'households', '2031-01-01');
		const stock = await sumOf(engine.database, 'stock_b', '2024-12-31');
		const homes = [0, 6 * (json.pace.perYear.value ?? NaN), json.pipeline.together.value ?? NaN];
		expect(values(last).slice(0, 3)).toEqual(homes.map((more) => (stock + more) / households));
		expect(values(last)[3]).toBeGreaterThanOrEqual(0.11);
		expect(last?.households.status).toBe('forecast');
	});

	test('across the start of the yearly measurement there is no pace: the baseline counts otherwise', async () => {
		const { json } = await ask(
			engine.database,
			'kortrijk',
			'goal=0.11&by=2030-12-31&on=2012-12-31'
		);
		expect(json.stock.definition).toBe('B');
		expect(json.pace.delivered).toMatchObject({ value: null, reason: 'not_published' });
		expect(json.pace.reached).toMatchObject({ outcome: null, reason: 'not_published' });
		expect(json.years[0]?.shares.pace).toMatchObject({ value: null });
	});

	test('a stock of another day than a year-end has no pace, no courses and no dwellings a year', async () => {
		const { json } = await ask(engine.database, 'oostende', 'goal=0.11&on=2018-04-30');
		expect(json.pace.delivered).toMatchObject({ value: null, reason: 'no_households_pair' });
		expect(json.shortfallPerYear.value).toBeNull();
		expect([json.years, json.projectedUntil]).toEqual([[], null]);
	});

	test('a member without a projection leaves nothing to say of the day asked, and is named', async () => {
		const { json } = await ask(engine.database, 'limburg', 'goal=0.08');
		expect(json).toMatchObject({ shortfall: null, reason: 'no_households', missing: ['73028'] });
		expect(json.pace.reached).toMatchObject({ year: null, outcome: null, reason: 'not_published' });
		expect(json.pace.perYear.value).not.toBeNull();
	});

	test('without a goal in the address: the region’s own, the share that it holds, or only standing still', async () => {
		const without = regionWithoutGoal('stadsregio', MEASURED);
		const [kortrijk, antwerpen, other] = await Promise.all(
			['kortrijk', 'antwerpen', without].map((slug) => ask(engine.database, slug, ''))
		);
		expect(kortrijk?.json).toMatchObject({ goal: 0.11, goalFrom: 'region', by: '2030-12-31' });
		expect(antwerpen?.json.goalFrom).toBe('held');
		expect(Number.isInteger((antwerpen?.json.goal ?? 0) * 10_000)).toBe(false);
		expect(antwerpen?.json.standStill.dwellings.value).toBeGreaterThan(0);
		expect(other?.json).toMatchObject({ goal: null, shortfall: null, reason: 'no_goal' });
		expect(other?.json.standStill.perYear.value).toBeGreaterThan(0);
	});

	test('a part of the new homes: needed by the closed form, and what it brings by the day asked', async () => {
		const query = 'goal=0.11&by=2030-12-31&q=0.2';
		const { json } = await ask(engine.database, 'kortrijk', query);
		const stock = await sumOf(engine.database, 'stock_b', '2024-12-31');
		const now = await sumOf(engine.database, 'households', '2025-01-01');
		const then = await sumOf(engine.database, 'households', '2031-01-01');
		expect(json.q?.newHomesNeeded.value).toBe(Math.ceil((11 * now - 100 * stock) / (20 - 11)));
		expect(json.q?.dwellings.value).toBe(Math.floor((then - now) / 5));
		const all = await ask(engine.database, 'kortrijk', `${query}&newHomes=900`);
		expect(all.json.newHomes.value).toBe(5400);
		expect(all.json.q?.dwellings.value).toBe(1080);
	});
});
