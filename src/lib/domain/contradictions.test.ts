import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Contradiction, Issue } from './contradiction.ts';
import { contradictions } from './contradictions.ts';
import { publishedNumber as number } from '../../../tests/support/figures.ts';
import type { PublishedNumber } from './published-number.ts';

const ISSUES: Record<number, Issue> = {
	1: { kind: 'first', on: '2010-01-01', supersedes: null },
	2: { kind: 'first', on: '2012-01-01', supersedes: null },
	3: { kind: 'revision', on: '2013-01-01', supersedes: 1 },
	4: { kind: 'correction', on: '2014-01-01', supersedes: 2 }
};
const TENURES: Record<string, string> = { RENT: 'rental', MORE: 'rental_voluntary' };

const objective = (value: number, more: Partial<PublishedNumber> = {}) =>
	number('total', value, { part: 'objective', scheme: 'RENT', date: null, ...more });
const households = (year: number, value: number) =>
	number('households', value, { date: `${year}-01-01`, publication: 9 });

const found = (numbers: PublishedNumber[], registered: PublishedNumber[] = []) =>
	contradictions({
		numbers,
		households: registered,
		issueOf: (id) => ISSUES[id] ?? { kind: 'first', on: '2020-01-01', supersedes: null },
		tenureOf: (scheme) => TENURES[scheme] ?? null
	});
const only = (numbers: PublishedNumber[], registered?: PublishedNumber[]): Contradiction => {
	const all = found(numbers, registered);
	expect(all).toHaveLength(1);
	return all[0] as Contradiction;
};

test('two sources that give one thing another number contradict one another, and nothing explains it', () => {
	const one = only([number('stock_b', 100), number('stock_b', 108, { publication: 2 })]);
	expect(one).toMatchObject({
		kind: 'contradiction',
		basis: 'same',
		topic: 'stock',
		difference: 8,
		rest: 8,
		outcome: 'unexplained'
	});
});

test('a revision and a correction take the place of what they replace, which contradicts nothing any more', () => {
	const revised = only([
		number('stock_b', 14_582),
		number('stock_b', 14_726, { publication: 3 }),
		number('stock_d', 14_726, { publication: 3 })
	]);
	expect(revised).toMatchObject({ kind: 'revision', difference: 144 });
	const corrected = only([
		number('stock_b', 10, { publication: 2 }),
		number('stock_b', 12, { publication: 4 })
	]);
	expect(corrected.kind).toBe('correction');
});

test('a revision of one source does not silence another source', () => {
	const all = found([
		number('stock_b', 100),
		number('stock_b', 110, { publication: 2 }),
		number('stock_b', 120, { publication: 3 })
	]);
	expect(all.map((one) => one.kind).sort()).toEqual(['contradiction', 'contradiction', 'revision']);
});

test('what rounding hides is no contradiction', () => {
	expect(
		found([
			number('stock_x', 600, { status: 'provisional' }),
			number('stock_x', 640, { publication: 2 })
		])
	).toEqual([]);
	expect(
		found([number('share_households', 8.4), number('share_households', 8.38, { publication: 2 })])
	).toEqual([]);
});

test('a part of a stock is held against no total', () => {
	expect(found([number('stock_part', 2451), number('stock_b', 2896)])).toEqual([]);
	expect(found([number('stock_part', 400), number('stock_part', 500, { publication: 2 })])).toEqual(
		[]
	);
});

test('a count by another definition of about the same day is bridged by what was published', () => {
	const one = only([
		number('stock_d', 2427),
		number('stock_b', 2896),
		number('stock_svk', 384),
		number('stock_vwf', 85)
	]);
	expect(one).toMatchObject({ basis: 'near', difference: 469, outcome: 'explained' });
	expect(found([number('stock_d', 2427), number('stock_b', 2896, { date: '2013-12-31' })])).toEqual(
		[]
	);
});

test('growth from one day to another is no contradiction, a large fall is', () => {
	const later = { date: '2015-12-31', publication: 2 };
	expect(found([number('stock_b', 300), number('stock_b', 380, later)])).toEqual([]);
	expect(found([number('stock_b', 300), number('stock_b', 295, later)])).toEqual([]);
	const one = only([
		number('share_households', 7.84),
		number('share_households', 5.12, { ...later, publication: 1 })
	]);
	expect(one).toMatchObject({ basis: 'fall', outcome: 'unexplained' });
});

test('a share that fits the households of another year says so', () => {
	const numbers = [
		number('stock_b', 1708, { date: '2022-05-26' }),
		number('share_households', 8.4, { date: '2022-05-26' })
	];
	const one = only(numbers, [households(2022, 20_691), households(2021, 20_436)]);
	expect(one).toMatchObject({ basis: 'reckoned', outcome: 'explained' });
	expect(one.second.value).toBeCloseTo(8.255, 3);
	expect(one.steps.map((step) => step.cause)).toEqual(['denominator']);
	expect(found(numbers, [households(2022, 20_382)])).toEqual([]);
});

test('a share is held against the nearest households where those of its own day are unknown', () => {
	const numbers = [
		number('stock_a', 175, { date: '2007-12-31' }),
		number('share_households', 2.15, { date: '2007-12-31' })
	];
	expect(found(numbers)).toEqual([]);
	expect(found(numbers, [households(2011, 8375)])).toEqual([]);
	expect(only(numbers, [households(2010, 8313)])).toMatchObject({
		basis: 'reckoned',
		outcome: 'partly',
		steps: [{ cause: 'denominator', amount: null, implied: expect.closeTo(8139.5, 1) }]
	});
});

test('what is left to build of an objective changes from day to day', () => {
	const left = (value: number, date: string, publication: number) =>
		number('remaining', value, { part: 'objective', scheme: 'RENT', date, publication });
	expect(found([left(64, '2019-10-31', 1), left(60, '2023-01-31', 2)])).toEqual([]);
	expect(only([left(64, '2019-10-31', 1), left(60, '2019-10-31', 2)]).difference).toBe(-4);
});

test('households of another day are no cause where they would have to change too much', () => {
	const one = only(
		[number('stock_x', 2500), number('share_households', 8.35)],
		[households(2012, 32_725)]
	);
	expect(one).toMatchObject({ outcome: 'unexplained', steps: [{ cause: 'numerator' }] });
});

test('nobody divides by households of a later day than the number itself', () => {
	const one = only(
		[number('stock_b', 1000), number('share_households', 10.05)],
		[households(2011, 10_200), households(2012, 9950)]
	);
	expect(one.outcome).toBe('unexplained');
});

test('a share of companies and agencies together says so', () => {
	const one = only(
		[number('stock_d', 754), number('stock_svk', 21), number('share_households', 5.09)],
		[households(2011, 15_226)]
	);
	expect(one).toMatchObject({ outcome: 'explained', steps: [{ cause: 'agencies' }] });
});

test('counts by other definitions are held against the nearest one only', () => {
	const one = only([
		number('stock_d', 14_495, { date: '2011-12-31' }),
		number('stock_b', 14_887, { date: '2011-12-31' }),
		number('stock_b', 14_806)
	]);
	expect(one.second.date).toBe('2011-12-31');
});

test('a share that counts homes for sale too says so, with the part that is left', () => {
	const one = only(
		[number('stock_x', 826), number('purchase', 151), number('share_households', 8.46)],
		[households(2011, 11_700)]
	);
	expect(one).toMatchObject({ basis: 'reckoned', outcome: 'partly' });
	expect(one.steps[0]?.cause).toBe('purchase');
	const told = one.steps.reduce((sum, step) => sum + (step.amount ?? 0), 0) + (one.rest ?? 0);
	expect(told).toBeCloseTo(one.difference ?? NaN, 9);
});

test('Oostende, 2022: 151 per cent is not 374 of 288, and nobody knows why', () => {
	const one = only([
		number('realised', 374),
		number('in_execution', 147),
		number('planned', 87),
		number('realised_share', 151, { publication: 2 }),
		objective(288),
		number('covenant', 122, { part: 'objective', scheme: 'MORE', date: null })
	]);
	expect(one).toMatchObject({ topic: 'progress', outcome: 'unexplained' });
	expect(one.second.value).toBeCloseTo(129.86, 2);
	expect(one.steps).toEqual([
		{ cause: 'numerator', amount: null, implied: expect.closeTo(434.88, 2) }
	]);
});

test('a published increase is no difference of baseline and measurement that count otherwise', () => {
	const one = only([
		number('realised', 60),
		number('stock_a', 120, { date: '2007-12-31' }),
		number('stock_b', 185)
	]);
	expect(one).toMatchObject({ basis: 'reckoned', difference: 5, outcome: 'partly' });
	expect(
		found([
			number('realised', 65),
			number('stock_a', 120, { date: '2007-12-31' }),
			number('stock_b', 185)
		])
	).toEqual([]);
});

test('an objective with and without its catch-up is explained, another one may be a later decision', () => {
	const catchUp = number('catch_up', 63, { part: 'objective', scheme: 'RENT', date: null });
	expect(only([objective(126), objective(189, { publication: 2 }), catchUp])).toMatchObject({
		outcome: 'explained',
		steps: [{ cause: 'catch_up', amount: 63 }]
	});
	expect(only([objective(175), objective(151, { publication: 2 })])).toMatchObject({
		outcome: 'unexplained',
		steps: [{ cause: 'decision', amount: null }],
		rest: -24
	});
});

test('a final result revises a provisional one, and 2a tells more than 2', () => {
	const result = (category: '1' | '2' | '2a', more: Partial<PublishedNumber>) => ({
		...number('category', 0, { part: 'test_result', year: 2020, date: null, ...more }),
		value: null,
		category
	});
	const first = result('2', { status: 'provisional' });
	expect(found([first, result('2a', { publication: 2 })])).toEqual([]);
	expect(only([first, result('1', { publication: 2 })])).toMatchObject({
		kind: 'revision',
		topic: 'test',
		difference: null
	});
});

test('the same numbers never contradict one another, and each pair has a name of its own', () => {
	const any = fc.record({
		code: fc.constantFrom('stock_b', 'stock_d', 'share_households', 'realised', 'planned'),
		value: fc.integer({ min: 0, max: 3 }),
		publication: fc.constantFrom(1, 2, 3, 4),
		date: fc.constantFrom('2010-12-31', '2011-01-15', '2011-06-30')
	});
	const distinct = fc.uniqueArray(any, {
		selector: (one) => `${one.code} ${one.date} ${one.publication}`
	});
	fc.assert(
		fc.property(distinct, (rows) => {
			const numbers = rows.map(({ code, value, ...more }) => number(code, value, more));
			const all = found(numbers);
			expect(new Set(all.map((one) => one.id)).size).toBe(all.length);
			for (const one of all) expect(one.first.value).not.toBe(one.second.value);
		})
	);
});
