/** How a number is written, and what a spreadsheet needs to write the same one. */
export interface NumberFormat extends Written {
	(value: number): string;
}

interface Written {
	/** What stands behind the number: `%`, `woningen`, or nothing. */
	readonly unit: string;
	readonly decimals: number;
	/** A hundred for a fraction that is written in per cent or in percentage points. */
	readonly factor: 1 | 100;
	/** Whether thousands are set apart. */
	readonly grouped: boolean;
	/** Whether a `+` stands before a number above zero. */
	readonly plus: boolean;
	/** Whether a number below zero stands without its minus, for what is more than was asked. */
	readonly turned: boolean;
	/** What such a number says behind its unit. */
	readonly turnedWords: string;
}

const PLAIN: Written = {
	unit: '',
	decimals: 0,
	factor: 1,
	grouped: true,
	plus: false,
	turned: false,
	turnedWords: ''
};

/** A way of writing numbers, with what makes it other than a plain count. */
export const numberFormat = (
	write: (value: number) => string,
	how: Partial<Written> = {}
): NumberFormat => Object.assign((value: number) => write(value), { ...PLAIN, ...how });
