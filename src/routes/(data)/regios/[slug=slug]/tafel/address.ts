/** Addresses of the table: a proposal is one, with the goal, the bounds and what stands beside it. */
import { writeExchanges, writeParts } from '#lib/domain/proposal-address.ts';
import type { Proposal } from '#lib/domain/proposal.ts';
import { PROPOSAL } from '#lib/text/proposal.ts';
import { changesTo } from '../../../../links.ts';

/** A proposal as the two parameters of an address. */
export const written = (proposal: Proposal) => ({
	parts: writeParts(proposal) || PROPOSAL.nothing,
	exchanges: writeExchanges(proposal)
});

/** The address of the table with this proposal, without what a form asked. */
export function addressWith(url: URL, proposal: Proposal): string {
	const { parts, exchanges } = written(proposal);
	return changesTo(url)({
		...withoutDeed(url),
		[PROPOSAL.parts]: parts,
		[PROPOSAL.exchanges]: exchanges || null
	});
}

/** The address with this proposal beside the one on the table; null puts none there. */
export function addressBeside(url: URL, beside: Proposal | null): string {
	const { parts, exchanges } = beside ? written(beside) : { parts: null, exchanges: null };
	return changesTo(url)({
		[PROPOSAL.besideParts]: parts,
		[PROPOSAL.besideExchanges]: exchanges || null
	});
}

/** What a form asks once, as nothing; so is every field that was left blank. */
const withoutDeed = ({ searchParams }: URL): Record<string, null> =>
	Object.fromEntries(
		[...searchParams]
			.filter(([name, value]) => value === '' || isOfDeed(name))
			.map(([name]) => [name, null])
	);

const OF_DEED: readonly string[] = [
	PROPOSAL.does,
	PROPOSAL.giver,
	PROPOSAL.taker,
	PROPOSAL.dwellings
];
const isOfDeed = (name: string): boolean =>
	OF_DEED.includes(name) || name.startsWith(PROPOSAL.part);

/** Somebody pasted the address of another proposal to put beside this one: where that one stands beside it; null if nobody did. */
export function pastedBeside(url: URL): string | null {
	const [, query] = url.searchParams.get(PROPOSAL.besideParts)?.split('?', 2) ?? [];
	if (query === undefined) return null;
	const other = new URLSearchParams(query);
	return changesTo(url)({
		[PROPOSAL.besideParts]: other.get(PROPOSAL.parts),
		[PROPOSAL.besideExchanges]: other.get(PROPOSAL.exchanges)
	});
}
