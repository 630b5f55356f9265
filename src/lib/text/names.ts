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
	const sorted = names.toSorted(byName);
	return sorted.length <= MOST_NAMED
		? { text: list(sorted), others: 0 }
		: { text: sorted.slice(0, MOST_NAMED).join(', '), others: sorted.length - MOST_NAMED };
}
