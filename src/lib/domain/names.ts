/** Names as somebody types them: what is the same name, and which ones are meant by a typing error. */

/** Lower case without accents and punctuation, so that «sint niklaas» is «Sint-Niklaas». */
export const plainName = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, ' ')
		.trim();

/** Shorter words have no error that still tells which name is meant. */
const SHORTEST = 4;

/** The letters that may differ in a word: one, and two in a long one. */
const mostErrors = ({ length }: string): number => (length < SHORTEST ? 0 : length < 8 ? 1 : 2);

/** Those that a mistyped name may mean, the nearest first; both plain. */
export function nearest<One>(
	all: readonly One[],
	sought: string,
	nameOf: (one: One) => string
): One[] {
	const most = mostErrors(sought);
	return all
		.map((one) => ({ one, errors: errorsBetween(nameOf(one), sought, most) }))
		.filter(({ errors }) => errors <= most && most > 0)
		.sort((a, b) => a.errors - b.errors)
		.map(({ one }) => one);
}

/**
 * The letters added, left out, changed, or swapped with the next, between two words (optimal string alignment, Damerau 1964);
 * more than `most` where their lengths alone differ by more.
 */
function errorsBetween(a: string, b: string, most: number): number {
	if (Math.abs(a.length - b.length) > most) return most + 1;
	let before: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const isSame = a[i - 1] === b[j - 1];
			const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			row[j] = Math.min(
				(last[j] ?? 0) + 1,
				(row[j - 1] ?? 0) + 1,
				(last[j - 1] ?? 0) + (isSame ? 0 : 1),
				isSwapped ? (before[j - 2] ?? 0) + 1 : Infinity
			);
		}
		[before, last] = [last, row];
	}
	return last[b.length] ?? 0;
}
