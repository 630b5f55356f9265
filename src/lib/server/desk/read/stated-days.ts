import { isDay, type Day } from '#lib/domain/dates.ts';

const MONTHS = [
	['januari', 'jan'],
	['februari', 'feb'],
	['maart', 'mrt'],
	['april', 'apr'],
	['mei'],
	['juni', 'jun'],
	['juli', 'jul'],
	['augustus', 'aug'],
	['september', 'sep', 'sept'],
	['oktober', 'okt'],
	['november', 'nov'],
	['december', 'dec']
];
const NUMERIC = /(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?!\d)/g;
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g;
const WORDS = new RegExp(
	`(?<!\\d)(\\d{1,2})\\s+(${MONTHS.flat().join('|')})\\.?\\s+(\\d{4})(?!\\d)`,
	'gi'
);

/** The days that a title or header names: 31/12/2021, 31-12-2021, 2021-12-31, 31 december 2021; dd/mm as in Flanders. */
export function statedDays(text: string): Day[] {
	const found = [
		...[...text.matchAll(ISO)].map(([, year, month, day]) => dayOf(year, month, day)),
		...[...text.matchAll(NUMERIC)].map(([, day, month, year]) => dayOf(year, month, day)),
		...[...text.matchAll(WORDS)].map(([, day, word = '', year]) => dayOf(year, monthOf(word), day))
	];
	return [...new Set(found.flatMap((day) => day ?? []))];
}

const monthOf = (word: string): string =>
	String(MONTHS.findIndex((names) => names.includes(word.toLowerCase())) + 1);

function dayOf(year = '', month = '', day = ''): Day | null {
	const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	return isDay(iso) ? iso : null;
}

/** A text without the days that it names; years by themselves stay. */
export const withoutStatedDays = (text: string): string =>
	text.replace(ISO, ' ').replace(NUMERIC, ' ').replace(WORDS, ' ');

/** A text without the days and years that it names. */
export const withoutDays = (text: string): string =>
	withoutStatedDays(text).replace(/(?<!\d)(19|20)\d{2}(?!\d)/g, ' ');

/** The years that a text names by themselves, outside any day. */
export const statedYears = (text: string): number[] =>
	[...withoutStatedDays(text).matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)].map(([year]) =>
		Number(year)
	);
