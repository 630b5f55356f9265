import { expect, test } from 'vitest';
import { lastVersionBy } from './as-known.ts';

const facts = (...days: string[]) => {
	const events = days.map((day, at) => ({ version: at + 1, day, entered: true }));
	return { events };
};

test.for([
	['2026-11-02', 3, 'the last of several of one day'],
	['2026-11-05', 3, 'a day without an event: that of the day before it'],
	['2026-11-09', 4, 'the newest one'],
	['2031-01-01', 4, 'a day that is still to come: the newest one'],
	['2020-01-01', 0, 'before the first event: none']
] as const)('the last version of %s is %i: %s', ([day, version]) =>
	expect(lastVersionBy(facts('2026-11-01', '2026-11-02', '2026-11-02', '2026-11-09'), day)).toBe(
		version
	)
);

test('before anything was sealed there is no version', () =>
	expect(lastVersionBy(facts(), '2026-11-02')).toBe(0));
