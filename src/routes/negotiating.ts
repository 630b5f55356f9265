/** What a region negotiates over, and the proposals that an address puts on its table. */
import type { Proposal } from '#lib/domain/proposal.ts';
import type { DivisionStanding } from '#lib/server/standing/division.ts';
import { negotiationOf, proposalIn, strangersIn } from '#lib/server/standing/negotiation.ts';
import { byTown } from '#lib/text/format.ts';
import { divisionIn, proposalsIn, question, regionIn } from './question.ts';

/** The table at an address; without a share to reach, or with nothing to divide, nothing lies on it. */
export async function tableIn(url: URL, slug: string) {
	const asking = await question(url);
	const { database, facts, moment } = asking;
	const region = regionIn(url, facts, slug);
	const { asked, standing: coming } = divisionIn(url, database, moment, region);
	const proposals = proposalsIn(url, asked.key);
	const division = await coming;
	if (division) sortByName(division);
	const isDivided = (division?.shortfall.value ?? 0) > 0;
	const negotiation =
		division && isDivided ? await negotiationOf(database, moment, division) : null;
	const now: Proposal | null = negotiation && proposalIn(negotiation, proposals.now);
	return {
		...asking,
		...{ region, asked, division, negotiation, now },
		beside: negotiation && proposals.beside && proposalIn(negotiation, proposals.beside),
		strangers: negotiation ? strangersIn(negotiation, proposals.now) : []
	};
}

/** Towns by name, with the part of each in every key. */
export function sortByName(standing: DivisionStanding) {
	standing.towns.sort(byTown);
	for (const key of standing.keys) key.parts.sort(byTown);
}
