import type { Day } from '#lib/domain/dates.ts';
import type { Observation } from '#lib/domain/figure.ts';
import type { Indicator } from '#lib/domain/indicators.ts';
import type { Lookup, Places } from '#lib/domain/places.ts';
import { newestObservations } from '../queries/observations.ts';
import type { Reader } from '../database/schema.ts';

/** Indexes observations by municipality, indicator and date, keeping their order (newest known first). */
export function indexObservations(observations: readonly Observation[]): Lookup {
	const [series, days] = [new Numbering(), new Numbering()];
	const keyOf = (indicator: Indicator, date: Day) =>
		series.of(indicator) * MOST_DAYS + days.of(date);
	const index = new Map<string, Map<number, Observation[]>>();
	for (const one of observations) {
		const own = index.get(one.nis) ?? new Map<number, Observation[]>();
		index.set(one.nis, own);
		const list = own.get(keyOf(one.indicator, one.date));
		if (list) list.push(one);
		else own.set(keyOf(one.indicator, one.date), [one]);
	}
	return (nis, indicator, date) => index.get(nis)?.get(keyOf(indicator, date)) ?? [];
}

/** More days than there are between the first and the last that the site knows. */
const MOST_DAYS = 150_000;

/** Numbers for texts, in the order in which they come: a key made of numbers is found much sooner than one made of text. */
class Numbering {
	readonly #numbers = new Map<string, number>();

	of(text: string): number {
		const found = this.#numbers.get(text);
		if (found !== undefined) return found;
		this.#numbers.set(text, this.#numbers.size);
		return this.#numbers.size - 1;
	}
}

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
