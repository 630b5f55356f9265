import { outcomeOfProposal } from '#lib/domain/negotiation.ts';
import { shortfallSentence } from '#lib/text/division.ts';
import { assignedSentence } from '#lib/text/proposal.ts';
import type { Tell } from '../../../../told.ts';
import type { PageData } from './$types.js';

/** What this page says first. */
export const tell: Tell<PageData> = ({ region, division, negotiation, now }) => {
	const outcome = negotiation && now && outcomeOfProposal(negotiation, now);
	return {
		answer: division
			? shortfallSentence(region.name, division.shortfall, division.scenario)
			: `Welk aandeel sociale huur wil ${region.name} halen?`,
		...(outcome && {
			lead: assignedSentence(outcome.assigned, outcome.left, negotiation.shortfall)
		}),
		scenario: true
	};
};
