import { describe, expect, test } from 'vitest';
import { derived, unknown, type Figure } from './figure.ts';
import { roadResults, type RoadInputs } from './road-results.ts';

const figure = (value: number, status: Figure['status'] = 'normal'): Figure => ({
	...derived(value, '2024-12-31', []),
	status
});
/** 100 of 1,000 households, of whom 100 more come until 2029; 10 dwellings in the last five years. */
const inputs: RoadInputs = {
	from: 2024,
	by: 2029,
	stock: figure(100),
	households: figure(1000, 'forecast'),
	later: figure(1100, 'forecast'),
	path: [0, 20, 40, 60, 80, 100].map((more, at) => ({
		year: 2024 + at,
		households: figure(1000 + more, 'forecast')
	})),
	goal: 1100,
	delivered: figure(10),
	pipeline: figure(4),
	social: null,
	newHomesPerYear: null
};
const road = (changes: Partial<RoadInputs> = {}) => roadResults({ ...inputs, ...changes });

describe('a small region, 11 % by 2029', () => {
	test('short: 11 % of the households of then, rounded up, less the dwellings of now', () => {
		const { gap, short, shortPerYear, pace, standStill, standStillPerYear } = road();
		expect([gap, short, shortPerYear, pace].map((one) => one.value)).toEqual([21, 21, 4.2, 2]);
		expect([standStill.value, standStillPerYear.value]).toEqual([10, 2]);
	});

	test('of 100 new dwellings 10 hold the share and 21 reach the goal', () => {
		const { newHomes, partToHold, partForGoal } = road();
		expect([newHomes, partToHold, partForGoal].map((one) => one.value)).toEqual([100, 0.1, 0.21]);
		const more = road({ newHomesPerYear: 10 });
		expect(more.partForGoal.value).toBe(21 / 50);
	});

	test('at the pace of now the share stands still and the goal is never reached', () => {
		expect(road().atPace).toEqual({
			arrival: { kind: 'never', until: 2029 },
			reason: null,
			status: 'forecast'
		});
		expect(road({ delivered: figure(25) }).atPace.arrival).toEqual({ kind: 'in', year: 2028 });
	});

	test('a quarter social: 25 of 100 by 2029, and 1,000 (t - s) / (q - t) new dwellings until the goal', () => {
		const { social } = road({ social: 2500 });
		expect(social?.dwellings.value).toBe(25);
		expect(social?.share.value).toBe(125 / 1100);
		expect(social?.newHomes.value).toBe(Math.ceil((0.01 / 0.14) * 1000));
		expect(social?.arrival.arrival).toEqual({ kind: 'in', year: 2028 });
	});

	test('every course begins at the share of now, and the goal’s ends at the goal', () => {
		const { courses } = road();
		expect(Object.values(courses[0]?.shares ?? {}).map((one) => one.value)).toEqual([
			0.1, 0.1, 0.1, 0.1
		]);
		const end = courses.at(-1)?.shares;
		expect(end?.nothing.value).toBe(100 / 1100);
		expect(end?.pace.value).toBe(110 / 1100);
		expect(end?.pipeline.value).toBe(104 / 1100);
		expect(end?.goal.value).toBe(121 / 1100);
	});
});

describe('what rests on an unknown is unknown, for the same reason', () => {
	const missing = unknown('2030-01-01', 'not_published', ['73028']);

	test('households of then: no shortfall, and nobody says never', () => {
		const { short, standStill, newHomes, partForGoal, atPace } = road({
			later: missing,
			path: inputs.path.slice(0, 2)
		});
		expect(short).toMatchObject({ value: null, reason: 'no_households', missing: ['73028'] });
		expect(standStill).toMatchObject({ value: null, reason: 'not_published', missing: ['73028'] });
		expect([newHomes.value, partForGoal.value]).toEqual([null, null]);
		expect(atPace).toMatchObject({ arrival: null, reason: 'not_published' });
	});

	test('but a goal that is reached before the path ends is reached', () => {
		const { atPace } = road({
			later: missing,
			path: inputs.path.slice(0, 2),
			delivered: figure(70)
		});
		expect(atPace.arrival).toEqual({ kind: 'in', year: 2025 });
	});

	test('the pace: no course of it, and no year', () => {
		const { pace, atPace, courses } = road({ delivered: missing });
		expect(pace).toMatchObject({ value: null, reason: 'not_published' });
		expect(atPace).toMatchObject({ arrival: null, reason: 'not_published' });
		expect(courses.at(-1)?.shares.pace.value).toBeNull();
		expect(courses.at(-1)?.shares.nothing.value).not.toBeNull();
	});

	test('no goal: only standing still', () => {
		const { short, partForGoal, atPace, standStill, courses } = road({ goal: null });
		expect([short.reason, partForGoal.reason, atPace.reason]).toEqual([
			'no_goal',
			'no_goal',
			'no_goal'
		]);
		expect(standStill.value).toBe(10);
		expect(courses.at(-1)?.shares.goal.reason).toBe('no_goal');
	});
});

describe('the edges', () => {
	test('a goal that is reached: nothing short, and no course of its own', () => {
		const { gap, short, partForGoal, courses } = road({ goal: 500 });
		expect([gap.value, short.value]).toEqual([-45, 0]);
		expect(partForGoal.reason).toBe('goal_reached');
		expect(courses.at(-1)?.shares.goal.reason).toBe('goal_reached');
	});

	test('fewer households: nothing to stand still for, and no new dwelling that could be social', () => {
		const { standStill, newHomes, partToHold } = road({ later: figure(900) });
		expect(standStill.value).toBe(0);
		expect(newHomes.reason).toBe('no_new_homes');
		expect(partToHold.reason).toBe('no_new_homes');
	});

	test('the day of the stock itself: a shortfall, but no dwellings a year', () => {
		const now = { by: 2024, later: inputs.households };
		const { short, shortPerYear } = road(now);
		expect(short.value).toBe(10);
		expect(shortPerYear).toMatchObject({ value: null, reason: 'no_time' });
	});

	test('no larger part social than the goal never reaches it', () => {
		const { social } = road({ social: 1100 });
		expect(social?.newHomes.reason).toBe('not_above_goal');
		expect(social?.arrival.arrival?.kind).not.toBe('in');
	});

	test('an estimate marks all that rests on it', () => {
		const results = road({ stock: figure(100, 'estimated') });
		const { short, shortPerYear, standStill, partForGoal, newHomes } = results;
		for (const one of [short, shortPerYear, standStill, partForGoal])
			expect(one.status).toBe('estimated');
		expect(newHomes.status).toBe('forecast');
		expect(results.atPace.status).toBe('estimated');
	});
});
