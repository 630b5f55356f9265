import { isDay, type Day } from '#lib/domain/dates.ts';
import { isKnown } from '#lib/domain/known.ts';
import type { Municipality, Places } from '#lib/domain/places.ts';
import type { Reference } from '../reference.ts';

/** In which structure the municipalities are shown: that of the reference date, or that of today. */
export type Structure = 'then' | 'today';

/** The point in time that a page is about. */
export interface Moment {
	/** Reference date: the situation shown. */
	on: Day;
	/** Knowledge date: only what was known by this day. */
	known: Day;
	structure: Structure;
	/** The day whose municipalities are shown. */
	structureOn: Day;
	today: Day;
	/** Whether the visitor asked for a knowledge date. */
	knownAsked: boolean;
}

/** A parameter of an address that cannot be used. */
export class MalformedParameterError extends Error {
	readonly parameter: string;

	constructor(parameter: string, message: string) {
		super(message);
		this.name = 'MalformedParameterError';
		this.parameter = parameter;
	}
}

/** Names of the parameters: Dutch in the address of a page, English in the API. */
export const PAGE_NAMES = {
	on: 'op',
	known: 'bekend',
	structure: 'structuur',
	then: 'toen',
	today: 'vandaag'
};
export const API_NAMES = {
	on: 'on',
	known: 'known',
	structure: 'structure',
	then: 'then',
	today: 'today'
};

/**
 * Reads the moment from the parameters of an address.
 * @throws MalformedParameterError for a date that is none, or an unknown structure
 */
export function readMoment(
	parameters: URLSearchParams,
	names: typeof PAGE_NAMES,
	reference: Reference,
	today: Day
): Moment {
	const askedKnown = day(parameters, names.known);
	const known = askedKnown ?? today;
	const on = day(parameters, names.on) ?? latestStockDate(reference, known);
	const asked: string = parameters.get(names.structure) || names.then;
	if (![names.then, names.today].includes(asked)) {
		throw new MalformedParameterError(
			names.structure,
			`${names.structure}: "${asked.slice(0, 40)}" (${names.then} | ${names.today})`
		);
	}
	const structure: Structure = asked === names.today ? 'today' : 'then';
	return {
		on,
		known,
		structure,
		structureOn: structure === 'today' ? today : on,
		today,
		knownAsked: askedKnown !== null
	};
}

function day(parameters: URLSearchParams, name: string): Day | null {
	const text = parameters.get(name);
	if (text === null || text === '') return null;
	if (!isDay(text)) {
		throw new MalformedParameterError(
			name,
			`${name}: "${text.slice(0, 40)}" (JJJJ-MM-DD / YYYY-MM-DD)`
		);
	}
	return text;
}

/** The dates that a visitor can pick: year-ends with a stock known by then, latest first. */
export const pickableDates = (reference: Reference, known: Day): Day[] => [
	...stockCounts(reference, known).keys()
];

/**
 * The reference date shown when none is asked: the latest year-end with a stock for at least half as many
 * municipalities as the best-covered one, so that one early figure does not empty the overview.
 */
function latestStockDate(reference: Reference, known: Day): Day {
	const counts = [...stockCounts(reference, known)];
	const most = Math.max(0, ...counts.map(([, count]) => count));
	const found = counts.find(([, count]) => count > 0 && count * 2 >= most) ?? counts[0];
	return found?.[0] ?? known;
}

/** For how many municipalities a stock was known on a day, by year-end, latest first. */
function stockCounts(reference: Reference, known: Day): Map<Day, number> {
	const counts = new Map<Day, number>();
	for (const one of reference.stockDates) {
		if (one.date > known || !isKnown(one, known)) continue;
		counts.set(one.date, (counts.get(one.date) ?? 0) + one.municipalities);
	}
	return counts;
}

/** The moment at which a municipality is shown that did not exist yet: as the sum of its predecessors. */
export const momentOf = (moment: Moment, municipality: Municipality): Moment =>
	municipality.validFrom > moment.structureOn
		? { ...moment, structureOn: municipality.validFrom }
		: moment;

/** The municipality in force at a moment for one that may have ended: itself, or the one it went into. */
export function inForceAt(
	places: Places,
	moment: Moment,
	municipality: Municipality
): Municipality {
	const ended = municipality.validTo !== null && municipality.validTo < moment.structureOn;
	const code = ended ? places.successorOn(municipality.nis, moment.structureOn) : municipality.nis;
	return places.byCode.get(code ?? municipality.nis) ?? municipality;
}
