import { isDay, type Day } from '#lib/domain/dates.ts';
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
export function pickableDates(reference: Reference, known: Day): Day[] {
	return reference.stockDates
		.filter((one) => one.knownFrom <= known && one.date <= known)
		.map((one) => one.date);
}

/**
 * The reference date shown when none is asked: the latest year-end with a stock for at least half as many
 * municipalities as the best-covered one, so that one early figure does not empty the overview.
 */
function latestStockDate(reference: Reference, known: Day): Day {
	const usable = reference.stockDates.filter((one) => one.knownFrom <= known && one.date <= known);
	const most = Math.max(0, ...usable.map((one) => one.municipalities));
	const found = usable.find((one) => one.municipalities * 2 >= most && one.municipalities > 0);
	return found?.date ?? usable[0]?.date ?? reference.stockDates[0]?.date ?? known;
}
