import { expect, test } from 'vitest';
import { lateSince } from './calendar.ts';

test('a publication is late from the day after its last day', () => {
	expect(lateSince('2026-07-15')).toBe('te laat sinds 16/07/2026');
	expect(lateSince('2026-12-31')).toBe('te laat sinds 01/01/2027');
});
