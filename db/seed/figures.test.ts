import { expect, test } from 'vitest';
import { isIndicator } from '#lib/domain/indicators.ts';
import {
	count,
	doubles,
	facts,
	figure,
	figures,
	membersOn,
	regionFigures,
	sum
} from '../../tests/support/facts.ts';

const all = [...facts.observations, ...facts.regionObservations];

test('households are there for every year, place and kind that was published', () => {
	const own = facts.observations.filter((one) => one.indicator.startsWith('households'));
	const kinds = count(own, (one) => `${one.indicator} ${one.status} ${one.publication_id}`);
	expect(kinds).toEqual({
		...Object.fromEntries(
			Array.from({ length: 14 }, (_, year) => [`households normal ${201 + year}`, 300])
		),
		'households forecast 12': 299 * 17,
		'households_census normal 11': 308,
		'households normal 83': 1
	});
	const areas = facts.regionObservations.filter((one) => one.indicator === 'households');
	expect(count(areas, (one) => one.status)).toEqual({ normal: 22 * 25 + 1, forecast: 22 * 51 });
});

test('each year of the register became known in its own year, and says that the day is assumed', () => {
	for (let year = 2010; year <= 2023; year++) {
		const issued = facts.publications.find((one) => one.id === 201 + year - 2010);
		expect(issued).toMatchObject({ known_from: `${year}-12-31`, structure_on: '2019-01-01' });
		expect(issued?.date_note).toContain('aangenomen');
	}
});

test('every figure is of the catalogue, and a publication gives it once', () => {
	expect(all.filter(({ indicator }) => !isIndicator(indicator))).toEqual([]);
	const place = (row: object): unknown =>
		'nis_code' in row ? row.nis_code : 'region' in row ? row.region : null;
	expect(doubles(all, (r) => [place(r), r.indicator, r.reference_date, r.publication_id])).toEqual(
		[]
	);
});

test('a figure that is not sure says why', () => {
	expect(all.filter((one) => one.status === 'provisional' && !one.note)).toEqual([]);
});

test.for([
	['38008', 'stock_a', '2007-12-31', 226],
	['38008', 'households', '2008-01-01', 4974],
	['38008', 'share_households_baseline', '2007-12-31', 4.54],
	['44021', 'stock_b', '2009-12-31', 14753],
	['44021', 'stock_b', '2011-12-31', 14887],
	['34022', 'stock_b', '2010-12-31', 2896],
	['41002', 'realised', '2018-04-30', 328],
	['43002', 'realised', '2017-12-31', 65],
	['44001', 'realised', '2017-12-31', 80],
	['12025', 'share_households_baseline', '2007-12-31', 9.47],
	['35014', 'realised_share', '2022-04-30', 257],
	['11001', 'households', '2010-01-01', 5796],
	['73028', 'households', '2023-01-01', 28],
	['34022', 'households', '2010-01-01', 32725]
] as const)('%s: %s on %s is %f', ([nis, indicator, day, expected]) => {
	expect(figure(nis, indicator, day)).toBe(expected);
});

test('of Gent the first figures stand beside the revised ones, which were known later', () => {
	const both = figures('44021', 'stock_b', '2009-12-31');
	expect(both.map((one) => one.value)).toEqual([14753, 14544]);
	const [revised, first] = both.map((one) =>
		facts.publications.find(({ id }) => id === one.publication_id)
	);
	expect(revised).toMatchObject({ kind: 'revision', supersedes: first?.id });
});

test.for([
	['34022', '2010-12-31', ['stock_d', 'stock_svk', 'stock_vwf']],
	['44021', '2011-12-31', ['stock_d', 'stock_svk', 'stock_vwf', 'stock_municipal']]
] as const)('the landlords of %s on %s add up to the stock', ([nis, day, parts]) => {
	expect(sum(parts.map((part) => figure(nis, part, day)))).toBe(figure(nis, 'stock_b', day));
});

test('what some landlords own is never taken for the stock of the municipality', () => {
	const parts = facts.observations.filter((one) => one.indicator === 'stock_part');
	expect(parts.map((one) => one.nis_code).sort()).toEqual(['24062', '24062', '34022', '35029']);
	expect(parts.filter((one) => !one.note?.startsWith('Alleen'))).toEqual([]);
	expect(figure('35029', 'stock_d', '2022-02-28')).toBeUndefined();
});

test('the stock of the five provinces adds up to that of Flanders', () => {
	const { vlaanderen, ...provinces } = Object.fromEntries(regionFigures('stock_d', '2020-12-31'));
	expect(Object.keys(provinces)).toHaveLength(5);
	expect(sum(Object.values(provinces))).toBe(vlaanderen);
});

test('owned and rented-in dwellings add up to the Flemish stock', () => {
	for (const day of ['2024-12-31', '2025-12-31']) {
		const [owned, rentedIn, stock] = ['stock_owned', 'stock_rented_in', 'stock_w'].map((code) =>
			regionFigures(code, day).get('vlaanderen')
		);
		expect(sum([owned, rentedIn])).toBe(stock);
	}
});

test('each published total of Flanders keeps its own definition, and none is of the measurement', () => {
	const own = facts.regionObservations.filter((one) => one.region === 'vlaanderen');
	const totals = own.filter((one) => /^stock_[abcew]$/.test(one.indicator));
	expect(totals.map((one) => [one.reference_date.slice(0, 4), one.indicator])).toEqual([
		['2017', 'stock_c'],
		['2021', 'stock_c'],
		['2024', 'stock_w'],
		['2025', 'stock_w']
	]);
});

test('a stock that is held as one of the measurement says so when its source does not', () => {
	/** Studies and answers that name every landlord, or count since the baseline. */
	const STATED = [76, 87, 88, 113];
	const silent = all.filter(
		(one) => one.indicator === 'stock_b' && !STATED.includes(one.publication_id)
	);
	expect(silent).toHaveLength(9);
	for (const { note } of silent) expect(note).toContain('De bron zegt niet welke definitie.');
});

test('the arrondissements have the households that the municipal register of 2019 gives them', () => {
	const areas = regionFigures('households', '2019-01-01');
	for (const { slug } of facts.regions.filter((one) => one.kind === 'arrondissement')) {
		const members = membersOn(slug, '2019-01-01');
		const total = sum(members.map((nis) => figure(nis, 'households', '2019-01-01')));
		expect(areas.get(slug), slug).toBe(total);
	}
});
