/** How days, numbers and words are written in an address. */
import { endOfYear, isDay, type Day } from '#lib/domain/dates.ts';
import { BASIS_POINTS } from '#lib/domain/share.ts';
import type { Form, Notation } from './parameter.ts';

type ByForm<Value> = Readonly<Record<Form, Notation<Value>>>;

/** A text of which `read` makes something, and which is written as it is. */
const shaped = <Value extends string | number>(
	read: (text: string) => Value | null,
	expected: string
): Notation<Value> => ({ read, write: String, expected });

const isoDay = (expected: string) => shaped<Day>((text) => (isDay(text) ? text : null), expected);

/** `2024-12-31`. */
export const DAY: ByForm<Day> = {
	page: isoDay('JJJJ-MM-DD / YYYY-MM-DD'),
	api: isoDay('YYYY-MM-DD')
};

/** Any text. */
export const TEXT = shaped<string>((text) => text, '…');

/** A text that looks in some way. */
export const matching = (pattern: RegExp, expected = pattern.source) =>
	shaped<string>((text) => (pattern.test(text) ? text : null), expected);

/** A whole number within bounds. */
export const whole = (least: number, most: number) =>
	shaped<number>((text) => {
		const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
		return value >= least && value <= most ? value : null;
	}, `${least} – ${most}`);

/** A whole number of dwellings. */
export const DWELLINGS = whole(0, 999_999);

/** A relative size from 0 to 9999 with at most four decimals. */
export const WEIGHT = shaped<number>(
	(text) => (/^\d{1,4}([.,]\d{1,4})?$/.test(text) ? Number(text.replace(',', '.')) : null),
	'0 – 9999'
);

function basisPointsIn(shape: RegExp, text: string, scale: number): number | null {
	const basisPoints = shape.test(text) ? Math.round(Number(text) * scale) : 0;
	return basisPoints > 0 && basisPoints <= BASIS_POINTS ? basisPoints : null;
}

/** Above 0 up to 1, as basis points: `11`, `11,5` or `11.25` per cent; in the API `0.1125`. */
export const SHARE: ByForm<number> = {
	page: {
		read: (text) => basisPointsIn(/^\d{1,3}([.,]\d{1,2})?$/, text.replace(',', '.'), 100),
		write: (basisPoints) => `${basisPoints / 100}`,
		expected: '11 of 11,5'
	},
	api: {
		read: (text) => basisPointsIn(/^[01](\.\d{1,4})?$/, text, BASIS_POINTS),
		write: (basisPoints) => `${basisPoints / BASIS_POINTS}`,
		expected: 'a fraction, as 0.11'
	}
};

/** A 31 December, for a stock of another day has no households to go with: `2030`; in the API `2030-12-31`. */
export const YEAR_END: ByForm<Day> = {
	page: {
		read(text) {
			const day = /^\d{4}$/.test(text) ? endOfYear(Number(text)) : '';
			return isDay(day) ? day : null;
		},
		write: (day) => day.slice(0, 4),
		expected: 'een jaar, zoals 2030'
	},
	api: shaped<Day>(
		(text) => (isDay(text) && text.endsWith('-12-31') ? text : null),
		'a 31 December, as 2030-12-31'
	)
};

/** A word of a closed list. */
export const word = <const Word extends string>(
	all: readonly Word[],
	slugOf: (one: Word) => string = String
): Notation<Word> => ({
	read: (text) => all.find((one) => slugOf(one) === text) ?? null,
	write: slugOf,
	expected: all.map(slugOf).join(' | ')
});

/** The same for words that have a Dutch one each. */
export const slug = <const Word extends string>(
	words: Readonly<Record<Word, { slug: string }>>
): Notation<Word> => word(Object.keys(words) as Word[], (one) => words[one].slug);
