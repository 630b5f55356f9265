import { day } from './format.ts';

/** The two days of a publication: that of its publisher, if known, and the one from which it is known here. */
interface Issued {
	publishedOn: string | null;
	knownFrom: string;
}

/** Since when figures are known: `bekend op 15/03/2026`; with the day of their publisher beside it where that is another. */
export const issuedWords = ({ publishedOn, knownFrom }: Issued): string =>
	publishedOn === null || publishedOn === knownFrom
		? `bekend op ${day(knownFrom)}`
		: `gepubliceerd op ${day(publishedOn)}, hier sinds ${day(knownFrom)}`;
