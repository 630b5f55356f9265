import type { Day } from '#lib/domain/dates.ts';
import type { Observation } from '#lib/domain/figure.ts';
import type { Indicator } from '#lib/domain/indicators.ts';
import type { Lookup, Places } from '#lib/domain/places.ts';
import { newestObservations } from '../queries/observations.ts';
import type { Reader } from '../database/schema.ts';

/** Indexes observations by municipality, indicator and date, keeping their order (newest known first). */
export function indexObservations(observations: readonly Observation[]): Lookup {
	const index = new Map<string, Observation[]>();
	for (const one of observations) {
		const key = keyOf(one.nis, one.indicator, one.date);
		const list = index.get(key);
		if (list) list.push(one);
		else index.set(key, [one]);
	}
	return (nis, indicator, date) => index.get(keyOf(nis, indicator, date)) ?? [];
}

const keyOf = (nis: string, indicator: Indicator, date: Day) => `${nis} ${indicator} ${date}`;

/** Codes of municipalities with all their predecessors, as an address for queries; `all` stays all. */
export function codesToRead(
	places: Places,
	codes: readonly string[] | 'all'
): readonly string[] | 'all' {
	return codes === 'all'
		? 'all'
		: [...new Set(codes.flatMap((nis) => places.withPredecessors(nis)))];
}

/** Reads the observations of municipalities and all their predecessors, ready to be looked up. */
export async function readLookup(
	db: Reader,
	places: Places,
	selection: {
		codes: readonly string[] | 'all';
		indicators: readonly Indicator[];
		dates: readonly Day[] | 'all';
		known: Day;
	}
): Promise<Lookup> {
	const codes = codesToRead(places, selection.codes);
	return indexObservations(await newestObservations(db, { ...selection, codes }));
}
