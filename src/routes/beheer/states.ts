/** Where a publication is in its life, in words. */
import { partReplaced } from '#lib/text/since.ts';
import type { LifeState, WithState } from '#lib/server/tasks/publication-tasks.ts';

export const STATE_WORDS: Record<LifeState, string> = {
	draft: 'ontwerp, nog niet vrijgegeven',
	planned: 'vrijgave gepland',
	released: 'vrijgegeven',
	superseded: 'vervangen door een latere',
	withdrawn: 'ingetrokken'
};

/** The same, with how much of it later ones replaced where that is not all. */
export const stateWords = ({ state, part }: Pick<WithState, 'state' | 'part'>): string =>
	state === 'released' && part && part.replaced > 0
		? `${STATE_WORDS.released}, ${partReplaced(part.replaced, part.figures)} vervangen`
		: STATE_WORDS[state];
