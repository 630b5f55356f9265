import { expect, test } from 'vitest';
import { isIndicator } from '#lib/domain/indicators.ts';
import {
	doubles,
	existingOn,
	facts,
	figure,
	figures,
	membersOn,
	regionFigures,
	sum
} from '../../tests/support/facts.ts';

const all = [...facts.observations, ...facts.regionObservations];

/** The first days of some years, those of the last included. */
const newYears = (first: number, last: number): string[] =>
	Array.from({ length: last - first + 1 }, (_, index) => `${first + index}-01-01`);

test.for([
	['households', 'normal', '2019-01-01', newYears(2010, 2023), []],
	['households', 'forecast', '2019-01-01', newYears(2024, 2040), ['73028']], // Herstappe is too small for one
	['households_census', 'normal', '2011-01-01', ['2011-01-01'], []]
] as const)(
	'%s (%s) are there for every municipality of %s and every year that was published',
	([indicator, status, structure, days, without]) => {
		for (const day of days) {
			const known = new Set(
				facts.observations
					.filter((one) => one.indicator === indicator && one.reference_date === day)
					.filter((one) => one.status === status)
					.map(({ nis_code }) => nis_code)
			);
			expect(existingOn(structure).filter((nis) => !known.has(nis))).toEqual([...without]);
		}
	}
);

test.for([
	['normal', newYears(1996, 2020)],
	['forecast', newYears(2021, 2071)]
] as const)('households (%s) are there for every arrondissement and year', ([status, days]) => {
	const areas = facts.regions.filter(({ kind }) => kind === 'arrondissement');
	const known = new Set(
		facts.regionObservations
			.filter((one) => one.indicator === 'households' && one.status === status)
			.map(({ region, reference_date }) => `${region} ${reference_date}`)
	);
	const missing = areas.flatMap(({ slug }) => days.filter((day) => !known.has(`${slug} ${day}`)));
	expect(missing).toEqual([]);
});

test('each year of the register became known in its own year, and says that the day is assumed', () => {
	const title = /^Huishoudens per gemeente op 1 januari (\d{4})$/;
	const issued = facts.publications.filter((one) => title.test(one.title));
	expect(issued.length).toBeGreaterThan(0);
	for (const one of issued) {
		const year = title.exec(one.title)?.[1];
		expect(one).toMatchObject({ known_from: `${year}-12-31`, structure_on: '2019-01-01' });
		expect(one.date_note).toContain('aangenomen');
		const brought = facts.observations.filter(({ publication_id }) => publication_id === one.id);
		expect(new Set(brought.map((row) => row.reference_date))).toEqual(new Set([`${year}-01-01`]));
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
] as const)('%s: %s on %s was published as %f', ([nis, indicator, day, expected]) => {
	expect(figures(nis, indicator, day).map(({ value }) => value)).toContain(expected);
});

test('of Gent the first figures stand beside the revised ones, which were known later', () => {
	const both = figures('44021', 'stock_b', '2009-12-31').filter((one) =>
		[14753, 14544].includes(one.value ?? NaN)
	);
	expect(both.map((one) => one.value)).toEqual([14753, 14544]);
	const [revised, first] = both.map((one) =>
		facts.publications.find(({ id }) => id === one.publication_id)
	);
	expect(revised).toMatchObject({ kind: 'revision', supersedes: first?.id });
});

test.for([
	['34022', '2010-12-31', 76, ['stock_d', 'stock_svk', 'stock_vwf']],
	['44021', '2011-12-31', 88, ['stock_d', 'stock_svk', 'stock_vwf', 'stock_municipal']]
] as const)(
	'the landlords of %s on %s add up to the stock in publication %i',
	([nis, day, publication, parts]) => {
		const published = (indicator: string) =>
			figures(nis, indicator, day).find((one) => one.publication_id === publication)?.value;
		expect(sum(parts.map(published))).toBe(published('stock_b'));
	}
);

test('what some landlords own is never taken for the stock of the municipality', () => {
	const parts = facts.observations.filter((one) => one.indicator === 'stock_part');
	expect(parts.length).toBeGreaterThan(0);
	expect(parts.filter((one) => !one.note?.startsWith('Alleen'))).toEqual([]);
	const taken = parts.filter(({ nis_code, reference_date, value }) =>
		facts.observations.some(
			(one) =>
				one.nis_code === nis_code &&
				one.reference_date === reference_date &&
				one.value === value &&
				one.indicator !== 'stock_part'
		)
	);
	expect(taken).toEqual([]);
});

test('the stock of the five provinces adds up to that of Flanders', () => {
	const stock = regionFigures('stock_d', '2020-12-31');
	const provinces = facts.regions.filter(({ kind }) => kind === 'provincie');
	expect(provinces.filter(({ slug }) => !stock.has(slug))).toEqual([]);
	expect(sum(provinces.map(({ slug }) => stock.get(slug)))).toBe(stock.get('vlaanderen'));
});

test('owned and rented-in dwellings add up to the Flemish stock', () => {
	for (const day of ['2024-12-31', '2025-12-31']) {
		const [owned, rentedIn, stock] = ['stock_owned', 'stock_rented_in', 'stock_w'].map((code) =>
			regionFigures(code, day).get('vlaanderen')
		);
		expect(sum([owned, rentedIn])).toBe(stock);
	}
});

test.for([
	['2017-12-31', 'stock_c', 49],
	['2021-12-31', 'stock_c', 53],
	['2024-12-31', 'stock_w', 54],
	['2025-12-31', 'stock_w', 55]
] as const)(
	'the total of Flanders on %s keeps its own definition, %s, and is not of the measurement',
	([day, indicator, publication]) => {
		const totals = facts.regionObservations.filter(
			(one) => one.publication_id === publication && /^stock_[a-ewx]$/.test(one.indicator)
		);
		expect(totals).toMatchObject([{ region: 'vlaanderen', reference_date: day, indicator }]);
	}
);

/** Publications that do not say what they count. */
test.for([25, 59, 62, 65, 67, 73, 81, 89])(
	'a stock of publication %i, held as one of the measurement, says that its source does not say so',
	(publication) => {
		const silent = all.filter(
			(one) => one.indicator === 'stock_b' && one.publication_id === publication
		);
		expect(silent.length).toBeGreaterThan(0);
		for (const { note } of silent) expect(note).toContain('De bron zegt niet welke definitie.');
	}
);

test('the arrondissements have the households that the municipal register of 2019 gives them', () => {
	const areas = regionFigures('households', '2019-01-01');
	expect(areas.size).toBeGreaterThan(0);
	for (const slug of areas.keys()) {
		const members = membersOn(slug, '2019-01-01');
		const total = sum(members.map((nis) => figure(nis, 'households', '2019-01-01')));
		expect(areas.get(slug), slug).toBe(total);
	}
});
