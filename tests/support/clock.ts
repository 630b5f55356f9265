import { vi } from 'vitest';
import type { Day } from '#lib/domain/dates.ts';

/** Does something as if it were noon of another day; timers run on. */
export async function onDay<Done>(day: Day, work: () => Promise<Done>): Promise<Done> {
	vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${day}T11:00:00Z`) });
	try {
		return await work();
	} finally {
		vi.useRealTimers();
	}
}
