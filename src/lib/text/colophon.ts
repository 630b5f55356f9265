import { day } from './format.ts';

interface Shown {
	/** Reference date; null when there is no single one. */
	on: string | null;
	/** Day as known on which it is shown. */
	known: string;
	/** Where it can be seen again. */
	address: string;
	/** Whether it holds estimates. */
	estimated: boolean;
}

/** What stands under a picture that leaves its page, a line each. */
export function colophon({ on, known, address, estimated }: Shown): string[] {
	const dates = on
		? `Toestand op ${day(on)}, zoals bekend op ${day(known)}.`
		: `Zoals bekend op ${day(known)}.`;
	const marks = estimated ? ' ≈ is een raming (oefencijfer), geen meting.' : '';
	return [`Woonobjectief. ${dates}${marks}`, address];
}
