import { expect, test } from 'vitest';
import { existingOn, existsOn, facts, sum } from '../../tests/support/facts.ts';

const measuredOn = new Map(facts.testRounds.map((one) => [one.year, one.measured_on]));

test.for([
	['38008', 'total', 83],
	['38008', 'steps_1_2', 83],
	['38008', 'catch_up', 0],
	['23060', 'total', 116],
	['23060', 'steps_1_2', 89],
	['23060', 'catch_up', 27],
	['11008', 'total', 255],
	['11008', 'catch_up', 50],
	['12025', 'total', 0],
	['24062', 'remaining', 618],
	['41024', 'total_supply', 153]
] as const)('of the objective of %s is %s published as %i', ([nis, component, value]) => {
	const own = facts.objectives.filter(
		(one) => one.nis_code === nis && one.scheme === 'BSO-2009-HUUR' && one.component === component
	);
	expect(own.map((one) => one.value)).toContain(value);
});

test('who is exempt, as Mechelen is, has nothing to realise; what is voluntary or local binds nobody', () => {
	const exempt = facts.objectives.filter((one) => one.status === 'exempt');
	expect(exempt.map((one) => one.nis_code)).toContain('12025');
	expect(exempt.filter(({ value }) => value !== 0)).toEqual([]);
	const free = facts.objectives.filter((one) => ['CONVENANT', 'LOKAAL'].includes(one.scheme));
	expect(new Set(free.map((one) => one.status))).toEqual(new Set(['none']));
});

test('an objective without a number is a statement in words', () => {
	const silent = facts.objectives.filter((one) => one.value === null);
	expect(silent.filter((one) => one.component !== 'stated' || !one.note)).toEqual([]);
	expect(silent.length).toBeGreaterThan(0);
});

test.for([
	['BSO-2009-KOOP', 21_000],
	['BSO-2009-KAVEL', 1_000]
] as const)('the provincial totals of %s add up to %i', ([scheme, expected]) => {
	const own = facts.regionObjectives.filter(
		(one) => one.scheme === scheme && one.region.startsWith('provincie-')
	);
	expect(sum(own.map((one) => one.value))).toBe(expected);
});

test('thresholds of the progress test are known both or neither, and with planned homes more is asked', () => {
	const known = facts.testRounds.filter(
		(one) => one.threshold_realised != null || one.threshold_with_planned != null
	);
	expect(known.length).toBeGreaterThan(0);
	for (const { threshold_realised, threshold_with_planned, year } of known) {
		expect(threshold_realised, `${year}`).toBeGreaterThan(0);
		expect(threshold_with_planned, `${year}`).toBeGreaterThan(threshold_realised ?? NaN);
	}
});

test('the thresholds of 2022 are as published, the second 1.2 times the first', () => {
	expect(facts.testRounds.find(({ year }) => year === 2022)).toMatchObject({
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
	const off = facts.testResults.filter(
		(one) => !existsOn(one.nis_code, measuredOn.get(one.year) ?? '')
	);
	expect(off).toEqual([]);
});

const counts = [
	...Map.groupBy(facts.testCounts, (one) => `${one.year} in publication ${one.publication_id}`)
].map(([source, rows]) => ({ source, rows }));

test.for(counts.filter(({ rows }) => rows.length > 1))(
	'a source that judges every municipality puts each in one category: $source',
	({ rows }) => {
		const there = existingOn(measuredOn.get(rows[0]?.year ?? NaN) ?? '').length;
		expect(new Set(rows.map(({ tested }) => tested))).toEqual(new Set([there]));
		expect(sum(rows.map((one) => one.municipalities))).toBe(there);
	}
);

test('one source of 2016 counts 206 municipalities in category 1, another 207', () => {
	const counted = facts.testCounts.filter((one) => one.year === 2016 && one.category === '1');
	expect(counted.map((one) => one.municipalities)).toEqual(expect.arrayContaining([206, 207]));
});

test.for(facts.goals)(
	'the goal of $region is that of a region, and says what it aims at',
	(goal) => {
		expect(facts.regions.map(({ slug }) => slug)).toContain(goal.region);
		if (goal.kind === 'hold_share') expect(goal.base_date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
		else expect(goal.share_basis_points).toBeGreaterThan(0);
	}
);

test.for([
	{ region: 'kortrijk', kind: 'reach_share', share_basis_points: 1100 },
	{ region: 'antwerpen', kind: 'hold_share', share_basis_points: null, base_date: '2012-12-31' }
])('of the goals of $region one is to $kind, of social homes per household', (published) => {
	const goal = { ...published, numerator: 'stock_b', denominator: 'households' };
	expect(facts.goals).toContainEqual(expect.objectContaining(goal));
});
