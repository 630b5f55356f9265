import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { derived, unknown, type Figure } from './figure.ts';
import { countedOf, joinStatuses, objectiveProgress, sumProgress, tallyOf } from './objective.ts';

const known = (value: number): Figure => derived(value, '2017-12-31', []);
const progress = (
	target: Figure,
	realised: Figure,
	status: 'compulsory' | 'exempt' = 'compulsory'
) =>
	objectiveProgress({
		target,
		status,
		baseline: known(0),
		realised,
		inExecution: known(0),
		planned: known(0)
	});
const percentage = (target: number, realised: number) =>
	((progress(known(target), known(realised)).realisedShare.value ?? NaN) * 100).toFixed(2);

describe('progress of an objective', () => {
	test.for([
		['Denderleeuw', 125, 123, '98.40'],
		['Haaltert', 153, 12, '7.84'],
		['Aalter', 138, 80, '57.97'],
		['Assenede', 108, 65, '60.19'],
		['Oostende, above 100 %', 288, 374, '129.86'],
		['Oostende with its covenant', 410, 374, '91.22']
	] as const)('%s: %d of %d is %s per cent (published)', ([, target, realised, expected]) => {
		expect(percentage(target, realised)).toBe(expected);
	});

	const inYear = (realised: Figure, realisedBefore?: Figure) =>
		objectiveProgress({
			target: known(100),
			status: 'compulsory',
			baseline: known(0),
			realised,
			inExecution: known(0),
			planned: known(0),
			...(realisedBefore && { realisedBefore })
		}).realisedLastYear;

	test('what came in the last year is the count less that of a year before, and may be negative', () => {
		expect(inYear(known(123), known(120)).value).toBe(3);
		expect(inYear(known(-7), known(5)).value).toBe(-12);
	});

	test('the last year is unknown with its reason when one of the two readings is', () => {
		const gone = unknown('2017-12-31', 'suppressed');
		expect(inYear(gone, known(5))).toMatchObject({ value: null, reason: 'suppressed' });
		expect(inYear(known(5), gone)).toMatchObject({ value: null, reason: 'suppressed' });
		expect(inYear(known(5))).toMatchObject({ value: null, reason: 'not_published' });
	});

	test('fewer dwellings than at the baseline is a negative percentage', () => {
		expect(percentage(100, -7)).toBe('-7.00');
	});

	test('a target of 0 gives no percentage: not infinite and not 100', () => {
		expect(progress(known(0), known(5)).realisedShare).toMatchObject({
			value: null,
			reason: 'no_objective'
		});
	});

	test('nothing is asked of an exempt municipality: there is no remainder, and nothing above it', () => {
		expect(progress(known(0), known(18)).toRealise).toMatchObject({
			value: null,
			reason: 'no_objective'
		});
	});

	test('an unknown target gives neither a percentage nor a remainder, and says why it is unknown', () => {
		const one = progress(unknown('2017-12-31', 'suppressed'), known(5));
		expect(one.realisedShare).toMatchObject({ value: null, reason: 'suppressed' });
		expect(one.toRealise).toMatchObject({ value: null, reason: 'suppressed' });
	});

	test('to realise plus realised is the target', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 5000 }),
				fc.integer({ min: -500, max: 9000 }),
				(target, realised) => {
					const one = progress(known(target), known(realised));
					expect((one.toRealise.value ?? NaN) + realised).toBe(target);
				}
			)
		);
	});
});

test('a region: what is set against each other is of the members with both figures, the others are named', () => {
	const nothing = unknown('2017-12-31', 'not_published');
	const together = sumProgress(
		[
			{ nis: 'a', progress: progress(known(100), known(80)) },
			{ nis: 'b', progress: progress(known(100), nothing) }
		],
		'2017-12-31'
	);
	expect(together.target).toMatchObject({ value: 100, missing: ['b'] });
	expect(together.realisedShare).toMatchObject({ value: 0.8, missing: ['b'] });
	expect(together.toRealise).toMatchObject({ value: 20, missing: ['b'] });
});

test('when fewer than half have both, each is summed apart and nothing is set against it', () => {
	const nothing = unknown('2017-12-31', 'not_published');
	const parts = ['a', 'b', 'c'].map((nis) => ({
		nis,
		progress: progress(known(100), nis === 'a' ? known(80) : nothing)
	}));
	const { target, realised, realisedShare, toRealise } = sumProgress(parts, '2017-12-31');
	expect([target.value, realised.value]).toEqual([300, 80]);
	for (const one of [realisedShare, toRealise])
		expect(one).toMatchObject({ value: null, missing: ['b', 'c'] });
});

test('what an exempt member realised does not count towards the objectives of the others, and stays in the total', () => {
	const together = sumProgress(
		[
			{ nis: 'a', progress: progress(known(100), known(80)) },
			{ nis: 'b', progress: progress(known(0), known(380), 'exempt') }
		],
		'2017-12-31'
	);
	expect(together.realised.value).toBe(460);
	expect(together.counted.realised.value).toBe(80);
	expect(together.realisedShare.value).toBe(0.8);
	expect(together.toRealise.value).toBe(20);
});

test('a surplus of one municipality, exempt or not, does not make up for the shortage of another', () => {
	const tally = tallyOf(
		[
			{ nis: 'a', progress: progress(known(100), known(80)) },
			{ nis: 'b', progress: progress(known(50), known(90)) },
			{ nis: 'c', progress: progress(known(0), known(380), 'exempt') },
			{ nis: 'd', progress: progress(known(10), unknown('2017-12-31', 'not_published')) }
		],
		'2017-12-31'
	);
	expect(tally).toMatchObject({ bound: 2, reached: 1, free: 1, missing: ['d'] });
	expect(tally.short.value).toBe(20);
});

describe('what counts towards the objective of a merger of an exempt and a bound municipality', () => {
	const composed = (value: number): Figure => ({ ...known(value), composed: true });
	const pipeline = (value: number) => ({
		realised: known(value),
		inExecution: known(0),
		planned: known(0)
	});
	const whole = (figure: Figure) => ({ realised: figure, inExecution: figure, planned: figure });
	const city = { nis: 'city', target: known(0), progress: pipeline(1700) };
	const town = { nis: 'town', target: known(74), progress: pipeline(30) };

	test('the growth of the exempt part does not meet what was asked of the other', () => {
		const counted = countedOf(whole(composed(1730)), [city, town]);
		expect(counted.realised.value).toBe(30);
		const merged = objectiveProgress({
			target: composed(74),
			status: 'compulsory',
			baseline: known(0),
			...whole(composed(1730)),
			counted
		});
		expect(merged.realised.value).toBe(1730);
		expect(merged.realisedShare.value).toBeCloseTo(30 / 74);
		expect(merged.toRealise.value).toBe(44);
	});

	test('a figure of the whole alone cannot be divided: unknown, with the reason', () => {
		expect(countedOf(whole(known(1730)), [city, town]).realised.reason).toBe('exempt_part');
	});

	test('a bound part without a figure leaves the sum unknown, and is named', () => {
		const silent = { ...town, progress: whole(unknown('2017-12-31', 'not_published')) };
		expect(
			countedOf(whole(unknown('2017-12-31', 'part_missing')), [city, silent]).realised
		).toMatchObject({ value: null, missing: ['town'] });
	});

	test('all bound or all exempt: everything counts', () => {
		const all = whole(composed(60));
		expect(countedOf(all, [town, { ...town, nis: 'other' }])).toBe(all);
		expect(countedOf(all, [city, { ...city, nis: 'other' }])).toBe(all);
	});
});

test('a merged municipality is bound when one of its parts was, and exempt only when all were', () => {
	expect(joinStatuses(['exempt', 'compulsory'])).toBe('compulsory');
	expect(joinStatuses(['exempt', 'exempt'])).toBe('exempt');
	expect(joinStatuses([])).toBe('unknown');
});
