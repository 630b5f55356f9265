import { expect, test } from 'vitest';
import { addDays, householdsDate, isDay, yearBefore } from './dates.ts';

test('a stock on 31 December goes with the households of the next 1 January', () => {
	expect(householdsDate('2007-12-31')).toBe('2008-01-01');
});

test('a stock on any other day has no households that belong to it', () => {
	expect(householdsDate('2018-04-30')).toBeNull();
});

test.for([
	['2024-02-29', true],
	['2023-02-29', false],
	['2024-13-01', false],
	['31/12/2024', false],
	['0007-12-31', false],
	['2024-12-31T00', false]
] as const)('%s is a calendar day: %s', ([text, expected]) => {
	expect(isDay(text)).toBe(expected);
});

test('the day before New Year is in the old year', () => {
	expect(addDays('2019-01-01', -1)).toBe('2018-12-31');
});

test.for([
	['2024-12-31', '2023-12-31'],
	['2024-02-29', '2023-02-28'],
	['2025-02-28', '2024-02-28']
] as const)('a year before %s is %s, a real day', ([day, before]) => {
	expect(yearBefore(day)).toBe(before);
	expect(isDay(yearBefore(day))).toBe(true);
});
