import type { Day } from '#lib/domain/dates.ts';
import type { Database } from '../database/database.ts';
import { expectedPublications, type Expected } from '../queries/calendar.ts';
import { reference } from '../reference/reference.ts';

/** A part of the municipalities from which a series counts as published: more than half. */
const MOST = 0.5;

/** Where one series stands on a day. */
export interface SeriesDue {
	series: string;
	/** The latest that this site has. */
	last: Expected | null;
	/** Past their day and not here, the oldest first. */
	late: Expected[];
	/** The first that is still to come. */
	next: Expected | null;
}

/** What is late and what comes next, by series, as known on a day. */
export async function calendarOn(database: Database, known: Day): Promise<SeriesDue[]> {
	const { places } = await reference(database);
	const all = await expectedPublications(database.read, known);
	const isHere = ({ referenceDate, municipalities, counted }: Expected) =>
		counted || municipalities > places.validOn(referenceDate).length * MOST;
	return [...Map.groupBy(all, (one) => one.series)].map(([series, rows]) => {
		const open = rows.filter((one) => !isHere(one));
		return {
			series,
			last: rows.findLast(isHere) ?? null,
			late: open.filter((one) => one.expectedBy < known),
			next: open.find((one) => one.expectedBy >= known) ?? null
		};
	});
}
