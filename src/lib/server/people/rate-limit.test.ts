import { expect, test } from 'vitest';
import { RateLimit } from './rate-limit.ts';

test('one visitor is held up after some attempts and takes nothing from others, all together after more, and a new window begins anew', () => {
	const limit = new RateLimit({ each: 2, all: 3, window: 1_000 });
	const taken = (visitor: string, now: number) => limit.take(visitor, now);
	expect([taken('a', 5_000), taken('a', 5_001), taken('a', 5_002)]).toEqual([true, true, false]);
	expect([taken('b', 5_003), taken('b', 5_004)]).toEqual([true, false]);
	expect(taken('c', 5_005)).toBe(false);
	expect(taken('b', 6_000)).toBe(true);
});
