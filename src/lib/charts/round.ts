/** Places in a drawing need no more than this, and every digit is sent to the reader. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Rounds to two decimals. */
const hundredth = (value: number): number => Math.round(value * 100) / 100;

/** A part of a whole in per cent, to two decimals. */
export const percentOf = (part: number, whole: number): number => hundredth((part / whole) * 100);
