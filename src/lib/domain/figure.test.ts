import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	derived,
	leastSure,
	sumOfAll,
	sumOfKnown,
	together,
	unknown,
	type Figure
} from './figure.ts';
import type { Status } from './status.ts';

const DAY = '2020-12-31';
const known = (value: number, status: Status = 'normal', publication = 1): Figure => ({
	...derived(value, DAY, []),
	status,
	publications: [publication],
	indicator: 'stock_b'
});
const none = unknown(DAY, 'not_published');
const parts = (figures: Record<string, Figure>) =>
	Object.entries(figures).map(([nis, figure]) => ({ nis, figure }));

describe('the least sure of several statuses', () => {
	test.for<[Status, Status[]]>([
		['normal', ['normal', 'normal']],
		['break', ['normal', 'break']],
		['provisional', ['provisional', 'normal']],
		['forecast', ['provisional', 'forecast', 'normal']],
		['estimated', ['provisional', 'estimated']],
		['estimated', ['estimated', 'forecast']]
	])('%s of %j', ([expected, statuses]) => {
		expect(leastSure(statuses)).toBe(expected);
	});

	test('of nothing it is missing, never normal', () => {
		expect(leastSure([])).toBe('missing');
	});
});

describe('sum over the parts that are known', () => {
	test('who has no figure is named, and counts for nothing', () => {
		const sum = sumOfKnown(parts({ a: known(100), b: none, c: known(50), d: none }), DAY);
		expect(sum).toMatchObject({ value: 150, reason: null, missing: ['b', 'd'] });
	});

	test('a zero is a figure: nobody is missing', () => {
		expect(sumOfKnown(parts({ a: known(0), b: known(0) }), DAY)).toMatchObject({
			value: 0,
			missing: []
		});
	});

	test('nothing known: unknown with everybody named, never zero', () => {
		expect(sumOfKnown(parts({ a: none, b: none }), DAY)).toMatchObject({
			value: null,
			reason: 'part_missing',
			status: 'missing',
			missing: ['a', 'b']
		});
	});

	test('nobody to add up: unknown, for want of members', () => {
		expect(sumOfKnown([], DAY)).toMatchObject({ value: null, reason: 'no_members' });
	});

	test('it is as sure as its least sure part and names each source once', () => {
		const sum = sumOfKnown(
			parts({
				a: known(1, 'provisional', 7),
				b: known(2, 'estimated', 9),
				c: known(3, 'normal', 7)
			}),
			DAY
		);
		expect(sum).toMatchObject({ value: 6, status: 'estimated', publications: [7, 9] });
	});

	test('the order of the parts does not matter', () => {
		const figure = fc.option(fc.nat(50_000));
		fc.assert(
			fc.property(fc.array(figure, { maxLength: 12 }), (values) => {
				const all = values.map((value, index) => ({
					nis: String(index),
					figure: value === null ? none : known(value)
				}));
				const [forth, back] = [sumOfKnown(all, DAY), sumOfKnown(all.toReversed(), DAY)];
				expect(back.value).toBe(forth.value);
				expect(back.missing.toReversed()).toEqual(forth.missing);
			})
		);
	});
});

describe('sum over parts that must all be known', () => {
	test('all known: the sum, marked as composed', () => {
		expect(sumOfAll(parts({ a: known(90), b: known(120, 'provisional') }), DAY)).toMatchObject({
			value: 210,
			status: 'provisional',
			composed: true,
			missing: []
		});
	});

	test('one unknown makes it unknown, and only that one is named', () => {
		expect(sumOfAll(parts({ a: known(90), b: none }), DAY)).toMatchObject({
			value: null,
			reason: 'part_missing',
			composed: false,
			missing: ['b']
		});
	});

	test('no parts at all: unknown, never zero', () => {
		expect(sumOfAll([], DAY)).toMatchObject({ value: null, reason: 'part_missing' });
	});
});

describe('several quantities of one area together', () => {
	test('are added up, as sure as the least sure of them', () => {
		const sum = together(known(3), known(4, 'estimated', 2));
		expect(sum).toMatchObject({
			value: 7,
			status: 'estimated',
			publications: [1, 2],
			indicator: null
		});
	});

	test('are unknown when one is, for its reason', () => {
		expect(together(known(3), none)).toMatchObject({ value: null, reason: 'not_published' });
		expect(together(none, known(3)).value).toBeNull();
	});
});
