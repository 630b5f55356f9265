import type { DivisionKey } from '#lib/domain/division.ts';
import type { Deed } from '#lib/domain/negotiation.ts';
import type { Exchange } from '#lib/domain/proposal.ts';
import { readExchanges, readParts } from '#lib/domain/proposal-address.ts';
import { KEY_WORDS } from '#lib/text/division.ts';
import { DEEDS, PROPOSAL } from '#lib/text/proposal.ts';
import { bySlug } from '#lib/text/words.ts';
import { DWELLINGS } from './division-asked.ts';
import { MalformedParameterError } from './moment.ts';
import { readNotation, type Notation } from './scenario.ts';

/** What an address says of a proposal: the parts that a key gives, or its own. */
export interface ProposalAsked {
	parts: DivisionKey | ReadonlyMap<string, number>;
	exchanges: readonly Exchange[];
}

const PARTS: Notation<ProposalAsked['parts']> = {
	read: (text) =>
		text === PROPOSAL.nothing ? new Map() : (bySlug(KEY_WORDS, text) ?? readParts(text)),
	write: String,
	expected: '34022-120,34027-35'
};
const EXCHANGES: Notation<Exchange[]> = {
	read: readExchanges,
	write: String,
	expected: '34022-34027-10'
};
const CODE: Notation<string> = {
	read: (text) => (/^\d{5}$/.test(text) ? text : null),
	write: String,
	expected: '34022'
};
const DEED: Notation<keyof typeof DEEDS> = {
	read: (text) =>
		(Object.keys(DEEDS) as (keyof typeof DEEDS)[]).find((deed) => DEEDS[deed] === text) ?? null,
	write: (deed) => DEEDS[deed],
	expected: Object.values(DEEDS).join(' | ')
};

/**
 * Reads the proposal of an address: what it begins with where it says nothing, and none beside it.
 * @throws MalformedParameterError for anything but parts and exchanges
 */
export function readProposal(parameters: URLSearchParams, beginning: DivisionKey): ProposalAsked {
	const { parts, exchanges } = PROPOSAL;
	return {
		parts: readNotation(parameters, parts, PARTS) ?? beginning,
		exchanges: readNotation(parameters, exchanges, EXCHANGES) ?? []
	};
}

/** The same of the one that is put beside it; null without one. */
export function readBeside(parameters: URLSearchParams): ProposalAsked | null {
	const { besideParts, besideExchanges } = PROPOSAL;
	const parts = readNotation(parameters, besideParts, PARTS);
	return parts && { parts, exchanges: readNotation(parameters, besideExchanges, EXCHANGES) ?? [] };
}

/**
 * Reads what a form asks to do; null when it asks nothing.
 * @throws MalformedParameterError for a number, code or deed that is none
 */
export function readDeed(parameters: URLSearchParams): Deed | null {
	const fields = [...parameters.keys()].filter((name) => name.startsWith(PROPOSAL.part));
	const odd = fields.find((name) => !/^\d{5}$/.test(name.slice(PROPOSAL.part.length)));
	if (odd) throw new MalformedParameterError(odd, `${odd.slice(0, 40)} (${PROPOSAL.part}34022)`);
	const parts = fields.map((name): [string, number] => [
		name.slice(PROPOSAL.part.length),
		readNotation(parameters, name, DWELLINGS) ?? 0
	]);
	const does = readNotation(parameters, PROPOSAL.does, DEED);
	const exchange = readPair(parameters);
	return fields.length > 0 || does ? { parts: new Map(parts), does, exchange } : null;
}

function readPair(parameters: URLSearchParams): Exchange | null {
	const giver = readNotation(parameters, PROPOSAL.giver, CODE);
	const taker = readNotation(parameters, PROPOSAL.taker, CODE);
	const dwellings = readNotation(parameters, PROPOSAL.dwellings, DWELLINGS) ?? 0;
	return giver && taker ? { giver, taker, dwellings } : null;
}
