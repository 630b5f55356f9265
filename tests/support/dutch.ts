/** `2024-12-31` as a page writes it. */
export const dutchDay = (day: string): string => day.split('-').reverse().join('/');

const formats = [0, 1, 2, 3].map(
	(digits) =>
		new Intl.NumberFormat('nl-BE', { minimumFractionDigits: digits, maximumFractionDigits: digits })
);

/** A number as a page writes it: `1.234`, `−3`, `4,54`. */
export const dutch = (value: number, digits: 0 | 1 | 2 | 3 = 0): string =>
	(formats[digits]?.format(value) ?? '').replace(/^-(?=[0,]*$)/, '').replace(/^-/, '−');

/** A change as a page writes it: `+12`, `−3`, `0`. */
export const signed = (value: number): string => (value > 0 ? `+${dutch(value)}` : dutch(value));

/** Names in a sentence: `Genk, As en Zutendaal`. */
export const listed = (names: readonly string[]): string =>
	new Intl.ListFormat('nl-BE').format(names);
