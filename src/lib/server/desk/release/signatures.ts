/** Who signed the chain, and whether each signature fits. */
import type { Selectable } from 'kysely';
import { isSigned, type KnownKeys } from '../../database/chain-keys.ts';
import type { ChainEntryTable } from '../../database/schema.ts';

type Link = Selectable<ChainEntryTable>;

/** How many links a key signed, or none did. */
export interface Signatures {
	/** The public key; null: of links from before they were signed. */
	key: string | null;
	/** For whom, each once. */
	by: string[];
	links: number;
}

/** Who signed how many links, in the order of the chain. */
export function signaturesOf(links: readonly Link[]): Signatures[] {
	const groups = Map.groupBy(links, ({ signed_by }) => signed_by);
	return [...groups].map(([key, own]) => ({
		key,
		by: [...new Set(own.flatMap(({ made_by }) => made_by ?? []))],
		links: own.length
	}));
}

/**
 * Why the signatures of a chain do not hold; null when they do. Links of before the first signature need none, unless the
 * keys say that they must have one: else whoever takes all signatures away could write any chain.
 */
export function signatureProblem(
	links: readonly Link[],
	{ known, from, path }: KnownKeys
): string | null {
	const first = links.find(({ signature }) => signature !== null)?.position ?? Infinity;
	for (const { position, link, signature, signed_by, made_by } of links) {
		if (signature === null || signed_by === null || made_by === null) {
			if (position < Math.min(first, from)) continue;
			return `Entry ${position} is not signed, and from entry ${Math.min(first, from)} on each must be.`;
		}
		if (!isSigned(link, { signature, signed_by, made_by }))
			return `The signature of entry ${position} is not one of its link by the key ${signed_by}.`;
		if (known.length > 0 && !known.includes(signed_by))
			return (
				`Entry ${position} is signed with the key ${signed_by}, which ${path ?? 'this process'} does not hold: ` +
				'the chain was signed anew, or by a server with keys of its own.'
			);
	}
	return null;
}
