import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCode, readDay, readNumber } from './cell-values.ts';

const day = fc
	.date({ min: new Date('1990-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));

describe('numbers', () => {
	test('a whole number written plainly is that number, as text or as a number', () => {
		fc.assert(
			fc.property(fc.integer({ min: -1_000_000, max: 1_000_000_000 }), (value) => {
				expect(readNumber(String(value), true)).toBe(value);
				expect(readNumber(value, true)).toBe(value);
				expect(readNumber(` ${value}\u00a0`, false)).toBe(value);
			})
		);
	});

	test('a count with a separator is refused, whatever the separator means', () => {
		const separated = fc
			.tuple(
				fc.integer({ min: 1, max: 999 }),
				fc.constantFrom('.', ',', ' ', "'"),
				fc.integer({ min: 0, max: 999 })
			)
			.map(([front, separator, back]) => `${front}${separator}${String(back).padStart(3, '0')}`);
		fc.assert(
			fc.property(separated, (text) => {
				expect(readNumber(text, true)).toHaveProperty('expected');
			})
		);
	});

	test('a percentage has a point for decimals; a comma is refused', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 100 }),
				fc.integer({ min: 0, max: 99 }),
				(whole, part) => {
					const decimals = String(part).padStart(2, '0');
					expect(readNumber(`${whole}.${decimals}`, false)).toBe(Number(`${whole}.${decimals}`));
					expect(readNumber(`${whole},${decimals}`, false)).toMatchObject({
						code: 'ambiguous_number'
					});
				}
			)
		);
	});

	test.for([
		'',
		'-',
		'*',
		'x',
		'1e3',
		'0x10',
		'NaN',
		'Infinity',
		'٣',
		'--1',
		'1.',
		'.5',
		true,
		null
	])('%j is no number', (cell) =>
		expect(readNumber(cell, true)).toMatchObject({ code: 'not_a_number' })
	);
});

describe('days', () => {
	test('an ISO day is itself, as text and as a date cell', () => {
		fc.assert(
			fc.property(day, (iso) => {
				expect(readDay(iso)).toBe(iso);
				expect(readDay(new Date(`${iso}T00:00:00Z`))).toBe(iso);
			})
		);
	});

	test('dd/mm/yyyy is read only where month and day cannot be taken for each other', () => {
		fc.assert(
			fc.property(day, (iso) => {
				const [year = '', month = '', date = ''] = iso.split('-');
				const clear = Number(date) > 12 || date === month;
				expect(readDay(`${date}/${month}/${year}`)).toBe(clear ? iso : null);
			})
		);
	});

	test.for(['', '2022', '2022-02-30', '31-12-2022', '12/31/2022', '30/02/2022', 44926, true])(
		'%j is no day',
		(cell) => expect(readDay(cell)).toBeNull()
	);
});

describe('codes', () => {
	test.for([
		['34022', '34022'],
		[34022, '34022'],
		[' 34022\u00a0', '34022'],
		[2000, '02000'],
		['2000', null],
		['Kortrijk', null],
		[34022.5, null],
		[null, null]
	] as const)('%j is %j', ([cell, code]) => expect(readCode(cell)).toBe(code));
});
