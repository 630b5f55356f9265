/** How a proposal is written in an address, short: `34022-120,34027-35`, and who builds for whom: `34022-34027-10`. */
import { exchanged, proposalOf, type Exchange, type Proposal, type Seat } from './proposal.ts';

const PART = /^(\d{5})-(\d{1,6})$/;
const EXCHANGE = /^(\d{5})-(\d{5})-(\d{1,6})$/;

/** `34022-120,34027-35`; empty when nobody takes any. */
export const writeParts = ({ parts }: Proposal): string =>
	[...parts].map(([nis, part]) => `${nis}-${part}`).join(',');

/** `34022-34027-10`: Kortrijk builds ten of Kuurne; empty without exchanges. */
export const writeExchanges = ({ exchanges }: Proposal): string =>
	exchanges.map(({ taker, giver, dwellings }) => `${taker}-${giver}-${dwellings}`).join(',');

/** The parts of an address; null when it is none. */
export function readParts(text: string): Map<string, number> | null {
	const read = text.split(',').map((one) => PART.exec(one));
	return read.includes(null)
		? null
		: new Map(read.map((found) => [found?.[1] ?? '', Number(found?.[2])]));
}

/** The exchanges of an address; null when they are none. */
export function readExchanges(text: string): Exchange[] | null {
	if (text === '') return [];
	const read = text.split(',').map((one) => EXCHANGE.exec(one));
	return read.includes(null)
		? null
		: read.map((found) => ({
				taker: found?.[1] ?? '',
				giver: found?.[2] ?? '',
				dwellings: Number(found?.[3])
			}));
}

/** The proposal that an address means among these members: what it says of others counts for nothing. */
export function proposalAmong(
	seats: readonly Pick<Seat, 'nis' | 'households'>[],
	parts: ReadonlyMap<string, number>,
	exchanges: readonly Exchange[]
): Proposal {
	const open = seats.map(({ nis, households }) => ({ nis, households, min: null, max: null }));
	const own = open.flatMap(({ nis }) => {
		const part = parts.get(nis);
		return part === undefined ? [] : [[nis, part] as const];
	});
	return exchanges.reduce((proposal, one) => exchanged(proposal, open, one), proposalOf(own));
}
