import type { Day } from '#lib/domain/dates.ts';
import { MONTHS } from '#lib/text/format.ts';

/**
 * Days that a Dutch text names, and whether they lie after the day on which it is told.
 */

const two = (number: number | string): string => String(number).padStart(2, '0');

/** How a day is written, and what it is; a month or a year alone is its first day. */
const FORMS: readonly (readonly [RegExp, (...parts: string[]) => Day])[] = [
	[
		new RegExp(`\\b(\\d{1,2}) (${MONTHS.join('|')}) (\\d{4})\\b`, 'g'),
		(day = '', month = '', year = '') => `${year}-${two(MONTHS.indexOf(month) + 1)}-${two(day)}`
	],
	[
		new RegExp(`\\b(${MONTHS.join('|')}) (\\d{4})\\b`, 'g'),
		(month = '', year = '') => `${year}-${two(MONTHS.indexOf(month) + 1)}-01`
	],
	[/\b(\d{2})\/(\d{2})\/(\d{4})\b/g, (day, month, year) => `${year}-${month}-${day}`],
	[/\b(\d{4}-\d{2}-\d{2})\b/g, (day = '') => day],
	[/\b(19\d{2}|20\d{2})\b/g, (year) => `${year}-01-01`]
];

/** What is still to come and is called so: «tegen 2040», «tot en met 2025», «vanaf 2026». */
const AHEAD = /\b(tegen|tot|vanaf)( en met)?( eind)? $/;

const blank = (text: string): string => ' '.repeat(text.length);

/** A text without the periods that are still to begin, or that are those of a plan. */
const withoutPlans = (text: string, day: Day): string =>
	text
		.replace(/(?<=\b(plan|ontwerp)\w* voor )\d{4}-\d{4}\b/g, blank)
		.replace(/\b(\d{4})-\d{4}\b/g, (period, from: string) =>
			from > day.slice(0, 4) ? blank(period) : period
		);

/**
 * The days in a text that lie after another day, plans aside.
 * @param planned days that what was known then sets itself
 */
export function laterDays(text: string, day: Day, planned: ReadonlySet<Day>): string[] {
	const years = new Set([...planned].map((one) => one.slice(0, 4)));
	let rest = withoutPlans(text, day);
	const found: string[] = [];
	for (const [form, dayOf] of FORMS)
		for (const named of rest.matchAll(form)) {
			const [words, ...parts] = named;
			const lies = dayOf(...parts);
			const isAhead = AHEAD.test(text.slice(0, named.index));
			if (lies > day && !planned.has(lies) && !years.has(words) && !isAhead) found.push(words);
			rest = rest.replace(words, blank(words));
		}
	return found;
}
