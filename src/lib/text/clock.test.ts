import { expect, test } from 'vitest';
import { clock } from './clock.ts';

test('a moment is told as the clock in Brussels has it, in winter and in summer', () => {
	expect(clock(new Date('2026-11-26T13:32:00Z'))).toBe('26 november 2026 om 14:32');
	expect(clock(new Date('2026-07-01T22:05:00Z'))).toBe('2 juli 2026 om 00:05');
});
