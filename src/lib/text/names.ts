import { byName, list } from './format.ts';

/** How many names a sentence bears. */
const MOST_NAMED = 5;

/** The names of a sentence as words: `Aalst, Aalter, Aarschot, Aartselaar, Affligem en 295 andere`. */
export function someNames(names: readonly string[]): string {
	const { text, others } = firstNames(names);
	return others > 0 ? `${text} en ${others} andere` : text;
}

/** The names of a sentence, in order: all of them when they are few, else the first ones and how many others there are. */
export function firstNames(names: readonly string[]): { text: string; others: number } {
	if (names.length <= MOST_NAMED) return { text: list(names.toSorted(byName)), others: 0 };
	return { text: firstOf(names).join(', '), others: names.length - MOST_NAMED };
}

/** The first names in order; all of thousands are not sorted for them. */
function firstOf(names: readonly string[]): string[] {
	const first = names.slice(0, MOST_NAMED).sort(byName);
	for (const name of names.slice(MOST_NAMED)) {
		if (byName(name, first.at(-1) ?? '') >= 0) continue;
		first.splice(
			first.findIndex((one) => byName(name, one) < 0),
			0,
			name
		);
		first.pop();
	}
	return first;
}
