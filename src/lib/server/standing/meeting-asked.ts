import type { Day } from '#lib/domain/dates.ts';
import { PART_WORDS, type PackPart } from '#lib/text/meeting.ts';
import { bySlug } from '#lib/text/words.ts';
import type { Reference } from '../reference/reference.ts';
import { PAGE_DIVISION, readDivision, type DivisionAsked } from './division-asked.ts';
import { MalformedParameterError, readDay, type Moment } from './moment.ts';
import { PAGE_ROAD, readRoad, type RoadAsked } from './road-asked.ts';

/** Names of the parameters of a meeting pack in the address of a page. */
export const PAGE_PACK = { parts: 'delen', members: 'leden', since: 'sinds' };

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
 * Reads what an address says of a meeting pack. Lists may be written with commas or as several parameters.
 * @throws MalformedParameterError for an unknown part, a code that no municipality ever had, a day that is none or lies after
 * the day as known on which the pack is shown, and a scenario that is none
 */
export function readPack(
	facts: Reference,
	parameters: URLSearchParams,
	{ known }: Pick<Moment, 'known'>
): PackAsked {
	const since = readDay(parameters, PAGE_PACK.since);
	if (since && since > known)
		throw new MalformedParameterError(PAGE_PACK.since, `${PAGE_PACK.since}: ${since} > ${known}`);
	return {
		parts: readParts(parameters),
		members: readMembers(facts, parameters),
		since,
		road: readRoad(parameters, PAGE_ROAD),
		division: readDivision(parameters, PAGE_DIVISION)
	};
}

function readParts(parameters: URLSearchParams): readonly PackPart[] {
	const named = listIn(parameters, PAGE_PACK.parts).map((slug) => {
		const part = bySlug(PART_WORDS, slug);
		if (part) return part;
		const known = PACK_PARTS.map((one) => PART_WORDS[one].slug).join(' | ');
		throw refused(PAGE_PACK.parts, slug, known);
	});
	return named.length === 0 ? PACK_PARTS : PACK_PARTS.filter((part) => named.includes(part));
}

function readMembers({ places }: Reference, parameters: URLSearchParams): string[] | null {
	const codes = listIn(parameters, PAGE_PACK.members);
	const unknown = codes.find((code) => !places.byCode.has(code));
	if (unknown !== undefined) throw refused(PAGE_PACK.members, unknown, 'NIS: 34022,34027');
	return codes.length === 0 ? null : codes.sort();
}

const listIn = (parameters: URLSearchParams, name: string): string[] => {
	const words = parameters.getAll(name).join().split(',');
	return [...new Set(words.map((one) => one.trim()).filter(Boolean))];
};

const refused = (name: string, text: string, expected: string) =>
	new MalformedParameterError(name, `${name}: "${text.slice(0, 40)}" (${expected})`);
