import { addDays, type Day } from '#lib/domain/dates.ts';
import type { Reference } from '../reference/reference.ts';
import { MalformedParameterError, namesIn, type Form, type Values } from '../asked/parameter.ts';
import { PERIOD } from '../asked/questions.ts';
import { latestStockDate } from './moment.ts';

/** A day of knowledge with the latest measurement that was known then. */
export interface KnownMeasurement {
	known: Day;
	/** Reference date of that measurement. */
	on: Day;
}

/** Two days of knowledge, the earlier one first, compared in the municipal structure of the later one. */
export interface Period {
	from: KnownMeasurement;
	to: KnownMeasurement;
}

/**
 * The two days that an address asks. The later one is today unless said otherwise; the earlier one is the last day on which
 * the measurement before that was still the latest.
 * @throws MalformedParameterError for a day in the future, or an end before the begin
 */
export function periodAsked(
	asked: Values<typeof PERIOD>,
	form: Form,
	facts: Reference,
	today: Day
): Period {
	const names = namesIn(form, PERIOD);
	const to = measurementOn(facts, asked.to ?? today);
	const from = asked.from ?? lastDayBefore(facts, to);
	if (to.known > today) throw refused(names.to, to.known, today);
	if (from > to.known) throw refused(names.from, from, to.known);
	return { from: measurementOn(facts, from), to };
}

/** The period between two days of knowledge. */
export const periodOf = (facts: Reference, from: Day, to: Day): Period => ({
	from: measurementOn(facts, from),
	to: measurementOn(facts, to)
});

const refused = (name: string, asked: Day, latest: Day) =>
	new MalformedParameterError({ name, detail: `${asked} > ${latest}` });

const measurementOn = (facts: Reference, known: Day): KnownMeasurement => ({
	known,
	on: latestStockDate(facts, known)
});

/** The last day on which another measurement was the latest; a year back when there was none. */
function lastDayBefore(facts: Reference, to: KnownMeasurement): Day {
	const eves = facts.stockDates
		.map(({ date, knownFrom }) => addDays(date > knownFrom ? date : knownFrom, -1))
		.filter((eve) => eve < to.known);
	const found = [...new Set(eves)]
		.sort()
		.reverse()
		.find((eve) => ![to.on, eve].includes(latestStockDate(facts, eve)));
	return found ?? addDays(to.known, -365);
}
