import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { town } from '../../../tests/support/towns.ts';
import {
	besideNow,
	changeOf,
	isWhole,
	knownNow,
	pipelineChangeOf,
	sumOfChanges,
	sumOfPipelines,
	type Change
} from './change.ts';
import { derived, unknown, type Figure, type Observation } from './figure.ts';
import type { Indicator } from './indicators.ts';
import { createPlaces, figureOf, type Lookup } from './places.ts';
import type { Status } from './status.ts';

const FIRST = '2022-12-31';
const SECOND = '2023-12-31';
const known = (
	value: number,
	date = FIRST,
	publication = 1,
	status: Status = 'normal',
	indicator: Indicator | null = 'stock_b'
): Figure => ({
	...derived(value, date, []),
	status,
	publications: [publication],
	indicator
});
const none = unknown(FIRST, 'not_published', ['x']);
const values = ({ start, replaced, correction, real, end }: Change) =>
	[start, replaced, correction, real, end].map((one) => one.value);

describe('start + replaced + correction + real = end', () => {
	test('a measurement that was corrected from 100 to 95, and 10 dwellings more a year later', () => {
		const change = changeOf({
			start: known(100),
			restated: known(95, FIRST, 2),
			end: known(105, SECOND, 3)
		});
		expect(values(change)).toEqual([100, 0, -5, 10, 105]);
		expect(change.correction).toMatchObject({ status: 'normal', publications: [2, 1] });
	});

	test.for<[string, Status, Status]>([
		['an estimate that gave way to a measurement', 'estimated', 'normal'],
		['a measurement that was withdrawn, so that the estimate is back', 'normal', 'estimated'],
		['an estimate that was made again', 'estimated', 'estimated']
	])('%s is no correction', ([, before, after]) => {
		const change = changeOf({
			start: known(100, FIRST, 1, before),
			restated: known(95, FIRST, 2, after),
			end: known(105, SECOND, 3)
		});
		const [replaced, real] = after === 'estimated' ? [5, 0] : [-5, 10];
		expect(values(change)).toEqual([100, replaced, 0, real, 105]);
		expect(change.unmeasured).toBe(after === 'estimated');
		expect(change.replaced.status).toBe('estimated');
		expect(change.correction.status).toBe('normal');
	});

	test('where nothing happened the zero is sure, also between two estimates', () => {
		const estimate = known(100, FIRST, 1, 'estimated');
		const change = changeOf({ start: estimate, restated: estimate, end: estimate });
		expect(values(change)).toEqual([100, 0, 0, 0, 100]);
		expect([change.replaced, change.correction, change.real].map((one) => one.status)).toEqual([
			'normal',
			'normal',
			'normal'
		]);
	});

	test('a real change between two estimates is an estimate', () => {
		const start = known(100, FIRST, 1, 'estimated');
		const end = known(103, SECOND, 1, 'estimated');
		expect(changeOf({ start, restated: start, end }).real).toMatchObject({
			value: 3,
			status: 'estimated'
		});
	});

	test('an estimate of the first date against a measurement of the second tells nothing of what really changed', () => {
		const start = known(100, FIRST, 1, 'estimated');
		const change = changeOf({ start, restated: start, end: known(83, SECOND, 2) });
		expect(values(change)).toEqual([100, -17, 0, 0, 83]);
		expect(change.unmeasured).toBe(true);
	});

	test('a step beside an unknown reading is unknown with its reason, the others stand', () => {
		const change = changeOf({ start: none, restated: known(95), end: known(100, SECOND) });
		expect(values(change)).toEqual([null, null, null, 5, 100]);
		expect(change.correction).toMatchObject({ reason: 'not_published', missing: ['x'] });
		expect(isWhole(change)).toBe(false);
	});

	test('figures counted by two definitions say so', () => {
		const baseline = known(100, FIRST, 1, 'normal', 'stock_a');
		const readings = { start: baseline, restated: baseline, end: known(120, SECOND) };
		expect(changeOf(readings).recounted).toBe(true);
		expect(changeOf({ ...readings, end: baseline }).recounted).toBe(false);
	});

	const figure = fc
		.record({
			value: fc.integer({ min: 0, max: 50_000 }),
			publication: fc.integer({ min: 1, max: 5 }),
			status: fc.constantFrom<Status>('normal', 'provisional', 'break', 'estimated')
		})
		.map(({ value, publication, status }) => known(value, FIRST, publication, status));

	test('always, of any three readings', () => {
		fc.assert(
			fc.property(figure, figure, figure, (start, restated, end) => {
				const [a, b, c, d, e] = values(changeOf({ start, restated, end })) as number[];
				expect((a ?? NaN) + (b ?? NaN) + (c ?? NaN) + (d ?? NaN)).toBe(e);
				if (c !== 0) expect([start, restated].map((one) => one.status)).not.toContain('estimated');
				if (d !== 0)
					expect((restated.status === 'estimated') === (end.status === 'estimated')).toBe(true);
			})
		);
	});

	const perhaps = fc.oneof({ weight: 4, arbitrary: figure }, fc.constant(none));
	const readings = fc.record({ start: perhaps, restated: perhaps, end: perhaps });

	test('in the sum of any members too, which leaves out and names whoever is not whole', () => {
		fc.assert(
			fc.property(fc.array(readings, { maxLength: 12 }), (members) => {
				const parts = members.map((one, at) => ({ nis: String(at), change: changeOf(one) }));
				const incomplete = parts.filter(({ change }) => !isWhole(change)).map((one) => one.nis);
				const total = sumOfChanges(parts, SECOND);
				const [a, b, c, d, e] = values(total);
				if (e === null || e === undefined) {
					expect([a, b, c, d]).toEqual([null, null, null, null]);
					expect(parts.length === 0 || incomplete.length * 2 > parts.length).toBe(true);
				} else {
					expect((a ?? NaN) + (b ?? NaN) + (c ?? NaN) + (d ?? NaN)).toBe(e);
				}
				if (parts.length > 0) expect(total.end.missing).toEqual(incomplete);
			})
		);
	});
});

describe('mergers: both moments in the structure of the later day', () => {
	const [OLD_A, OLD_B, NEW] = ['71047', '72040', '72042'];
	const places = createPlaces(
		[
			town(OLD_A, '1970-01-01', '2018-12-31'),
			town(OLD_B, '1970-01-01', '2018-12-31'),
			town(NEW, '2019-01-01', null)
		],
		[OLD_A, OLD_B].map((predecessor) => ({ predecessor, successor: NEW, on: '2019-01-01' }))
	);
	const at = (nis: string, date: string, value: number, publication: number): Observation => ({
		nis,
		indicator: 'stock_b',
		date,
		value,
		status: 'normal',
		publication,
		structureOn: null,
		note: null
	});
	const ask = (rows: Observation[], date: string) => {
		const lookup: Lookup = (nis, indicator, day) =>
			rows.filter((one) => one.nis === nis && one.indicator === indicator && one.date === day);
		return figureOf(places, lookup, {
			nis: NEW,
			structureOn: '2019-06-01',
			indicator: 'stock_b',
			date
		});
	};
	const stock = fc.integer({ min: 0, max: 5_000 });

	test('the sum of the old municipalities, a correction of one of them, and the new one add up', () => {
		fc.assert(
			fc.property(stock, stock, stock, stock, (a, b, corrected, end) => {
				const then = [at(OLD_A, '2017-12-31', a, 1), at(OLD_B, '2017-12-31', b, 1)];
				const later = [
					at(OLD_A, '2017-12-31', corrected, 2),
					at(OLD_B, '2017-12-31', b, 1),
					at(NEW, '2018-12-31', end, 3)
				].map((one) => (one.nis === NEW ? { ...one, structureOn: '2019-01-01' } : one));
				const change = changeOf({
					start: ask(then, '2017-12-31'),
					restated: ask(later, '2017-12-31'),
					end: ask(later, '2018-12-31')
				});
				expect(values(change)).toEqual([a + b, 0, corrected - a, end - corrected - b, end]);
				expect(change.start.composed).toBe(true);
			})
		);
	});
});

describe('pipeline', () => {
	const split = (from: number, to: number, realised: [number, number]) => {
		const start = known(from);
		const change = pipelineChangeOf(
			{ start, restated: start, end: known(to, SECOND, 2) },
			{ restated: known(realised[0]), end: known(realised[1], SECOND, 2) }
		);
		return {
			real: change.real.value,
			delivered: change.delivered.value,
			added: change.added.value,
			dropped: change.dropped.value
		};
	};

	test.for([
		['10 delivered, nothing else', 30, 20, [50, 60], { delivered: 10, added: 0, dropped: 0 }],
		['10 delivered, and 15 new', 30, 35, [50, 60], { delivered: 10, added: 15, dropped: 0 }],
		['10 delivered, and 5 dropped', 30, 15, [50, 60], { delivered: 10, added: 0, dropped: 5 }],
		['realised fell: no delivery', 30, 28, [50, 45], { delivered: 0, added: 0, dropped: 2 }]
	] as const)('%s', ([, from, to, realised, expected]) => {
		expect(split(from, to, [...realised])).toEqual({ real: to - from, ...expected });
	});

	test('without realised figures nothing is split, and the net change still stands', () => {
		const change = pipelineChangeOf(
			{ start: known(30), restated: known(30), end: known(20, SECOND) },
			{ restated: none, end: known(60, SECOND) }
		);
		expect(change.real.value).toBe(-10);
		expect(change.delivered).toMatchObject({ value: null, reason: 'not_published' });
	});

	const size = fc.integer({ min: 0, max: 500 });
	test('real = added - delivered - dropped, none below 0, and only one of added and dropped', () => {
		fc.assert(
			fc.property(
				size,
				size,
				fc.integer({ min: -200, max: 500 }),
				size,
				(from, to, before, grown) => {
					const { real, delivered, added, dropped } = split(from, to, [
						before,
						before + grown - 100
					]);
					expect((added ?? NaN) - (delivered ?? NaN) - (dropped ?? NaN)).toBe(real);
					expect([delivered, added, dropped].every((one) => (one ?? -1) >= 0)).toBe(true);
					expect(added === 0 || dropped === 0).toBe(true);
				}
			)
		);
	});

	test('a sum counts only members of which the split is known', () => {
		const whole = pipelineChangeOf(
			{ start: known(30), restated: known(30), end: known(20, SECOND) },
			{ restated: known(1), end: known(2, SECOND) }
		);
		const unsplit = pipelineChangeOf(
			{ start: known(30), restated: known(30), end: known(20, SECOND) },
			{ restated: none, end: none }
		);
		const total = sumOfPipelines(
			[
				{ nis: 'a', change: whole },
				{ nis: 'b', change: unsplit }
			],
			SECOND
		);
		expect(total.start).toMatchObject({ value: 30, missing: ['b'] });
		expect(total.delivered.value).toBe(1);
	});
});

describe('what is known now beside what was known then', () => {
	const then = known(100);
	test.for<[string, Figure, boolean]>([
		['another number', known(101), true],
		['nothing any more', none, true],
		['the same number, as it was', known(100), false],
		['the same number from a newer publication', known(100, FIRST, 9), false],
		[
			'an estimate of the same number in place of a measurement',
			known(100, FIRST, 9, 'estimated'),
			true
		]
	])('%s', ([, now, differs]) => {
		expect(knownNow(then, now)).toBe(differs ? now : null);
	});

	test('is put beside the figures that differ, and leaves the old value as it is', () => {
		const record = { stock: then, households: known(50), name: 'x' };
		const now = { stock: known(101), households: known(50, FIRST, 2) };
		const marked = besideNow(record, now, ['stock', 'households']);
		expect(marked).toEqual({ ...record, stock: { ...then, now: now.stock } });
		expect(record.stock.now).toBeUndefined();
	});
});
