import { isDay, type Day } from '#lib/domain/dates.ts';
import { isKnown } from '#lib/domain/known.ts';
import type { Municipality, Places } from '#lib/domain/places.ts';
import { ask, type Form } from '../asked/parameter.ts';
import { MOMENT } from '../asked/questions.ts';
import { versionOf, type Reference } from '../reference/reference.ts';

/** In which structure the municipalities are shown: that of the reference date, or that of today. */
type Structure = 'then' | 'today';

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
	/** Whether the visitor asked for a knowledge date or a version. */
	knownAsked: boolean;
	/** The version that is shown; null where nobody asks for one, as inside an import. */
	version: ShownVersion | null;
}

/** A version as a moment shows it. */
export interface ShownVersion {
	/** Number of the last event of the chain that counts. */
	number: number;
	/** Whether there is none after it. */
	isNewest: boolean;
	/** Whether the visitor asked for it. */
	asked: boolean;
}

/** What an address says of what was known: by which day, at which version; what it leaves open is null. */
export interface KnowledgeAsked {
	known: Day | null;
	version: number | null;
}

/**
 * Reads the moment from the parameters of an address.
 * @param reference the tables as the address asks to know them
 * @throws MalformedParameterError for a date that is none, or an unknown structure
 */
export const readMoment = (
	parameters: URLSearchParams,
	form: Form,
	reference: Reference,
	today: Day
): Moment => momentAt(ask(MOMENT, form, parameters), reference, today);

/** What an address says of a moment; what it leaves open is null. */
export interface MomentAsked extends KnowledgeAsked {
	on: Day | null;
	/** In a frozen address, the day that was «today». */
	structure: Structure | Day;
}

/**
 * The moment that is asked, with what was left open filled in. A version without a day is read on its own day.
 * @param reference the tables as they are asked to be known
 */
export function momentAt(asked: MomentAsked, reference: Reference, today: Day): Moment {
	const known = knownDay(asked, reference, today);
	const on = asked.on ?? latestStockDate(reference, known);
	const days = { then: on, today };
	const { structure } = asked;
	return {
		on,
		known,
		structure: structure === 'then' ? 'then' : 'today',
		structureOn: isDay(structure) ? structure : days[structure as Structure],
		today,
		knownAsked: asked.known !== null || asked.version !== null,
		version: shownVersion(reference, asked.version !== null)
	};
}

/** The day by which a question is answered: the one asked, else that of the version asked, else today. */
export function knownDay(
	{ known, version }: KnowledgeAsked,
	{ events }: Pick<Reference, 'events'>,
	today: Day
): Day {
	const ofVersion = version === null ? null : events.at(-1)?.day;
	return known ?? ofVersion ?? today;
}

function shownVersion(reference: Reference, asked: boolean): ShownVersion | null {
	const number = versionOf(reference);
	return number === 0 ? null : { number, isNewest: number === reference.newest, asked };
}

/** A date to pick: for how many municipalities a stock was known, and of which regions a total. */
export interface PickableDate {
	date: Day;
	municipalities: number;
	regions: readonly string[];
}

/** The dates that a visitor can pick: year-ends with a stock known by then, latest first. */
export function pickableDates({ stockDates }: Reference, known: Day): PickableDate[] {
	const found = new Map<Day, PickableDate>();
	for (const { date, municipalities, regions, ...issued } of stockDates) {
		if (date > known || !isKnown(issued, known)) continue;
		const before = found.get(date) ?? { date, municipalities: 0, regions: [] };
		found.set(date, {
			date,
			municipalities: before.municipalities + municipalities,
			regions: [...new Set([...before.regions, ...regions])]
		});
	}
	return [...found.values()];
}

/**
 * The reference date shown when none is asked: the latest year-end with a stock for at least half as many
 * municipalities as the best-covered one, so that one early figure does not empty the overview.
 */
export function latestStockDate(reference: Reference, known: Day, upTo: Day = known): Day {
	const dates = pickableDates(reference, known).filter(({ date }) => date <= upTo);
	const most = Math.max(0, ...dates.map((one) => one.municipalities));
	const isCovered = ({ municipalities }: PickableDate) =>
		municipalities > 0 && municipalities * 2 >= most;
	return (dates.find(isCovered) ?? dates[0])?.date ?? upTo;
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
