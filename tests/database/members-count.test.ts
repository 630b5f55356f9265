import { expect, test } from 'vitest';
import { openTables } from '#lib/server/formats/open-data/tables.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { today } from '#lib/server/today.ts';
import { readMoment } from '#lib/server/standing/moment.ts';
import { regionStandings } from '#lib/server/standing/regions.ts';
import { isEstimate } from '#lib/text/format.ts';
import { stockSentence, tallySentence } from '#lib/text/sentences.ts';
import { describeOneEngine } from '../support/engines.ts';

/** Days on which much, some and little was known, and days before and after a merger. */
const ASKED = [
	'',
	'known=2016-12-31',
	'on=2009-12-31',
	'on=2009-12-31&known=2010-06-30',
	'on=2007-12-31&structure=then',
	'on=2018-12-31&known=2019-06-30&structure=then'
];

describeOneEngine('practice', (engine) => {
	test.for(ASKED)('every member is counted once or named as missing: «%s»', async (query) => {
		const facts = await reference(engine.database);
		const moment = readMoment(new URLSearchParams(query), 'api', facts, today());
		const regions = await regionStandings(engine.database, moment, () => true);
		expect(regions.length).toBeGreaterThan(0);
		for (const { region, members, tally, headline } of regions) {
			expect(tally.bound + tally.free + tally.missing.length, region.slug).toBe(members.length);
			expect(tally.short.value === null, region.slug).toBe(tally.bound === 0);
			expect(tally.short.status === 'missing', region.slug).toBe(
				tally.bound === 0 && tally.short.value === null
			);
			if (tally.missing.length > 0)
				expect(tallySentence(tally), region.slug).toContain('ontbreekt een cijfer');
			if (headline.stock.value !== null && headline.stock.missing.length > 0)
				expect(stockSentence(region.name, headline), region.slug).toContain('zonder');
		}
	});

	test('every row of municipalities and regions can be computed again from its own cells', async () => {
		const rows: Record<string, unknown>[] = [];
		for await (const [name, table] of openTables(engine.database, today()))
			if (name === 'municipalities' || name === 'regions')
				for (const row of table.rows)
					rows.push(Object.fromEntries(table.columns.map((column, at) => [column, row[at]])));
		const off = rows.filter(({ share, stock, households, realised_share, counted, target }) => {
			const isShare = share === null || share === Number(stock) / Number(households);
			const isProgress =
				realised_share === null || realised_share === Number(counted) / Number(target);
			return !isShare || !isProgress;
		});
		expect(rows.length).toBeGreaterThan(300);
		expect(off).toEqual([]);
	});

	test('a count over members that rests on an estimate carries its mark, however it ends', async () => {
		const facts = await reference(engine.database);
		const moment = readMoment(new URLSearchParams(), 'api', facts, today());
		const marked = (await regionStandings(engine.database, moment, () => true)).filter((one) =>
			one.members.some(({ objective }) => isEstimate(objective.toRealise))
		);
		expect(marked.length).toBeGreaterThan(0);
		for (const { region, tally } of marked)
			expect(tallySentence(tally), region.slug).toMatch(/≈|\(raming\)|niet bekend/);
	});
});
