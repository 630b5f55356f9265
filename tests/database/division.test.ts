import { beforeAll, expect, test } from 'vitest';
import type { Database } from '#lib/server/database/database.ts';
import { DIVISION_KEYS, isPooled } from '#lib/domain/division.ts';
import { divisionJson, divisionsJson } from '#lib/server/formats/division.ts';
import { exported } from '#lib/tables/column.ts';
import { division } from '#lib/tables/division.ts';
import { newestObservations } from '#lib/server/queries/observations.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { divisionStanding } from '#lib/server/standing/division.ts';
import { DIVISION } from '#lib/server/asked/questions.ts';
import { DEFAULT_BY } from '#lib/server/standing/scenario.ts';
import { readMoment } from '#lib/server/standing/moment.ts';
import { ask as read, MalformedParameterError, written } from '#lib/server/asked/parameter.ts';
import { fairPartsOf } from '#lib/server/standing/fair-part.ts';
import { lensesOf } from '#lib/server/standing/lens.ts';
import { describeOneEngine } from '../support/engines.ts';
import { withoutProjection } from '../support/trial.ts';
import { membersOn, regionWithoutGoal } from '../support/facts.ts';
import { regionCalled } from '../support/regions.ts';

const TODAY = '2026-11-23';
const MEASURED = '2024-12-31';
const MEMBERS = membersOn('kortrijk', MEASURED);

const momentOf = async (database: Database, parameters: URLSearchParams) =>
	readMoment(parameters, 'api', await reference(database), TODAY);

/** The division that the API would give; null when the region has no goal and none is asked. */
async function divisionOf(database: Database, slug: string, parameters: URLSearchParams) {
	const moment = await momentOf(database, parameters);
	const region = await regionCalled(database, slug);
	const asked = read(DIVISION, 'api', parameters);
	return divisionStanding(database, moment, region, asked, 'api');
}

const ask = async (database: Database, query: string, slug = 'kortrijk') => {
	const parameters = new URLSearchParams(`on=${MEASURED}&${query}`);
	const standing = await divisionOf(database, slug, parameters);
	if (!standing) throw new Error(`${slug} has no goal`);
	const moment = await momentOf(database, parameters);
	return { facts: await reference(database), moment, standing };
};

/** The newest value of every member on one day, straight from the observations. */
async function sumOf(database: Database, indicator: 'stock_b' | 'households', date: string) {
	const selection = {
		codes: MEMBERS,
		indicators: [indicator],
		dates: [date],
		known: TODAY
	} as const;
	const rows = await newestObservations(database.read, selection);
	const newest = new Map(rows.toReversed().map((row) => [row.nis, row.value ?? NaN]));
	expect(newest.size).toBe(MEMBERS.length);
	return [...newest.values()].reduce((a, b) => a + b, 0);
}

test.for([
	'by=2030-06-30&goal=0.11',
	'by=2030-12-31&goal=11',
	'by=2030-12-31&goal=0',
	'by=2030-12-31&goal=0.11&key=fair',
	'by=2030-12-31&goal=0.11&weight-gap=-1',
	'goal=0.11&min-34022=-1',
	'goal=0.11&min=-1',
	'goal=0.11&max-34022=1.5',
	'goal=0.11&min-kortrijk=3'
])('a question that cannot be answered is malformed: %s', (query) => {
	expect(() => read(DIVISION, 'api', new URLSearchParams(query))).toThrow(MalformedParameterError);
});

test.for([
	['', ''],
	[
		'doel=11,5&tegen=2035&sleutel=plafond&grens=9,5&gewicht-groei=2,5',
		'goal=0.115&by=2035-12-31&key=capped-households&cap=0.095&weight-growth=2.5'
	],
	[
		'min=10&min-34022=100&max-34022=&max-34043=0&zonder=ontbrekende',
		'min=10&min-34022=100&max-34043=0&without=missing'
	]
])('a page and the API ask the same in their own words: %s', ([page, api]) => {
	const asked = read(DIVISION, 'page', new URLSearchParams(page));
	expect(asked).toEqual(read(DIVISION, 'api', new URLSearchParams(api)));
	for (const form of ['page', 'api'] as const) {
		const address = new URLSearchParams(written(DIVISION, form, asked));
		expect(read(DIVISION, form, address)).toEqual(asked);
	}
});

describeOneEngine('practice', (engine) => {
	beforeAll(() => withoutProjection(engine.database, '73028'));

	test('a member has its part in the goal of its region: the fewest and the most over the keys of the division', async () => {
		const { database } = engine;
		const { moment, standing } = await ask(database, '');
		for (const { municipality, range } of standing.towns) {
			const lenses = await lensesOf(database, moment, municipality, moment.structureOn);
			const [parts = []] = await fairPartsOf(database, moment, [
				{ nis: municipality.nis, regions: lenses.now }
			]);
			const own = parts.find(({ division }) => division.region.slug === 'kortrijk');
			expect(own?.division.towns[own.row]?.range).toEqual(range);
		}
	});

	test('Kortrijk, 11 % by 2030: the goal of the projected households less the stock of the members', async () => {
		const asked = 'goal=0.11&key=households&by=2030-12-31';
		const { facts, moment, standing } = await ask(engine.database, asked);
		const households = await sumOf(engine.database, 'households', '2031-01-01');
		const stock = await sumOf(engine.database, 'stock_b', moment.on);
		const expected = Math.ceil((11 * households - 100 * stock) / 100);
		expect(expected).toBeGreaterThan(0);
		const json = divisionJson(standing, facts, moment);
		expect(json.shortfall).toBe(expected);
		const { columns, rows } = exported(division, standing.chosen.parts, { ...moment, standing });
		expect(rows.map((row) => row[columns.indexOf('shortfall')])).toEqual(
			MEMBERS.map(() => expected)
		);
		const beside = divisionsJson(standing, facts, moment);
		expect(beside.keys.map((one) => one.key)).toEqual(DIVISION_KEYS);
		for (const { key, parts, unassigned } of beside.keys.filter((one) => isPooled(one.key))) {
			const given = parts.reduce((sum, part) => sum + (part.dwellings ?? NaN), 0);
			expect(given + (unassigned ?? NaN), key).toBe(expected);
		}
		const alone = await ask(engine.database, asked.replace('=households', '=gap'));
		expect(divisionJson(alone.standing, facts, moment)).toMatchObject(beside.keys[1] ?? {});
	});

	test('a minimum for all holds for who has none of its own, no further than its maximum', async () => {
		const asked = 'goal=0.11&by=2030-12-31&key=growth&min=30&min-34022=200&max-34043=5';
		const { standing } = await ask(engine.database, asked);
		const least = new Map(
			standing.towns.map(({ municipality, bounds }) => [municipality.nis, bounds.min])
		);
		expect(least).toEqual(
			new Map(
				standing.towns.map(({ municipality: { nis } }) => [
					nis,
					nis === '34022' ? 200 : nis === '34043' ? 5 : 30
				])
			)
		);
		for (const { municipality, dwellings } of standing.chosen.parts)
			expect(dwellings.value).toBeGreaterThanOrEqual(least.get(municipality.nis) ?? NaN);
	});

	test('without a goal in the address the region’s own counts, and a region without one asks for it', async () => {
		const { standing } = await ask(engine.database, 'by=2030-12-31');
		expect(standing.rule).toMatchObject({ goal: 1100, cap: 900 });
		const silent = await ask(engine.database, '');
		expect(silent.standing).toMatchObject({ rule: { goal: 1100 }, scenario: { by: DEFAULT_BY } });
		const asked = new URLSearchParams('by=2030-12-31');
		const without = regionWithoutGoal('stadsregio', MEASURED);
		expect(await divisionOf(engine.database, without, asked)).toBeNull();
	});

	test('a minimum and a maximum hold in every pooled key, and one for a stranger is named', async () => {
		const { standing } = await ask(
			engine.database,
			'goal=0.11&min-34043=25&max-34022=300&min-11002=4'
		);
		for (const { key, parts } of standing.keys.filter((one) => isPooled(one.key))) {
			const of = (nis: string) =>
				parts.find((one) => one.municipality.nis === nis)?.dwellings.value;
			expect(of('34043'), key).toBeGreaterThanOrEqual(25);
			expect(of('34022'), key).toBeLessThanOrEqual(300);
		}
		expect(standing.unusedBounds).toEqual(['11002']);
		const tooMuch = await ask(engine.database, 'goal=0.11&min-34022=99999');
		expect(tooMuch.standing.keys.map((one) => one.reason)).toEqual(
			DIVISION_KEYS.map((key) => (isPooled(key) ? 'minima_exceed' : null))
		);
	});

	test('lifting the lowest leaves fewer dwellings that should stand elsewhere than no building at all', async () => {
		const { standing } = await ask(engine.database, 'goal=0.11');
		const lifted = standing.keys.find((one) => one.key === 'lift-lowest');
		expect(lifted?.spread.elsewhere.value).toBeLessThan(standing.before.elsewhere.value ?? NaN);
		expect(lifted?.spread.gini.value).toBeLessThan(standing.before.gini.value ?? NaN);
	});

	test('a member without a projection makes the whole unknown, unless it is left out by request', async () => {
		const whole = await ask(engine.database, 'goal=0.07', 'limburg');
		expect(whole.standing.shortfall).toMatchObject({ value: null, missing: ['73028'] });
		const rest = await ask(engine.database, 'goal=0.07&without=missing', 'limburg');
		expect(rest.standing.leftOut.map((one) => one.nis)).toEqual(['73028']);
		expect(rest.standing.shortfall.value).toBeGreaterThan(0);
	});

	test('a day without projections divides nothing and says why', async () => {
		const { standing } = await ask(engine.database, 'goal=0.11&by=2099-12-31');
		expect(standing.shortfall.value).toBeNull();
		expect(standing.chosen.reason).toBe('no_households');
		expect(standing.shortfall.missing).toEqual(MEMBERS);
		expect(standing.chosen.parts.every((part) => part.dwellings.value === null)).toBe(true);
	});
});
