import { changeOf, type Change } from '#lib/domain/change.ts';
import type { Day } from '#lib/domain/dates.ts';
import { fromObservation, unknown, type Figure } from '#lib/domain/figure.ts';
import { TOTAL_DEFINITIONS } from '#lib/domain/region.ts';
import type { Database } from '../database/database.ts';
import { regionObservations } from '../queries/regions.ts';
import type { Period } from './period.ts';

/**
 * How the stock that was published for a region as a whole went from what was known on the first day to what is known on
 * the second. Each day takes the latest total that was known then, if there is one by the same definition; so it may be of
 * other dates than the measurements of the members. Null when nothing is published for the region.
 */
export async function publishedChange(
	{ read }: Pick<Database, 'read'>,
	{ from, to }: Period,
	slug: string
): Promise<Change | null> {
	const [then, now] = await Promise.all(
		[from, to].map(async ({ known }) => totals(await regionObservations(read, slug, known)))
	);
	const end = now?.[0];
	if (!then || !now || !end) return null;
	const start = then.find((one) => one.indicator === end.indicator) ?? then[0];
	if (!start) {
		const none = unknown(end.date, 'not_published');
		return changeOf({ start: none, restated: none, end });
	}
	return changeOf({ start, restated: sameAs(start, now), end });
}

/** The totals of a region, the latest first, and of one date the surest definition first. */
function totals(rows: Awaited<ReturnType<typeof regionObservations>>): Figure[] {
	const order = (one: Figure) => TOTAL_DEFINITIONS.findIndex((code) => code === one.indicator);
	return rows
		.map((row) => fromObservation({ ...row, nis: '', structureOn: null }))
		.filter((one) => one.value !== null && order(one) >= 0)
		.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : order(a) - order(b)));
}

/** The same total as it is known in another list; unknown when it was withdrawn. */
const sameAs = ({ date, indicator }: Figure, list: readonly Figure[]): Figure =>
	list.find((one) => one.date === date && one.indicator === indicator) ??
	list.find((one) => one.date === date) ??
	missing(date);

const missing = (date: Day): Figure => unknown(date, 'not_published');
