/** Where a publication is in its life, in words. */
import type { LifeState } from '#lib/server/tasks/publication-tasks.ts';

export const STATE_WORDS: Record<LifeState, string> = {
	draft: 'ontwerp, nog niet vrijgegeven',
	planned: 'vrijgave gepland',
	released: 'vrijgegeven',
	superseded: 'vervangen door een latere',
	withdrawn: 'ingetrokken'
};
