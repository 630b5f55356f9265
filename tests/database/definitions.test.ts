import { expect, test } from 'vitest';
import type { Database } from '#lib/server/database/database.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { API_NAMES, readMoment } from '#lib/server/standing/moment.ts';
import { allStandings } from '#lib/server/standing/municipalities.ts';
import { flandersStanding } from '#lib/server/standing/regions.ts';
import { totalsBesideSums } from '#lib/server/standing/totals.ts';
import { stockSentence } from '#lib/text/sentences.ts';
import { describeEachEngine } from '../support/engines.ts';
import { unpublishedMembers } from '../support/facts.ts';
import { publish } from '../support/trial.ts';

const ON = '2024-12-31';
const [BASELINE, TODAY] = ['2007-12-31', '2026-11-30'];
/** A municipality of which neither the stock nor the baseline was published. */
const [TOWN = ''] = unpublishedMembers('kortrijk', ['stock_b', 'stock_a'], ON, BASELINE);

const momentOn = async (database: Database, query = `on=${ON}`) =>
	readMoment(new URLSearchParams(query), API_NAMES, await reference(database), TODAY);

const townIn = async (database: Database) => {
	const { rows } = await allStandings(database, await momentOn(database));
	const found = rows.find((row) => row.municipality.nis === TOWN);
	if (!found) throw new Error(`No ${TOWN}`);
	return found;
};

describeEachEngine('practice', (engine) => {
	test('sums of estimates keep within the published total of their definition, and leave room for the rest', async () => {
		const totals = await totalsBesideSums(engine.database, await momentOn(engine.database));
		expect(totals.length).toBeGreaterThan(2);
		for (const { date, indicator, published, same, measured } of totals) {
			const about = `${indicator} ${date}`;
			if (same.value !== null) expect(same.value, about).toBeLessThanOrEqual(published.value ?? 0);
			if (measured?.value == null || indicator === 'stock_d') continue;
			const room = measured.value / (published.value ?? NaN) - 1;
			expect(room, about).toBeGreaterThan(0);
			expect(room, about).toBeLessThan(0.02);
		}
	});

	test('a total that counts otherwise carries its letter', async () => {
		const { region, headline } = await flandersStanding(
			engine.database,
			await momentOn(engine.database)
		);
		expect(headline.stock.indicator).toBe('stock_w');
		expect(stockSentence(region.name, headline)).toContain('(telling\u00a0W)');
	});

	test('an imported stock ends the estimate of what was realised; with the baseline it follows from them', async () => {
		const before = await townIn(engine.database);
		const { baseline, realised } = before.objective;
		expect(realised.value).toBe((before.stock.value ?? NaN) - (baseline.value ?? NaN));
		const stock = (baseline.value ?? NaN) - 34;
		await publish(
			engine.database,
			[{ nis_code: TOWN, indicator: 'stock_b', reference_date: ON, value: stock }],
			{ title: 'Meting', known_from: '2026-03-01' }
		);
		expect((await townIn(engine.database)).objective.realised).toMatchObject({
			value: null,
			reason: 'no_baseline'
		});
		await publish(
			engine.database,
			[{ nis_code: TOWN, indicator: 'stock_a', reference_date: BASELINE, value: stock + 12 }],
			{ title: 'Nulmeting', known_from: '2026-03-02' }
		);
		expect((await townIn(engine.database)).objective.realised).toMatchObject({
			value: -12,
			status: 'normal'
		});
	});
});
