import { yearOf, type Day } from '#lib/domain/dates.ts';

/** The last year-end that practice figures are made for. */
export const LAST_YEAR = 2024;

/** The years from one to another, both included. */
export const yearsBetween = (first: number, last: number): number[] =>
	Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** 1 January of a year. */
export const newYear = (year: number): Day => `${year}-01-01`;

/** The year-end nearest to a day. */
export const nearestYearEnd = (day: Day): number =>
	day.slice(5) < '07-01' ? yearOf(day) - 1 : yearOf(day);

/** The last year-end on or before a day: what a figure of that day can have measured. */
export const yearEndBefore = (day: Day): number =>
	day.endsWith('-12-31') ? yearOf(day) : yearOf(day) - 1;
