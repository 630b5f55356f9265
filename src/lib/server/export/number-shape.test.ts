import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { change, count, decimal, dwellings, gapCell, percent, toGo } from '#lib/text/format.ts';
import { points } from '#lib/text/spread.ts';
import { shapeOf, spreadsheetFormat, spreadsheetValue } from './number-shape.ts';

describe('a number is taken over in the unit in which the page writes it, not rounded', () => {
	test.for<[value: number, format: (value: number) => string, taken: number, spreadsheet: string]>([
		[3035, count, 3035, '#,##0'],
		[0.083512345, (value) => percent(value), 8.3512345, '#,##0.00%'],
		[0.0004, (value) => percent(value, 1), 0.04, '#,##0.0%'],
		[1.5, (value) => percent(value, 0), 150, '#,##0%'],
		[0.018, points, 1.8, '#,##0.0'],
		[0.41234, (value) => decimal(value, 3), 0.41234, '#,##0.000'],
		[12, change, 12, '+#,##0;-#,##0;#,##0'],
		[-12, change, -12, '#,##0'],
		[38, gapCell, 38, '#,##0'],
		[-12, gapCell, -12, '#,##0;+#,##0;#,##0'],
		[0, gapCell, 0, '#,##0'],
		[83, dwellings, 83, '#,##0" woningen"'],
		[1, dwellings, 1, '#,##0" woningen"'],
		[
			-5,
			toGo,
			-5,
			'#,##0" woningen meer dan gevraagd";#,##0" woningen meer dan gevraagd";#,##0" woningen meer dan gevraagd"'
		],
		[0, toGo, 0, '#,##0'],
		[2022, String, 2022, '0']
	])('%d, %#', ([value, format, taken, spreadsheet]) => {
		const shape = shapeOf(value, format(value));
		expect(shape.value).toBe(taken);
		expect(spreadsheetFormat(shape)).toBe(spreadsheet);
	});

	test('whatever the share, the file holds the fraction and the page its rounding', () => {
		fc.assert(
			fc.property(fc.double({ min: -3, max: 3, noNaN: true }), (share) => {
				const shape = shapeOf(share, percent(share));
				expect(shape.value).toBeCloseTo(share * 100, 8);
				expect(spreadsheetValue(shape)).toBeCloseTo(share, 10);
			})
		);
		expect.assertions(200);
	});

	test('a count stays itself, however small', () => {
		fc.assert(
			fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (value) => {
				expect(shapeOf(value, count(value)).value).toBe(value);
			})
		);
		expect.assertions(100);
	});
});
