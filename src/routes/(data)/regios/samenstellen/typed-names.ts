import type { Day } from '#lib/domain/dates.ts';
import type { Municipality, Places } from '#lib/domain/places.ts';
import { byName } from '#lib/text/format.ts';
import { plain } from '#lib/text/names.ts';

/** A name that no municipality has, and a few that look like it. */
export interface NotFound {
	typed: string;
	alike: string[];
}

const MOST_ALIKE = 4;
const LONGEST = 60;
const MOST_TYPED = 400;

/**
 * The municipalities that a visitor typed by name or NIS code, with commas, semicolons or line ends between them. Of two with
 * the same name the one in force on the day is meant.
 */
export function readNames(
	{ byCode }: Places,
	text: string,
	day: Day
): { codes: string[]; notFound: NotFound[] } {
	const towns = [...byCode.values()].sort(
		(a, b) => Number(isThere(b, day)) - Number(isThere(a, day))
	);
	const typed = text.split(/[,;\n]/).map((one) => one.trim().slice(0, LONGEST));
	const [codes, notFound]: [string[], NotFound[]] = [[], []];
	for (const one of typed.filter((name) => plain(name)).slice(0, MOST_TYPED)) {
		const found = towns.find(({ nis, name }) => nis === one || plain(name) === plain(one));
		if (found) codes.push(found.nis);
		else notFound.push({ typed: one, alike: namesLike(towns, one) });
	}
	return { codes, notFound };
}

const isThere = ({ validFrom, validTo }: Municipality, day: Day): boolean =>
	validFrom <= day && (validTo === null || validTo >= day);

/** Names that begin like what was typed: with all of it, else with its first letters. */
function namesLike(towns: readonly Municipality[], typed: string): string[] {
	const begins = (start: string) => [
		...new Set(towns.map((one) => one.name).filter((name) => plain(name).startsWith(start)))
	];
	const whole = begins(plain(typed));
	const found = whole.length > 0 ? whole : begins(plain(typed).slice(0, 4));
	return found.sort(byName).slice(0, MOST_ALIKE);
}
