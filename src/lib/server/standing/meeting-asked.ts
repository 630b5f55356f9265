import type { Day } from '#lib/domain/dates.ts';
import { PART_WORDS, type PackPart } from '#lib/text/meeting.ts';
import { PACK } from '../asked/page-questions.ts';
import { ask, MalformedParameterError, namesIn, unreadable } from '../asked/parameter.ts';
import { DIVISION, ROAD, type DivisionAsked, type RoadAsked } from '../asked/questions.ts';
import type { Reference } from '../reference/reference.ts';
import type { Moment } from './moment.ts';

/** Every part of a pack, in the order in which they are printed. */
export const PACK_PARTS = Object.keys(PART_WORDS) as readonly PackPart[];

/** What an address says of a meeting pack. */
export interface PackAsked {
	/** In the order in which they are printed; all of them when the address names none. */
	parts: readonly PackPart[];
	/** NIS codes of the municipalities that get a sheet, in order; null is all members. */
	members: readonly string[] | null;
	/** Day of the previous meeting; null when nobody says. */
	since: Day | null;
	/** The road and the division of the scenario. */
	road: RoadAsked;
	division: DivisionAsked;
}

/**
 * Reads what an address says of a meeting pack.
 * @throws MalformedParameterError for an unknown part, a code that no municipality ever had, a day that is none or lies after
 * the day as known on which the pack is shown, and a scenario that is none
 */
export function readPack(
	{ places }: Reference,
	address: URLSearchParams,
	{ known }: Pick<Moment, 'known'>
): PackAsked {
	const { parts, members, since } = ask(PACK, 'page', address);
	const names = namesIn('page', PACK);
	if (since && since > known)
		throw new MalformedParameterError({ name: names.since, detail: `${since} > ${known}` });
	const unknown = members?.find((code) => !places.byCode.has(code));
	if (unknown !== undefined) throw unreadable(names.members, unknown, 'NIS: 34022,34027');
	return {
		parts: parts?.length ? PACK_PARTS.filter((part) => parts.includes(part)) : PACK_PARTS,
		members: members?.length ? members.toSorted() : null,
		since,
		road: ask(ROAD, 'page', address),
		division: ask(DIVISION, 'page', address)
	};
}
