import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadsheetValue } from '#lib/server/formats/workbook.ts';
import { count, decimal, inPercent, percent } from '#lib/text/format.ts';
import { halfUp } from './rounding.ts';

/** A quotient of whole numbers times `factor`, half up at some decimals, by long division; with a decimal comma. */
function divided(over: number, under: number, factor: number, digits: number): string {
	const [size, negative] = [BigInt(Math.abs(over) * factor), over < 0];
	const scaled = (2n * size * 10n ** BigInt(digits) + BigInt(under)) / (2n * BigInt(under));
	const text = String(scaled).padStart(digits + 1, '0');
	const [whole, rest] = [text.slice(0, text.length - digits), text.slice(text.length - digits)];
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
	return `${negative && scaled > 0n ? '−' : ''}${grouped}${digits > 0 ? `,${rest}` : ''}`;
}

const DIGITS = [0, 1, 2] as const;
/** Counts of homes and households, and those whose quotient is a tie at a thousandth of a per cent. */
const ratios = fc.oneof(
	fc.tuple(fc.integer({ min: -9_000, max: 400_000 }), fc.integer({ min: 1, max: 4_000_000 })),
	fc
		.tuple(fc.integer({ min: 1, max: 30_000 }), fc.integer({ min: 1, max: 30 }))
		.map(([thousandths, times]) => [(2 * thousandths + 1) * times, 20_000 * times] as const)
);

test('a quotient shows what long division of its two whole numbers gives, half up', () => {
	fc.assert(
		fc.property(ratios, ([over, under]) => {
			fc.pre(Math.abs(over / under) < 10);
			for (const digits of DIGITS) {
				const exactly = divided(over, under, 100, digits);
				expect(percent(over / under, digits)).toBe(`${exactly}\u00a0%`);
				expect(inPercent(digits)(over / under)).toBe(`${exactly}\u00a0%`);
				expect(decimal((over / under) * 100, digits)).toBe(exactly);
				// A spreadsheet holds the fraction, and rounds the per cent that it shows from fifteen digits.
				const cell = spreadsheetValue({ value: (100 * over) / under, format: inPercent(digits) });
				expect(decimal(Number((cell * 100).toPrecision(15)), digits)).toBe(exactly);
			}
			expect(decimal(over / under, 3)).toBe(divided(over, under, 1, 3));
			expect(count(over / under)).toBe(divided(over, under, 1, 0));
		}),
		{ numRuns: 2000 }
	);
});

test('ties that floating point spoils', () => {
	expect(percent(97 / 80, 1)).toBe('121,3\u00a0%');
	expect(percent(0.03575)).toBe('3,58\u00a0%');
	expect(percent(143 / 4000)).toBe('3,58\u00a0%');
});

test('a whole number of homes is half away from zero', () => {
	expect([600.499_999_999_999_9, 2.5, -2.5, -0.2].map(halfUp)).toEqual([601, 3, -3, 0]);
	expect(Object.is(halfUp(-0.2), 0)).toBe(true);
});
