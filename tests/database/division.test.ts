import { beforeAll, expect, test } from 'vitest';
import { seed } from '#db/seed/load.ts';
import type { Database } from '#lib/server/database.ts';
import { DIVISION_KEYS } from '#lib/domain/division.ts';
import { divisionJson, divisionTable } from '#lib/server/export/division.ts';
import { newestObservations } from '#lib/server/queries/observations.ts';
import { reference } from '#lib/server/reference.ts';
import { divisionStanding, readDivision } from '#lib/server/standing/division.ts';
import { API_NAMES, MalformedParameterError, readMoment } from '#lib/server/standing/moment.ts';
import { DEFAULT_BY } from '#lib/server/standing/scenario.ts';
import { describeEachEngine } from '../support/engines.ts';
import { regionCalled } from '../support/regions.ts';

const TODAY = '2026-11-23';
const MEMBERS = [
	...['34002', '34003', '34009', '34013', '34022', '34023'],
	...['34025', '34027', '34040', '34041', '34042', '34043']
];

const ask = async (database: Database, query: string) => {
	const parameters = new URLSearchParams(query);
	const facts = await reference(database);
	const moment = readMoment(parameters, API_NAMES, facts, TODAY);
	const region = await regionCalled(database, 'kortrijk');
	const standing = await divisionStanding(database, moment, region, readDivision(parameters));
	return { facts, moment, standing };
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
	'by=2030-12-31&goal=0.11&weight-gap=-1'
])('a question that cannot be answered is malformed: %s', (query) => {
	expect(() => readDivision(new URLSearchParams(query))).toThrow(MalformedParameterError);
});

describeEachEngine((engine) => {
	beforeAll(() => seed(engine.database, { practice: true }));

	test('Kortrijk, 11 % by 2030: the goal of the projected households less the stock of the 12 members', async () => {
		const asked = 'goal=0.11&key=households&by=2030-12-31';
		const { facts, moment, standing } = await ask(engine.database, asked);
		const households = await sumOf(engine.database, 'households', '2031-01-01');
		const stock = await sumOf(engine.database, 'stock_b', moment.on);
		const expected = Math.ceil((11 * households - 100 * stock) / 100);
		expect(expected).toBeGreaterThan(0);
		const json = divisionJson(standing, facts, moment);
		expect(json.shortfall).toBe(expected);
		const { columns, rows } = divisionTable(standing, moment);
		expect(rows.map((row) => row[columns.indexOf('shortfall')])).toEqual(
			MEMBERS.map(() => expected)
		);
		for (const key of DIVISION_KEYS.filter((one) => one !== 'own-deficit')) {
			const { standing } = await ask(engine.database, asked.replace('households', key));
			const given = standing.parts.reduce((sum, part) => sum + (part.dwellings.value ?? NaN), 0);
			expect(given + (standing.unassigned ?? NaN), key).toBe(expected);
		}
	});

	test('without a goal in the address the region’s own counts, and a region without one asks for it', async () => {
		const { standing } = await ask(engine.database, 'by=2030-12-31');
		expect(standing.rule).toMatchObject({ goal: 1100, cap: 900 });
		const silent = await ask(engine.database, '');
		expect(silent.standing).toMatchObject({ rule: { goal: 1100 }, by: DEFAULT_BY });
		const parameters = new URLSearchParams('by=2030-12-31');
		const moment = readMoment(parameters, API_NAMES, await reference(engine.database), TODAY);
		const genk = await regionCalled(engine.database, 'genk');
		const asked = divisionStanding(engine.database, moment, genk, readDivision(parameters));
		await expect(asked).rejects.toThrow(MalformedParameterError);
	});

	test('a day without projections divides nothing and says why', async () => {
		const { standing } = await ask(engine.database, 'goal=0.11&by=2099-12-31');
		expect(standing.shortfall.value).toBeNull();
		expect(standing.reason).toBe('no_households');
		expect(standing.shortfall.missing).toEqual(MEMBERS);
		expect(standing.parts.every((part) => part.dwellings.value === null)).toBe(true);
	});
});
