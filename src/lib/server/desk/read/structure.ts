import { addDays, type Day } from '#lib/domain/dates.ts';
import type { Municipality, Places } from '#lib/domain/places.ts';

/** Whether a municipality is in force on a day; on the day after its end too, for a closing balance of 1 January. */
export function isInForce(municipality: Municipality, day: Day, closing = false): boolean {
	if (day < municipality.validFrom) return false;
	if (municipality.validTo === null) return true;
	return day <= (closing ? addDays(municipality.validTo, 1) : municipality.validTo);
}

/** First day of the structure that holds on a day: the latest day on or before it on which a municipality began or had just ended. */
export function structureStart(places: Places, day: Day): Day {
	return turningDays(places).findLast((turn) => turn <= day) ?? day;
}

/**
 * The structure whose municipalities are these codes, recognised from the set: the one that holds all of them and
 * fewest others. Its first day, or null when no structure holds them all.
 */
export function structureOfCodes(places: Places, codes: ReadonlySet<string>): Day | null {
	let best: { on: Day; others: number } | null = null;
	for (const on of turningDays(places)) {
		const valid = places.validOn(on);
		const held = valid.filter((one) => codes.has(one.nis)).length;
		const others = valid.length - held;
		if (held === codes.size && (!best || others < best.others)) best = { on, others };
	}
	return best?.on ?? null;
}

/** The days between which the municipalities stay as they are on a day; the last is null while they still do. */
export function structurePeriod(places: Places, day: Day): { from: Day; to: Day | null } {
	const next = turningDays(places).find((turn) => turn > day);
	return { from: structureStart(places, day), to: next === undefined ? null : addDays(next, -1) };
}

/** Every day on which a municipality began or had just ended, in order. */
export function turningDays(places: Places): Day[] {
	const days = new Set<Day>();
	for (const { validFrom, validTo } of places.byCode.values()) {
		days.add(validFrom);
		if (validTo !== null) days.add(addDays(validTo, 1));
	}
	return [...days].sort();
}
