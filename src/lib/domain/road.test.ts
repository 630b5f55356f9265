import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	arrival,
	newHomesNeeded,
	partOfNewHomes,
	perYear,
	stockOnCourse,
	toStandStill,
	COURSES,
	type Growth,
	type YearEnd
} from './road.ts';
import { gapToShare, reachesShare } from './share.ts';

const place = fc.record({ stock: fc.nat(900), households: fc.integer({ min: 1, max: 6000 }) });
const basisPoints = fc.integer({ min: 1, max: 10_000 });

describe('dwellings short of a share', () => {
	test('are those that must be added one by one until it is reached', () => {
		fc.assert(
			fc.property(place, fc.integer({ min: 1, max: 2000 }), ({ stock, households }, goal) => {
				let added = 0;
				while (!reachesShare(stock + added, households, goal)) added += 1;
				expect(Math.max(0, gapToShare(stock, households, goal))).toBe(added);
			})
		);
	});
});

describe('dwellings to stand still', () => {
	test('Kortrijk of 2009: 2,682 of 32,050 households, 1,000 more households ask 84', () => {
		expect(toStandStill({ stock: 2682, households: 32_050 }, 33_050).value).toBe(84);
	});

	test('are those that must be added one by one until the share is at least that of before', () => {
		fc.assert(
			fc.property(place, fc.integer({ min: 0, max: 8000 }), (now, later) => {
				let added = 0;
				while ((now.stock + added) * now.households < now.stock * later) added += 1;
				expect(toStandStill(now, later).value).toBe(added);
			})
		);
	});

	test('none when households become fewer, and no answer without households', () => {
		expect(toStandStill({ stock: 100, households: 1000 }, 900).value).toBe(0);
		expect(toStandStill({ stock: 0, households: 0 }, 900).reason).toBe('no_households');
	});
});

describe('new dwellings until the share is reached', () => {
	test('the published example: 40 % of new build, from 20 % to 30 %, asks the stock to double', () => {
		expect(newHomesNeeded({ stock: 2000, households: 10_000 }, 3000, 4000).value).toBe(10_000);
	});

	test('are those that must be built one by one, a part of each social', () => {
		const small = fc.record({ stock: fc.nat(20), households: fc.integer({ min: 50, max: 200 }) });
		const above = fc.integer({ min: 500, max: 9000 });
		fc.assert(
			fc.property(small, fc.integer({ min: 100, max: 2000 }), above, (now, goal, more) => {
				const { stock, households } = now;
				const social = Math.min(10_000, goal + more);
				fc.pre(!reachesShare(stock, households, goal));
				let built = 0;
				while (stock * 10_000 + social * built < goal * (households + built)) built += 1;
				expect(newHomesNeeded(now, goal, social).value).toBe(built);
			})
		);
	});

	test('are the first whole number from (t - s) / (q - t) times the households on', () => {
		fc.assert(
			fc.property(place, basisPoints, basisPoints, (now, goal, social) => {
				const { value } = newHomesNeeded(now, goal, social);
				fc.pre(value !== null);
				const growth = (goal / 10_000 - now.stock / now.households) / ((social - goal) / 10_000);
				const above = (value ?? NaN) - growth * now.households;
				expect(above).toBeGreaterThan(-1e-3);
				expect(above).toBeLessThan(1 + 1e-3);
			})
		);
	});

	test('reached, or no larger part social than the goal: no number, with the reason', () => {
		expect(newHomesNeeded({ stock: 110, households: 1000 }, 1100, 2000).reason).toBe(
			'goal_reached'
		);
		expect(newHomesNeeded({ stock: 100, households: 1000 }, 1100, 1100).reason).toBe(
			'not_above_goal'
		);
	});

	test('stay exact for all of Flanders with a goal of four decimals', () => {
		const flanders = { stock: 177_461, households: 3_300_001 };
		const built = newHomesNeeded(flanders, 1101, 1102).value ?? NaN;
		const short = (n: number) =>
			1101n * (3_300_001n + BigInt(n)) - 177_461n * 10_000n - 1102n * BigInt(n);
		expect(short(built) <= 0n && short(built - 1) > 0n).toBe(true);
	});
});

describe('the part of the new dwellings that must be social', () => {
	test('to hold the share it is the share itself, when every new dwelling brings a household', () => {
		fc.assert(
			fc.property(place, fc.integer({ min: 1, max: 3000 }), (now, more) => {
				const hold = toStandStill(now, now.households + more).value ?? NaN;
				const part = partOfNewHomes(hold, more).value ?? NaN;
				const share = now.stock / now.households;
				expect(part).toBeGreaterThanOrEqual(share - 1e-9);
				expect(part - share).toBeLessThan(1 / more + 1e-9);
			})
		);
	});

	test('one social dwelling less than that, and the share falls', () => {
		fc.assert(
			fc.property(place, fc.integer({ min: 1, max: 3000 }), (now, more) => {
				const hold = toStandStill(now, now.households + more).value ?? NaN;
				if (hold === 0) return;
				const after = (now.stock + hold - 1) / (now.households + more);
				expect(after).toBeLessThan(now.stock / now.households);
			})
		);
	});

	test('none when nothing is built', () => {
		expect(partOfNewHomes(10, 0).reason).toBe('no_new_homes');
		expect(partOfNewHomes(10, -20).reason).toBe('no_new_homes');
	});
});

test('a year that is not there divides nothing', () => {
	expect(perYear(600, 6).value).toBe(100);
	expect(perYear(600, 0).reason).toBe('no_time');
	expect(perYear(600, -1).reason).toBe('no_time');
});

const path = (from: number, households: readonly number[]): YearEnd[] =>
	households.map((count, at) => ({ year: from + at, households: count }));
const paceOf = (steady: number, over = 5): Growth => ({ steady, perHouseholds: 0, over });

describe('the year in which a share is reached', () => {
	const road = path(2024, [1000, 1010, 1020, 1030, 1040, 1050]);

	test.for([
		['reached now', 110, 0, { kind: 'reached' }],
		['exactly in 2025: 112 of 1.010 is more than 11 %', 100, 60, { kind: 'in', year: 2025 }],
		['in the last year that is projected', 105, 11, { kind: 'in', year: 2029 }],
		['the shortfall shrinks, but not to nothing', 100, 10, { kind: 'later', until: 2029 }],
		['the shortfall grows: never', 100, 5, { kind: 'never', until: 2029 }],
		['fewer dwellings every year: never', 100, -5, { kind: 'never', until: 2029 }]
	] as const)('%s', ([, stock, steady, expected]) => {
		expect(arrival(road, stock, paceOf(steady), 1100)).toEqual(expected);
	});

	test('nothing to say without a later year', () => {
		expect(arrival(path(2024, [1000]), 100, paceOf(5), 1100)).toBeNull();
		expect(arrival([], 100, paceOf(5), 1100)).toBeNull();
	});

	test('is the first that a walk year by year finds, dwelling by dwelling', () => {
		const households = fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 2, maxLength: 18 });
		fc.assert(
			fc.property(
				households,
				fc.nat(400),
				fc.integer({ min: -200, max: 400 }),
				fc.integer({ min: 1, max: 2000 }),
				(counts, stock, fiveYears, goal) => {
					const road = path(2024, counts);
					let year: number | null = null;
					for (const end of road) {
						const fifths = 5 * stock + fiveYears * (end.year - 2024);
						if (year === null && fifths * 10_000 >= goal * end.households * 5) year = end.year;
					}
					const found = arrival(road, stock, paceOf(fiveYears), goal);
					const said = found?.kind === 'in' ? found.year : found?.kind === 'reached' ? 2024 : null;
					expect(said).toBe(year);
				}
			)
		);
	});

	test('of a part of the new households is the first year with enough of them', () => {
		fc.assert(
			fc.property(place, basisPoints, basisPoints, (now, goal, social) => {
				const gained = newHomesNeeded(now, goal, social).value;
				const road = path(2024, [now.households, now.households + 50, now.households + 100]);
				const found = arrival(
					road,
					now.stock,
					{ steady: 0, perHouseholds: social, over: 10_000 },
					goal
				);
				const enough = [50, 100].findIndex((more) => gained !== null && more >= gained);
				if (gained !== null) expect(found?.kind === 'in' ? found.year - 2025 : -1).toBe(enough);
				else expect(found?.kind === 'reached' || social <= goal).toBe(true);
			})
		);
	});
});

describe('the four courses', () => {
	const drive = { by: 2030, pace: 58.6, pipeline: 161, short: 4600 };
	const at = (course: (typeof COURSES)[number], year: number, from = 2024) =>
		stockOnCourse(course, 10_367, drive, { from, year });

	test('all begin at the stock of now', () => {
		expect(COURSES.map((course) => at(course, 2024))).toEqual([10_367, 10_367, 10_367, 10_367]);
	});

	test('on the day asked: nothing, the pace, the whole pipeline, and exactly what the goal asks', () => {
		expect(COURSES.map((course) => at(course, 2030))).toEqual([
			10_367,
			10_367 + 58.6 * 6,
			10_528,
			14_967
		]);
	});

	test('half way the pipeline is half delivered, and after the day nothing comes', () => {
		expect(at('pipeline', 2027)).toBe(10_367 + 80.5);
		expect(at('pipeline', 2035)).toBe(10_528);
	});

	test('what is not known has no course', () => {
		const unknown = { by: 2030, pace: null, pipeline: null, short: null };
		const stocks = COURSES.map((course) =>
			stockOnCourse(course, 100, unknown, { from: 2024, year: 2030 })
		);
		expect(stocks).toEqual([100, null, null, null]);
	});
});
