/** A calendar day as `YYYY-MM-DD`. Days compare as text. */
export type Day = string;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is a real calendar day between 1900 and 2199. */
export function isDay(text: string): boolean {
	const parts = DAY.exec(text);
	if (!parts) return false;
	const year = Number(parts[1]);
	const date = new Date(`${text}T00:00:00Z`);
	return (
		year >= 1900 &&
		year < 2200 &&
		!Number.isNaN(date.getTime()) &&
		date.toISOString().startsWith(text)
	);
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
	const date = new Date(`${day}T00:00:00Z`);
	date.setUTCDate(date.getUTCDate() + count);
	return date.toISOString().slice(0, 10);
}

/** The last day of a year: the reference date of a stock. */
export const endOfYear = (year: number): Day => `${year}-12-31`;

/** The same day a year before; of a leap day the one that ends that February. */
export function yearBefore(day: Day): Day {
	const earlier = `${yearOf(day) - 1}${day.slice(4)}`;
	return earlier.endsWith('-02-29') ? earlier.replace('-29', '-28') : earlier;
}

/** The year of a day. */
export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/**
 * The day whose households divide a stock: a stock on 31 December goes with the households of the next
 * 1 January (the baseline of 31/12/2007 with 1/1/2008; domain.md R1). Any other day has no such pair.
 */
export function householdsDate(stockDate: Day): Day | null {
	return stockDate.endsWith('-12-31') ? `${yearOf(stockDate) + 1}-01-01` : null;
}
