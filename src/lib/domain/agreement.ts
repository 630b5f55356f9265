/** What a region agreed on for itself: a proposal that its members accepted. Never law, and no objective. */
import type { Day } from './dates.ts';
import { readExchanges, readParts } from './proposal-address.ts';
import { proposalOf, type Proposal } from './proposal.ts';

/** Where a proposal is: kept to go on with, put to the members, accepted by them, or gone. */
export type ProposalState = 'draft' | 'on_the_table' | 'agreed' | 'withdrawn';

/** The states that can follow a state: what was agreed can only be taken back, and what is gone stays so. */
export const NEXT_STATES: Readonly<Record<ProposalState, readonly ProposalState[]>> = {
	draft: ['on_the_table', 'agreed', 'withdrawn'],
	on_the_table: ['agreed', 'withdrawn'],
	agreed: ['withdrawn'],
	withdrawn: []
};

/** A proposal as it was kept; it never changes, a better one takes its place. */
export interface KeptProposal {
	id: number;
	/** Slug. */
	region: string;
	name: string;
	organisation: string;
	/** Share to reach, in basis points. */
	goal: number;
	/** The day of the stock from which it is reckoned, and the 31 December by which the goal is to be reached. */
	on: Day;
	by: Day;
	/** As an address writes them. */
	parts: string;
	exchanges: string;
	/** The one that it took the place of. */
	predecessor: number | null;
}

/** That a proposal was agreed on, or that this was taken back. */
export interface AgreementStep extends KeptProposal {
	/** Number of the step. */
	step: number;
	state: 'agreed' | 'withdrawn';
	/** The day of the decision, and the one from which the site knows it. */
	agreedOn: Day;
	knownFrom: Day;
	/** Why, or where it stands. */
	because: string | null;
}

/** What each region has agreed on, as known on a day, by its slug: of several the one that was decided last. */
export function agreementsOn(
	steps: readonly AgreementStep[],
	known: Day
): Map<string, AgreementStep> {
	const last = new Map<number, AgreementStep>();
	for (const step of steps) if (step.knownFrom <= known) last.set(step.id, step);
	const agreed = [...last.values()].filter(({ state }) => state === 'agreed');
	const inOrder = agreed.sort((a, b) =>
		a.agreedOn === b.agreedOn ? a.step - b.step : a.agreedOn < b.agreedOn ? -1 : 1
	);
	return new Map(inOrder.map((one) => [one.region, one]));
}

/** The parts and exchanges that were kept. */
export const proposalKept = ({
	parts,
	exchanges
}: Pick<KeptProposal, 'parts' | 'exchanges'>): Proposal => ({
	...proposalOf(readParts(parts) ?? []),
	exchanges: readExchanges(exchanges) ?? []
});
