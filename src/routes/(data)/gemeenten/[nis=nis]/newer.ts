/** Published figures of a later day than the one that a page shows by itself. */
import type { Day } from '#lib/domain/dates.ts';
import type { Indicator } from '#lib/domain/indicators.ts';

/** A day, and what was published of it. */
export interface Newer {
	date: Day;
	indicators: Indicator[];
}

/** The latest day after the one shown of which something was published; null when there is none. */
export function newerThan(
	on: Day,
	published: readonly { date: Day; indicator: Indicator; value: number | null }[]
): Newer | null {
	const later = published.filter(({ date, value }) => date > on && value !== null);
	const date = later
		.map((one) => one.date)
		.sort()
		.at(-1);
	if (date === undefined) return null;
	const own = later.filter((one) => one.date === date).map(({ indicator }) => indicator);
	return { date, indicators: [...new Set(own)] };
}
