/**
 * Significant digits of a number that is shown. A quotient of two counts below 4,000,000, in per cent and below 1,000, that
 * is no tie at two decimals lies at least 1.25e-9 from one, and a double holds it to 1e-13: cut to twelve digits, exactly
 * the quotients that are a tie come out as one. So what is shown is what long division of the two whole numbers gives.
 */
const SHOWN_DIGITS = 12;

/** A number without what floating point left behind its twelfth digit: 0.03575 × 100 is 3.575, not 3.5749999999999997. */
export const withoutNoise = (value: number): number => Number(value.toPrecision(SHOWN_DIGITS));

/** A number rounded to the nearest whole one, half away from zero; never a negative zero. */
export const halfUp = (value: number): number => {
	const size = Math.round(Math.abs(withoutNoise(value)));
	return size === 0 ? 0 : Math.sign(value) * size;
};
