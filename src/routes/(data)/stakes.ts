import type { KeyRange } from '#lib/domain/division-range.ts';
import type { DivisionTown } from '#lib/server/standing/division-towns.ts';

/** The municipality for which most dwellings depend on the key; null when none depends on it. */
export function mostContested(
	towns: readonly DivisionTown[]
): (KeyRange & { name: string }) | null {
	const apart = ({ least, most }: KeyRange) => most.dwellings - least.dwellings;
	const [first] = towns
		.flatMap(({ municipality, range }) => (range ? [{ name: municipality.name, ...range }] : []))
		.sort((a, b) => apart(b) - apart(a));
	return first && apart(first) > 0 ? first : null;
}

/** The municipalities with a minimum or maximum. */
export const boundsOf = (towns: readonly DivisionTown[]) =>
	towns
		.filter(({ bounds }) => bounds.min !== null || bounds.max !== null)
		.map(({ municipality, bounds }) => ({ name: municipality.name, ...bounds }));
