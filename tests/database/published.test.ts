import { beforeAll, expect, test } from 'vitest';
import { firstFacts } from '#lib/domain/published.ts';
import type { Database } from '#lib/server/database/database.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { readMoment } from '#lib/server/standing/moment.ts';
import { allKnownSorts, publishedAbout } from '#lib/server/standing/published.ts';
import { describeEachEngine } from '../support/engines.ts';
import { facts as seeded } from '../support/facts.ts';
import { publish } from '../support/trial.ts';

const TODAY = '2026-11-23';
/** Of Kruibeke, which went into another municipality. */
const [FORMER, MERGED] = ['46013', '46030'];

const momentIn = async (database: Database, query: string) =>
	readMoment(new URLSearchParams(query), 'api', await reference(database), TODAY);
const about = async (database: Database, query: string, codes: readonly string[] | 'all') =>
	publishedAbout(database, await momentIn(database, query), codes);

describeEachEngine('practice', (engine) => {
	let number: number;
	beforeAll(async () => {
		number = await publish(
			engine.database,
			[
				{ nis_code: FORMER, indicator: 'stock_b', reference_date: '2016-12-31', value: 321 },
				{ nis_code: FORMER, indicator: 'stock_b', reference_date: '2014-12-31', value: 300 },
				{ nis_code: FORMER, indicator: 'households', reference_date: '2016-01-01', value: 9 }
			],
			{ known_from: '2017-05-01' }
		);
	});

	test('an estimate was published by nobody, and households tell nothing of social rental', async () => {
		const all = await about(engine.database, '', 'all');
		const practice = seeded.publications.filter((one) => one.kind === 'practice');
		const ids = new Set(practice.map((one) => one.id));
		expect(all.length).toBeGreaterThan(0);
		expect(all.filter((one) => ids.has(one.publication))).toEqual([]);
		expect(
			all.filter(({ said }) => 'indicator' in said && said.indicator === 'households')
		).toEqual([]);
	});

	test('the newest of a sort comes first, with its value, day and publication', async () => {
		const facts = await about(engine.database, '', [FORMER]);
		const [first] = firstFacts(facts, '2020-12-31');
		expect(first).toMatchObject({
			nis: FORMER,
			kind: 'stock',
			date: '2016-12-31',
			publication: number,
			said: { value: 321 }
		});
	});

	test('a number that was replaced is not told beside the one that came in its place', async () => {
		const again = await publish(
			engine.database,
			[{ nis_code: FORMER, indicator: 'stock_b', reference_date: '2014-12-31', value: 301 }],
			{ known_from: '2018-05-01', structure_on: '2014-12-31' }
		);
		const facts = await about(engine.database, '', [FORMER]);
		const told = facts.filter(({ kind, date }) => kind === 'stock' && date === '2014-12-31');
		expect(told).toMatchObject([{ publication: again, said: { value: 301 } }]);
	});

	test('what was not known yet on a day is not told on it', async () => {
		const before = await about(engine.database, 'known=2017-04-30', [FORMER]);
		expect(before.filter((one) => one.publication === number)).toEqual([]);
	});

	test('what was published of a municipality counts for the one into which it went', async () => {
		const moment = await momentIn(engine.database, 'on=2025-12-31');
		const known = await allKnownSorts(engine.database, moment);
		expect(known.get(MERGED)?.get('stock')).toBe('2016-12-31');
	});
});
