import { addDays, type Day } from '#lib/domain/dates.ts';
import { day } from './format.ts';

/** The series of the release calendar. */
export const SERIES_WORDS: Readonly<Record<string, string>> = {
	measurement: 'Jaarlijkse meting',
	progress_test: 'Voortgangstoets',
	baseline: 'Nieuwe nulmeting',
	households: 'Huishoudens'
};

/** Where a day of the calendar comes from. */
export const BASIS_WORDS = {
	law: 'Wet',
	decision: 'Beslissing',
	pattern: 'Zoals vroeger',
	expectation: 'Eigen verwachting'
} as const;

/** The day after the last one on which it was in time. */
export const lateSince = (expectedBy: Day): string =>
	`te laat sinds ${day(addDays(expectedBy, 1))}`;
