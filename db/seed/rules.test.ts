import { expect, test } from 'vitest';
import { existsOn, facts, sum } from '../../tests/support/facts.ts';

const objectivesOf = (nis: string, scheme = 'BSO-2009-HUUR'): Record<string, unknown> =>
	Object.fromEntries(
		facts.objectives
			.filter((one) => one.nis_code === nis && one.scheme === scheme)
			.map((one) => [one.component, one.value])
	);

test.for([
	['38008', { total: 83, steps_1_2: 83, catch_up: 0 }],
	['23060', { total: 116, steps_1_2: 89, catch_up: 27 }],
	['11008', { total: 255, catch_up: 50 }],
	['12025', { total: 0 }],
	['24062', { remaining: 618 }],
	['41024', { total_supply: 153 }]
] as const)('the objective of %s is as published', ([nis, expected]) => {
	expect(objectivesOf(nis)).toEqual(expected);
});

test('only Mechelen is exempt, and what is voluntary or local binds nobody', () => {
	const exempt = facts.objectives.filter((one) => one.status === 'exempt');
	expect(exempt.map((one) => one.nis_code)).toEqual(['12025']);
	const free = facts.objectives.filter((one) => ['CONVENANT', 'LOKAAL'].includes(one.scheme));
	expect(new Set(free.map((one) => one.status))).toEqual(new Set(['none']));
});

test('an objective without a number is a statement in words', () => {
	const silent = facts.objectives.filter((one) => one.value === null);
	expect(silent.filter((one) => one.component !== 'stated' || !one.note)).toEqual([]);
	expect(silent).toHaveLength(19);
});

test.for([
	['BSO-2009-KOOP', 21_000],
	['BSO-2009-KAVEL', 1_000]
] as const)('the provincial totals of %s add up to %i', ([scheme, expected]) => {
	const own = facts.regionObjectives.filter((one) => one.scheme === scheme);
	expect(sum(own.map((one) => one.value))).toBe(expected);
});

test('thresholds of the progress test are known for 2022 only, the second 1.2 times the first', () => {
	const known = facts.testRounds.filter((one) => one.threshold_realised);
	expect(known).toHaveLength(1);
	expect(known[0]).toMatchObject({
		year: 2022,
		measured_on: '2021-12-31',
		threshold_realised: 7952,
		threshold_with_planned: Math.floor(7952 * 1.2)
	});
});

test('a round measures the year-end before it', () => {
	const off = facts.testRounds.filter((one) => one.measured_on !== `${one.year - 1}-12-31`);
	expect(off).toEqual([]);
});

test('a municipality that is tested exists on the day of the measurement', () => {
	const measuredOn = new Map(facts.testRounds.map((one) => [one.year, one.measured_on]));
	const off = facts.testResults.filter(
		(one) => !existsOn(one.nis_code, measuredOn.get(one.year) ?? '')
	);
	expect(off).toEqual([]);
});

test('a source that judges every municipality puts each in one category; one source of 2016 says 206', () => {
	const bySource = Map.groupBy(facts.testCounts, (one) => `${one.year} ${one.publication_id}`);
	const whole = [...bySource].flatMap(([source, rows]) =>
		rows.length > 1 ? [[source, sum(rows.map((one) => one.municipalities)), rows[0]?.tested]] : []
	);
	expect(whole).toEqual([
		['2016 119', 308, 308],
		['2018 87', 308, 308],
		['2020 50', 300, 300],
		['2020 122', 300, 300]
	]);
	expect(bySource.get('2016 120')?.[0]).toMatchObject({ category: '1', municipalities: 206 });
});

test('two regions have a goal: Kortrijk reaches 11 %, Antwerpen holds its share', () => {
	expect(facts.goals).toMatchObject([
		{
			region: 'kortrijk',
			kind: 'reach_share',
			share_basis_points: 1100,
			denominator: 'households'
		},
		{ region: 'antwerpen', kind: 'hold_share', share_basis_points: null, base_date: '2012-12-31' }
	]);
	expect(new Set(facts.goals.map((one) => one.numerator))).toEqual(new Set(['stock_b']));
});
