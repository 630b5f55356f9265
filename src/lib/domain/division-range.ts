import type { Division, DivisionKey } from './division.ts';

/** A number of dwellings, and the keys that give it. */
export interface Extreme {
	dwellings: number;
	keys: DivisionKey[];
}

/** What is at stake for a member: the fewest and the most dwellings that any key gives it. */
export interface KeyRange {
	least: Extreme;
	most: Extreme;
}

/** The fewest and the most dwellings of one member over the keys that divide; null when no key does. */
export function rangeOverKeys(
	nis: string,
	divisions: readonly { key: DivisionKey; parts: Division['parts'] }[]
): KeyRange | null {
	const given = divisions.flatMap(({ key, parts }) => {
		const dwellings = parts?.get(nis);
		return dwellings === undefined ? [] : [{ key, dwellings }];
	});
	if (given.length === 0) return null;
	const extreme = (dwellings: number): Extreme => ({
		dwellings,
		keys: given.filter((one) => one.dwellings === dwellings).map((one) => one.key)
	});
	const numbers = given.map((one) => one.dwellings);
	return { least: extreme(Math.min(...numbers)), most: extreme(Math.max(...numbers)) };
}
