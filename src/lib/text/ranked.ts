import { rankedBy, type Status } from '#lib/domain/status.ts';
import { byName } from './format.ts';

/** What says under a list that some of its rows have no place in its order. */
export const UNRANKED =
	'Met ramingen rangschikken we niet: wie alleen een raming of geen cijfer heeft, staat op naam, na de anderen.';

/** The same of the members of a region, which stand by name and in no other order. */
export const BY_NAME = 'Met ramingen rangschikken we niet: de leden staan op naam.';

/**
 * The order of a list by a number: those that somebody published from the highest, then by name who has an estimate or none.
 * @param numberOf null where there is no published number
 */
export const highestFirst =
	<Row>(numberOf: (row: Row) => number | null, nameOf: (row: Row) => string) =>
	(a: Row, b: Row): number => {
		const [x, y] = [numberOf(a), numberOf(b)];
		if (x === null || y === null)
			return x === y ? byName(nameOf(a), nameOf(b)) : x === null ? 1 : -1;
		return y - x || byName(nameOf(a), nameOf(b));
	};

/** The same of municipalities by one of their figures. */
export const towns = <Row extends { municipality: { name: string } }>(
	figureOf: (row: Row) => { value: number | null; status: Status }
) =>
	highestFirst<Row>(
		(row) => rankedBy(figureOf(row)),
		(row) => row.municipality.name
	);
