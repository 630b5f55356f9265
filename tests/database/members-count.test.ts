import { expect, test } from 'vitest';
import { reference } from '#lib/server/reference/reference.ts';
import { API_NAMES, readMoment } from '#lib/server/standing/moment.ts';
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
		const moment = readMoment(new URLSearchParams(query), API_NAMES, facts, '2026-11-30');
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

	test('a count over members that rests on an estimate carries its mark, however it ends', async () => {
		const facts = await reference(engine.database);
		const moment = readMoment(new URLSearchParams(), API_NAMES, facts, '2026-11-30');
		const marked = (await regionStandings(engine.database, moment, () => true)).filter((one) =>
			one.members.some(({ objective }) => isEstimate(objective.toRealise))
		);
		expect(marked.length).toBeGreaterThan(0);
		for (const { region, tally } of marked)
			expect(tallySentence(tally), region.slug).toMatch(/≈|\(raming\)|niet bekend/);
	});
});
