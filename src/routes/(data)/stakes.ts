import type { KeyRange } from '#lib/domain/division-range.ts';
import type { DivisionStanding } from '#lib/server/standing/division.ts';
import type { DivisionTown } from '#lib/server/standing/division-towns.ts';
import { leftOutNote } from '#lib/text/citation.ts';
import type { Bound } from '#lib/text/division.ts';

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

/** A division as minutes tell it, with the choices that its numbers rest on. */
export const dividedOf = (
	{ region, shortfall, stock, leftOut }: DivisionStanding,
	choices: readonly string[]
) => ({
	region: region.name,
	shortfall,
	on: stock.date,
	choices: [...choices, ...leftOutNote(leftOut.length)]
});

/** The minimum that was asked for all, and the municipalities with a minimum or maximum of their own. */
export const boundsOf = ({ towns, asked }: Pick<DivisionStanding, 'towns' | 'asked'>): Bound[] => [
	...(asked.min === null ? [] : [{ name: 'elke gemeente', min: asked.min, max: null }]),
	...towns.flatMap(({ municipality: { nis, name } }) => {
		const own = asked.bounds.get(nis);
		return own ? [{ name, ...own }] : [];
	})
];
