/** Published figures of a later day than the one that a page shows by itself. */
import type { Day } from '#lib/domain/dates.ts';
import type { Observation } from '#lib/domain/figure.ts';

type Published = Pick<Observation, 'date' | 'indicator' | 'value' | 'status'>;

/** A day, and what was published of it. */
export interface Newer {
	date: Day;
	figures: Published[];
}

/**
 * The latest day after the one shown of which something was published; null when there is none.
 * @param published of each the newest first
 */
export function newerThan(on: Day, published: readonly Published[]): Newer | null {
	const later = published.filter(({ date, value }) => date > on && value !== null);
	const date = later
		.map((one) => one.date)
		.sort()
		.at(-1);
	if (date === undefined) return null;
	const own = later.filter((one) => one.date === date).toReversed();
	return { date, figures: [...new Map(own.map((one) => [one.indicator, one])).values()].reverse() };
}
