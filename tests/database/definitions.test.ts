import { expect, test } from 'vitest';
import { TOTALS } from '#db/seed/practice/assumptions.ts';
import { yearOf } from '#lib/domain/dates.ts';
import type { Database } from '#lib/server/database/database.ts';
import { ASKED_CODES } from '#lib/server/desk/findings/rules.ts';
import { withdraw } from '#lib/server/desk/release/withdraw.ts';
import { editionOn } from '#lib/server/formats/open-data/kept.ts';
import { packageFiles } from '#lib/server/formats/open-data/package.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { readMoment } from '#lib/server/standing/moment.ts';
import { allStandings } from '#lib/server/standing/municipalities.ts';
import { flandersStanding, regionStanding, regionStandings } from '#lib/server/standing/regions.ts';
import { totalsBesideSums } from '#lib/server/standing/totals.ts';
import { regionTrend } from '#lib/server/standing/trends.ts';
import type { TaskResult } from '#lib/server/tasks/task-result.ts';
import { today } from '#lib/server/today.ts';
import { stockSentence } from '#lib/text/sentences.ts';
import { describeEachEngine } from '../support/engines.ts';
import { unpublishedMembers } from '../support/facts.ts';
import { importRows, importText, publicationOf } from '../support/importing.ts';
import { publish } from '../support/trial.ts';

const ON = '2024-12-31';
const accept = ASKED_CODES.map((code) => ({ code, because: 'Proef' }));
const ABOVE = { value: null, reason: 'above_total' };
const BASELINE = '2007-12-31';
/** A municipality of which neither the stock nor the baseline was published. */
const [TOWN = ''] = unpublishedMembers('kortrijk', ['stock_b', 'stock_a'], ON, BASELINE);

const momentOn = async (database: Database, query = `on=${ON}`) =>
	readMoment(new URLSearchParams(query), 'api', await reference(database), today());

const townIn = async (database: Database) => {
	const { rows } = await allStandings(database, await momentOn(database));
	const found = rows.find((row) => row.municipality.nis === TOWN);
	if (!found) throw new Error(`No ${TOWN}`);
	return found;
};

/** A province without a published objective or stock of its own. */
const PROVINCE = 'provincie-west-vlaanderen';
const SWING = (value: number) =>
	`period,geolevel,geoitem,stock_b\n${yearOf(ON)},provincie,30000,${value}\n`;
const OBJECTIVE = `scheme,region,component,value\nBSO-2009-HUUR,${PROVINCE},total,1000\n`;

describeEachEngine('practice', (engine) => {
	const provinceNow = async () => {
		const moment = await momentOn(engine.database);
		const { regions } = await reference(engine.database);
		const region = regions.get(PROVINCE);
		if (!region) throw new Error(PROVINCE);
		const [trend] = (await regionTrend(engine.database, moment, region, 'constant')).filter(
			({ date }) => date === ON
		);
		return { now: await regionStanding(engine.database, moment, region), trend };
	};
	const codes = ({ findings }: TaskResult) => findings.map(({ code }) => code);

	test('no estimate of the start data set contradicts a published total', async () => {
		const moment = await momentOn(engine.database);
		const regions = await regionStandings(engine.database, moment, () => true);
		const reasons = regions.flatMap(({ members }) =>
			members.flatMap(({ stock, objective }) => [
				stock.reason,
				objective.target.reason,
				objective.realised.reason
			])
		);
		expect(reasons).not.toContain('above_total');
	});

	test('a total below the estimates is told at import, once; then the region shows what was published alone', async () => {
		const { now: before } = await provinceNow();
		const total = (before.sum.stock.value ?? NaN) - 1_000;
		const map = { columns: { stock_b: { is: 'stock_b', day: '12-31' } } } as const;
		const result = await importText(engine.database, 'swing.csv', SWING(total), {
			map,
			accept,
			observedUntil: Number(yearOf(ON))
		});
		const id = publicationOf(result);
		expect(codes(result).filter((code) => code === 'estimates_above_total')).toHaveLength(1);
		const { now, trend } = await provinceNow();
		expect(now.headline.stock).toMatchObject({ value: total, indicator: 'stock_b' });
		for (const { stock, share } of now.members)
			if (stock.value === null) expect([stock, share]).toMatchObject([ABOVE, ABOVE]);
			else expect(stock.status).not.toBe('estimated');
		expect(now.sum.stock.value ?? 0).toBeLessThanOrEqual(total);
		expect(trend?.stock.value ?? 0).toBeLessThanOrEqual(total);
		await withdraw(engine.database, id, 'Proef', today());
		expect((await provinceNow()).now.sum.stock.value).toBe(before.sum.stock.value);
	});

	test('objectives above what was set for a province are told at import; then the province shows those that were published', async () => {
		const result = await importText(engine.database, 'provincie.csv', OBJECTIVE);
		const id = publicationOf(result);
		expect(codes(result).filter((code) => code === 'objectives_above_total')).toHaveLength(1);
		const { objective, members } = (await provinceNow()).now;
		expect(objective.target.status).not.toBe('estimated');
		expect(members.some(({ objective: own }) => own.target.reason === 'above_total')).toBe(true);
		await withdraw(engine.database, id, 'Proef', today());
		expect((await provinceNow()).now.objective.target.status).toBe('estimated');
	});

	test('a stock that contradicts what was estimated as realised is told at import, and the estimate leaves the package too', async () => {
		const estimate = async () => {
			const edition = editionOn(await reference(engine.database), today());
			const files = await packageFiles(engine.database, edition);
			const { content = [] } = files.find(({ path }) => path === 'figures.csv') ?? {};
			return Buffer.from(content)
				.toString()
				.split('\n')
				.filter((line) => line.startsWith(`${TOWN},${ON},realised,`)).length;
		};
		expect(await estimate()).toBe(1);
		const { baseline } = (await townIn(engine.database)).objective;
		const result = await importRows(
			engine.database,
			[`${TOWN},${ON},stock_b,${(baseline.value ?? NaN) - 7}`],
			{ accept }
		);
		const id = publicationOf(result);
		expect(codes(result).filter((code) => code === 'realised_off_stock')).toHaveLength(1);
		expect(await estimate()).toBe(0);
		await withdraw(engine.database, id, 'Proef', today());
		expect(await estimate()).toBe(1);
	});

	test('sums of estimates keep within the published total of their definition, and leave room for the rest', async () => {
		const totals = await totalsBesideSums(engine.database, await momentOn(engine.database));
		expect(totals.length).toBeGreaterThan(2);
		for (const { date, indicator, published, same, measured } of totals) {
			const about = `${indicator} ${date}`;
			if (same.value !== null) expect(same.value, about).toBeLessThanOrEqual(published.value ?? 0);
			if (measured?.value == null || !TOTALS.some((tied) => tied.indicator === indicator)) continue;
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
			reason: 'baseline_estimated'
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
