/** The states of a proposal, as words. */
import type { ProposalState } from '#lib/domain/agreement.ts';

export const STATE_WORDS: Readonly<Record<ProposalState, string>> = {
	draft: 'ontwerp',
	on_the_table: 'op tafel',
	agreed: 'afgesproken',
	withdrawn: 'ingetrokken'
};

export const isProposalState = (text: string): text is ProposalState =>
	Object.hasOwn(STATE_WORDS, text);
