import * as fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { toCsv } from '#lib/server/formats/csv.ts';

test('the names of the columns come first, cells are separated by commas and lines by CR LF', () => {
	expect(
		toCsv(
			['a', 'b'],
			[
				[1, 'x'],
				[2.5, null]
			]
		)
	).toBe('a,b\r\n1,x\r\n2.5,\r\n');
});

test('unknown is a blank cell, zero is a zero, true is a word', () => {
	expect(toCsv(['a'], [[null], [0], [true], [false]])).toBe('a\r\n\r\n0\r\ntrue\r\nfalse\r\n');
});

test.for(['=1+1', '+32', '-2 text', '@SUM(A1)', '\tx', '\rx'])(
	'text that a spreadsheet would run is made harmless: %j',
	(text) => {
		const [, [cell] = []] = parse(toCsv(['a'], [[text]])) as string[][];
		expect(cell).toBe(`'${text}`);
	}
);

test('a negative number stays a number', () => {
	expect(toCsv(['a'], [[-12], [-0.5]])).toBe('a\r\n-12\r\n-0.5\r\n');
});

test('any other text comes back as it was', () => {
	const text = fc
		.string({ unit: 'grapheme', minLength: 1 })
		.filter((one) => !/^[=+\-@\t\r＝＋－＠]/u.test(one));
	fc.assert(
		fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
			expect((parse(toCsv(['a', 'b'], rows)) as string[][]).slice(1)).toEqual(rows);
		})
	);
});
