const UNSEEN = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
const APOSTROPHES = /['’‘ʼ`´′]/g;

/**
 * A name as it is compared: lower case, without accents and apostrophes, every run of blanks (no-break ones too), hyphens,
 * points and slashes as one blank, `St.` and `Ste` as Sint, `o/d` as op den.
 */
export function plainName(name: string): string {
	return name
		.replace(UNSEEN, '')
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(APOSTROPHES, '')
		.replace(/\bo\s?[./]\s?d\.?(?=[\s-])/g, 'op den')
		.replace(/[\p{Z}\s\p{Pd}./_,]+/gu, ' ')
		.trim()
		.replace(/(^| )(st|ste|snt)(?= )/g, '$1sint');
}

/** In how many letters two words differ: left out, added, replaced or changed places with the next one. */
export function lettersApart(one: string, other: string): number {
	let before: number[] = [];
	let last = Array.from({ length: other.length + 1 }, (_, at) => at);
	for (let row = 1; row <= one.length; row++) {
		const next = [row];
		for (let at = 1; at <= other.length; at++) {
			const same = one[row - 1] === other[at - 1];
			const swapped =
				row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
			next[at] = Math.min(
				(last[at] ?? 0) + 1,
				(next[at - 1] ?? 0) + 1,
				(last[at - 1] ?? 0) + (same ? 0 : 1),
				swapped ? (before[at - 2] ?? 0) + 1 : Infinity
			);
		}
		before = last;
		last = next;
	}
	return last[other.length] ?? 0;
}
