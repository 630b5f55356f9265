import { Refusal } from '../answer.ts';
import type { Reference } from '#lib/server/reference/reference.ts';
import type { Municipality } from '#lib/domain/places.ts';

/** The municipality that a path names, of any time. */
export function municipalityOf({ places }: Reference, nis: string): Municipality {
	const found = places.byCode.get(nis);
	if (found) return found;
	throw new Refusal('unknown_municipality', `No Flemish municipality has NIS code ${nis}.`);
}
