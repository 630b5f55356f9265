/** How many publications a line under a drawing names. */
export const NAMED_SOURCES = 2;

/** The publications that a drawing rests on most, in one line; the others are counted. */
export function sourceLine(
	sources: readonly { publication: { publisher: string; title: string } }[]
): string {
	if (sources.length === 0) return '';
	const named = sources
		.slice(0, NAMED_SOURCES)
		.map(({ publication: { publisher, title } }) => `${publisher}, ${title}`);
	const others = sources.length - named.length;
	return `${sources.length > 1 ? 'Bronnen' : 'Bron'}: ${named.join('; ')}${others > 0 ? `; en ${others} andere` : ''}.`;
}
