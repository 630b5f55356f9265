import type { Municipality, Places } from '#lib/domain/places.ts';
import { formsOn } from '#lib/domain/region.ts';
import type { Day } from '#lib/domain/dates.ts';
import type { Region } from '../queries/regions.ts';
import type { Reference } from '../reference/reference.ts';
import { MalformedParameterError } from './moment.ts';

/** The slug of a region that a visitor puts together: its municipalities stand in the address. */
export const OWN_SLUG = 'eigen';
const OWN_NAME = 'Eigen regio';
const LONGEST_NAME = 60;

/** Names of the parameters of such a region: Dutch in the address of a page, English in the API. */
export const PAGE_REGION = { codes: 'gemeenten', name: 'naam' };
export const API_REGION = { codes: 'municipalities', name: 'name' };

/**
 * The region that an address is about: one of the database by its slug, or one put together, whose NIS codes the parameters
 * list. Everything that takes the region adds up its members again. Null when no region has this slug.
 * @throws MalformedParameterError for a list that is none, or with a code that no municipality ever had
 */
export function readRegion(
	facts: Reference,
	slug: string,
	parameters: URLSearchParams,
	names: typeof PAGE_REGION
): Region | null {
	const codes = parameters.getAll(names.codes).join(',').split(',');
	return regionAsked(facts, slug, { codes, name: parameters.get(names.name) }, names);
}

/** The same for codes and a name that were read already. */
export function regionAsked(
	facts: Reference,
	slug: string,
	{ codes, name }: { codes: readonly string[]; name: string | null },
	names: typeof PAGE_REGION
): Region | null {
	return slug === OWN_SLUG
		? ownRegion(knownCodes(facts.places, codes, names.codes), readName(name))
		: (facts.regions.get(slug) ?? null);
}

/** A region of these municipalities. */
export const ownRegion = (codes: readonly string[], name = ''): Region => ({
	slug: OWN_SLUG,
	code: OWN_SLUG,
	name: name || OWN_NAME,
	kind: 'eigen',
	validFrom: null,
	validTo: null,
	attestedFrom: null,
	note: null,
	publication: null,
	own: { codes, name: name || null }
});

/** A name on one line, cut to a length that a heading bears. */
export const readName = (text: string | null): string =>
	[...(text ?? '').replace(/[\p{C}\s]+/gu, ' ').trim()].slice(0, LONGEST_NAME).join('');

/** The codes of a list, each once, in order. */
function knownCodes(places: Places, asked: readonly string[], name: string): string[] {
	const codes = [...new Set(asked.map((one) => one.trim()))].filter(Boolean).sort();
	const unknown = codes.find((code) => !places.byCode.has(code));
	if (codes.length > 0 && unknown === undefined) return codes;
	const problem = unknown === undefined ? 'leeg / empty' : `"${unknown.slice(0, 40)}"`;
	throw new MalformedParameterError(name, `${name}: ${problem} (NIS: 34022,34027)`);
}

/** A municipality of a list that stands in it in another form. */
export interface Carried {
	asked: Municipality;
	/** What it went into, or those that went into it later. */
	shown: readonly Municipality[];
}

/** The municipalities of a list that did not exist on a day, with what is counted for them. */
export const carriedOn = (places: Places, region: Region, day: Day): Carried[] =>
	(region.own?.codes ?? []).flatMap((nis) => {
		const asked = places.byCode.get(nis);
		if (!asked || places.inForce(nis, day)) return [];
		const shown = formsOn(places, nis, day).flatMap((code) => places.byCode.get(code) ?? []);
		return [{ asked, shown }];
	});
