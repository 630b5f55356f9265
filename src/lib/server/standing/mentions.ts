import type { Mention } from '#lib/domain/mention.ts';
import { list } from '#lib/text/format.ts';
import type { Database } from '../database/database.ts';
import { mentionsOf } from '../queries/mentions.ts';
import { areaNamed, type Reference } from '../reference/reference.ts';
import { areasAsked, type AreasAsked } from './areas-asked.ts';
import type { Moment } from './moment.ts';

/** What is said beside the figures of the areas that are asked, as known at a moment; what is said of a later day first. */
export async function mentionsAsked(
	{ read }: Pick<Database, 'read'>,
	facts: Reference,
	asked: AreasAsked,
	moment: Moment
): Promise<Mention[]> {
	const within = areasAsked(facts, asked, moment);
	const said = await mentionsOf(read, 'all', moment.known);
	return said.filter(({ places }) =>
		within.every((codes) => places.split(' ').some((one) => codes.has(one)))
	);
}

/** The names of the municipalities that something is said of together, or of the region. */
export const placesNamed = (facts: Pick<Reference, 'places' | 'regions'>, places: string): string =>
	list(places.split(' ').map((code) => areaNamed(facts, code) ?? code));

/** The same for several, by their places. */
export const namesOfPlaces = (
	facts: Pick<Reference, 'places' | 'regions'>,
	said: readonly Mention[]
): ReadonlyMap<string, string> =>
	new Map(said.map(({ places }) => [places, placesNamed(facts, places)]));
