import type { DivisionKey } from '#lib/domain/division.ts';
import type { Deed } from '#lib/domain/negotiation.ts';
import type { Exchange } from '#lib/domain/proposal.ts';
import { readExchanges, readParts } from '#lib/domain/proposal-address.ts';
import { KEY_WORDS } from '#lib/text/division.ts';
import { DEEDS, PROPOSAL } from '#lib/text/proposal.ts';
import { bySlug } from '#lib/text/words.ts';
import { DWELLINGS, matching, word } from '../asked/notations.ts';
import { ask, each, one, type Reading } from '../asked/parameter.ts';
import { CODE } from '../asked/questions.ts';

/** What an address says of a proposal: the parts that a key gives, or its own. */
export interface ProposalAsked {
	parts: DivisionKey | ReadonlyMap<string, number>;
	exchanges: readonly Exchange[];
}

const PARTS: Reading<ProposalAsked['parts']> = {
	read: (text) =>
		text === PROPOSAL.nothing ? new Map() : (bySlug(KEY_WORDS, text) ?? readParts(text)),
	expected: '34022-120,34027-35'
};
const EXCHANGES: Reading<readonly Exchange[]> = {
	read: readExchanges,
	expected: '34022-34027-10'
};
/** The field of a member; an emptied one is no dwellings. */
const PART = new RegExp(`^${PROPOSAL.part}(\\d{5})$`);
const TOWN = matching(CODE, '34022');

/** Proposals, and what a form asks to do with the first. */
const PROPOSALS = {
	parts: one({ page: PROPOSAL.parts, as: PARTS }),
	exchanges: one({ page: PROPOSAL.exchanges, as: EXCHANGES }),
	besideParts: one({ page: PROPOSAL.besideParts, as: PARTS }),
	besideExchanges: one({ page: PROPOSAL.besideExchanges, as: EXCHANGES })
};
const DEED = {
	given: each({
		takes: new RegExp(`^${PROPOSAL.part}`),
		of: PART,
		expected: `${PROPOSAL.part}34022`,
		as: DWELLINGS,
		from: (parts) => new Map(parts.map(([[nis = ''], dwellings]) => [nis, dwellings]))
	}),
	does: one({
		page: PROPOSAL.does,
		as: word(Object.keys(DEEDS) as (keyof typeof DEEDS)[], (deed) => DEEDS[deed])
	}),
	giver: one({ page: PROPOSAL.giver, as: TOWN }),
	taker: one({ page: PROPOSAL.taker, as: TOWN }),
	dwellings: one({ page: PROPOSAL.dwellings, as: DWELLINGS })
};

/**
 * Reads the proposal of an address, what it begins with where it says nothing; and the one that is put beside it, null
 * without one.
 * @throws MalformedParameterError for anything but parts and exchanges
 */
export function readProposals(
	address: URLSearchParams,
	beginning: DivisionKey
): { now: ProposalAsked; beside: ProposalAsked | null } {
	const { parts, exchanges, besideParts, besideExchanges } = ask(PROPOSALS, 'page', address);
	return {
		now: { parts: parts ?? beginning, exchanges: exchanges ?? [] },
		beside: besideParts && { parts: besideParts, exchanges: besideExchanges ?? [] }
	};
}

/**
 * Reads what a form asks to do; null when it asks nothing.
 * @throws MalformedParameterError for a number, code or deed that is none
 */
export function readDeed(address: URLSearchParams): Deed | null {
	const { given, does, giver, taker, dwellings } = ask(DEED, 'page', address);
	const towns = [...address.keys()].flatMap((name) => PART.exec(name)?.[1] ?? []);
	const parts = new Map(towns.map((nis) => [nis, given.get(nis) ?? 0]));
	const exchange = giver && taker ? { giver, taker, dwellings: dwellings ?? 0 } : null;
	return parts.size > 0 || does ? { parts, does, exchange } : null;
}
