import { expect, test } from 'vitest';
import type { Observation } from './figure.ts';
import type { Indicator } from './indicators.ts';
import { siteShares, SITES, type Site } from './site-shares.ts';

const observed = (
	indicator: Indicator,
	date: string,
	value: number | null,
	publication = 1
): Observation => ({
	nis: '34022',
	indicator,
	date,
	value,
	status: 'normal',
	publication,
	structureOn: null,
	note: null
});
const PUBLISHERS = ['', 'Een krant', 'Gemeente-Stadsmonitor', 'Statistiek Vlaanderen'];
const shares = (published: Observation[], households: Observation[] = []) => {
	const all = siteShares(published, households, (id) => PUBLISHERS[id] ?? '');
	expect(all.map((one) => one.site)).toEqual(SITES);
	return new Map(all.map((one): [Site, typeof one] => [one.site, one]));
};

test('a count is divided by the households of the next 1 January, and by no others', () => {
	const households = [observed('households', '2011-01-01', 32_514)];
	const { share } = shares([observed('stock_b', '2010-12-31', 2896)], households).get(
		'measurement'
	) ?? { share: null };
	expect(share?.value).toBeCloseTo(0.08907, 5);
	const day = shares([observed('stock_b', '2010-06-30', 2896)], households).get('measurement');
	expect(day).toMatchObject({ homes: { value: 2896 }, share: null });
});

test('a published percentage stands with the site that published it', () => {
	const found = shares([
		observed('share_households', '2014-12-31', 7.64, 2),
		observed('share_households', '2014-12-31', 8.9, 3),
		observed('share_households', '2009-08-25', 8.35, 1),
		observed('share_dwellings', '2009-02-06', 7.47, 1)
	]);
	expect([...found.values()].map((one) => one.share?.value ?? null)).toEqual([
		null,
		8.9,
		7.64,
		7.47,
		8.35
	]);
});

test('the latest counts, and what has no value is not known', () => {
	const found = shares([
		observed('stock_d', '2012-12-31', 2400),
		observed('stock_d', '2015-12-31', null),
		observed('stock_d', '2010-12-31', 2427)
	]);
	expect(found.get('monitor')?.homes?.value).toBe(2400);
	expect(found.get('statistics')).toEqual({ site: 'statistics', homes: null, share: null });
});

test('of two counts of a day the one that was told first counts, which is the newer', () => {
	const corrected = [
		observed('stock_b', '2025-12-31', 420, 2),
		observed('stock_b', '2025-12-31', 402)
	];
	expect(shares(corrected).get('measurement')?.homes?.value).toBe(420);
});
