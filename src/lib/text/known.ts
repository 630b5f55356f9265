import { day } from './format.ts';

/** What a page shows of what was known: by which day, and at which version. */
interface Known {
	known: string;
	today: string;
	version: { number: number; asked: boolean } | null;
}

/** What a reader hears who asked for a day or a version; a day that is not over can still get more. */
export function knownSentence({ known, today, version }: Known): string {
	if (version?.asked) return `U ziet versie ${version.number}, zoals bekend op ${day(known)}.`;
	const growing =
		known < today ? '' : ' Die dag is niet voorbij: er kan nog een publicatie bij komen.';
	return `U ziet wat bekend was op ${day(known)}.${growing}`;
}
