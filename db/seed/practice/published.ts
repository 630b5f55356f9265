import type { Insertable } from 'kysely';
import type { Day } from '#lib/domain/dates.ts';
import type { Indicator } from '#lib/domain/indicators.ts';
import type { ObservationTable, RegionObservationTable } from '#lib/server/database/schema.ts';
import type { Facts } from '../fact-rows.ts';

/** A number and the day on which it is true. */
export interface Dated {
	day: Day;
	value: number;
}

/** Published numbers by place (NIS code or slug of a region), indicator and day. */
export interface Figures {
	at(place: string, indicator: Indicator, day: Day): number | null;
	/** All days of one place and indicator, earliest first. */
	series(place: string, indicator: Indicator): readonly Dated[];
}

/** The published figures of municipalities, by NIS code. */
export const municipalFigures = (facts: Facts): Figures =>
	createFigures(facts, facts.observations, (row) => row.nis_code);

/** The published figures of regions, by slug. */
export const regionalFigures = (facts: Facts): Figures =>
	createFigures(facts, facts.regionObservations, (row) => row.region);

type Row = Insertable<ObservationTable> | Insertable<RegionObservationTable>;

function createFigures<R extends Row>(
	facts: Facts,
	rows: readonly R[],
	placeOf: (row: R) => string
): Figures {
	const byPlace = new Map<string, Map<Day, number>>();
	for (const row of oldestKnownFirst(facts, rows)) {
		const key = `${placeOf(row)} ${row.indicator}`;
		const days = byPlace.get(key) ?? new Map<Day, number>();
		if (typeof row.value === 'number') days.set(row.reference_date, row.value);
		byPlace.set(key, days);
	}
	return {
		at: (place, indicator, day) => byPlace.get(`${place} ${indicator}`)?.get(day) ?? null,
		series: (place, indicator) =>
			[...(byPlace.get(`${place} ${indicator}`) ?? [])]
				.map(([day, value]) => ({ day, value }))
				.sort((a, b) => (a.day < b.day ? -1 : 1))
	};
}

/** Rows in the order in which they became known: of several for one thing the last one stands. */
export function oldestKnownFirst<R extends { publication_id: number }>(
	facts: Facts,
	rows: readonly R[]
): R[] {
	const issued = facts.publications.toSorted((a, b) =>
		a.known_from === b.known_from ? a.id - b.id : a.known_from < b.known_from ? -1 : 1
	);
	const rank = new Map(issued.map(({ id }, index) => [id, index]));
	const rankOf = (row: R) => rank.get(row.publication_id) ?? -1;
	return rows.toSorted((a, b) => rankOf(a) - rankOf(b));
}
