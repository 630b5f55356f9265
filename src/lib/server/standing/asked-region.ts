import type { Municipality, Places } from '#lib/domain/places.ts';
import { formsOn } from '#lib/domain/region.ts';
import type { Day } from '#lib/domain/dates.ts';
import type { Region } from '../queries/regions.ts';
import type { Reference } from '../reference/reference.ts';
import { MalformedParameterError, nameIn, type Form, type Values } from '../asked/parameter.ts';
import { OWN_REGION, OWN_SLUG } from '../asked/questions.ts';

const OWN_NAME = 'Eigen regio';
const LONGEST_NAME = 60;

/**
 * The region that an address is about: one of the database by its slug, or one put together, whose NIS codes it lists.
 * Everything that takes the region adds up its members again. Null when no region has this slug.
 * @throws MalformedParameterError for a list that is none, or with a code that no municipality ever had
 */
export function regionAsked(
	facts: Reference,
	slug: string,
	{ municipalities, name }: Values<typeof OWN_REGION>,
	form: Form
): Region | null {
	if (slug !== OWN_SLUG) return facts.regions.get(slug) ?? null;
	const parameter = nameIn(form, OWN_REGION, 'municipalities');
	return ownRegion(knownCodes(facts.places, municipalities ?? [], parameter), readName(name));
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

/** The codes of a list in order. */
function knownCodes(places: Places, asked: readonly string[], name: string): readonly string[] {
	const unknown = asked.find((code) => !places.byCode.has(code));
	if (asked.length > 0 && unknown === undefined) return asked.toSorted();
	const problem = unknown === undefined ? 'leeg / empty' : `"${unknown.slice(0, 40)}"`;
	throw new MalformedParameterError({ name, detail: `${problem} (NIS: 34022,34027)` });
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
