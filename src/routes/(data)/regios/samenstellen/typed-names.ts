import type { Day } from '#lib/domain/dates.ts';
import type { Places } from '#lib/domain/places.ts';
import { municipalityNames } from '#lib/server/desk/read/municipality-names.ts';

/** A name that is of no municipality, or of several, with those that may be meant. */
export interface NotFound {
	typed: string;
	alike: string[];
}

const LONGEST = 60;
const MOST_TYPED = 400;

/**
 * The municipalities that a visitor typed by name or NIS code, with commas, semicolons or line ends between them, recognised as
 * in an imported file. Of two with the same name the one in force on the day is meant.
 */
export function readNames(
	places: Places,
	text: string,
	day: Day
): { codes: string[]; notFound: NotFound[] } {
	const names = municipalityNames(places);
	const [codes, notFound]: [string[], NotFound[]] = [[], []];
	for (const piece of text.split(/[,;\n]/, MOST_TYPED)) {
		const typed = piece.trim().slice(0, LONGEST);
		const found = names.recognise(typed, day);
		if (found.kind === 'found' || found.kind === 'not_in_force') codes.push(found.municipality.nis);
		else if (found.kind === 'asked')
			notFound.push({ typed, alike: [...new Set(found.candidates.map((one) => one.name))] });
		else if (found.kind !== 'blank') notFound.push({ typed, alike: [] });
	}
	return { codes, notFound };
}
