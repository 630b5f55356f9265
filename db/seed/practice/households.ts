import { addDays, yearOf, type Day } from '#lib/domain/dates.ts';
import { fillGaps } from './fill-gaps.ts';
import type { Ground } from './ground.ts';
import { newYear, yearsBetween } from './years.ts';

/** The first 1 January of which the register publishes the households of each municipality. */
const REGISTER_STARTS = 2010;
/** The 1 January that goes with the last stock of the former objective, 31/12/2025. */
const LAST_NEW_YEAR = 2026;

/**
 * Enters the private households on 1 January that nobody published: first the predecessors of merged municipalities,
 * then the years before the register, then what is missing in later years.
 */
export function estimateHouseholds(ground: Ground): void {
	splitRegister(ground);
	for (const year of yearsBetween(yearOf(ground.scheme.householdsOn), REGISTER_STARTS - 1)) {
		backcast(ground, newYear(year));
	}
	for (const year of yearsBetween(REGISTER_STARTS + 1, LAST_NEW_YEAR)) carryForward(ground, year);
}

/**
 * The register is published in the structure of after a merger, also for the years before it: each count is divided
 * over the predecessors by their households in the census of 2011, up to the day of the merger itself, which closes
 * the last stock of the predecessors.
 */
function splitRegister({ facts, ledger, places }: Ground): void {
	const census = (nis: string) =>
		ledger.published.series(nis, 'households_census').at(0)?.value ?? 0;
	for (const { nis_code: successor } of facts.municipalities) {
		const merger = places.mergerInto(successor, newYear(LAST_NEW_YEAR));
		if (!merger || merger.predecessors.includes(successor)) continue;
		const claims = merger.predecessors.map((nis) => ({ key: nis, weight: census(nis) }));
		for (const total of ledger.published.series(successor, 'households')) {
			if (total.day <= merger.on) fillGaps(ledger, 'households', total, claims);
		}
	}
}

/**
 * Before the register only arrondissements are published: each is divided over its municipalities of that time by
 * their households on the first day of the register.
 */
function backcast(ground: Ground, day: Day): void {
	const { ledger, places } = ground;
	const first = newYear(REGISTER_STARTS);
	const municipalities = places.validOn(addDays(day, -1));
	for (const arrondissement of new Set(municipalities.map((one) => one.arrondissement))) {
		const value = arrondissementHouseholds(ground, arrondissement, day);
		const members = municipalities.filter((one) => one.arrondissement === arrondissement);
		const claims = members.map(({ nis }) => ({
			key: nis,
			weight: ledger.value(nis, 'households', first)
		}));
		fillGaps(ledger, 'households', { day, value }, claims);
	}
}

function arrondissementHouseholds({ regions, slugOf }: Ground, nis: string, day: Day): number {
	const value = regions.at(slugOf('arrondissement', nis), 'households', day);
	if (value === null) throw new Error(`No households of arrondissement ${nis} on ${day}`);
	return value;
}

/** Where the published series of a municipality stops, it keeps the households of the year before. */
function carryForward({ ledger, places }: Ground, year: number): void {
	for (const { nis } of places.validOn(addDays(newYear(year), -1))) {
		const before = ledger.find(nis, 'households', newYear(year - 1));
		const now = ledger.find(nis, 'households', newYear(year));
		if (before !== null && now === null) ledger.estimate(nis, 'households', newYear(year), before);
	}
}
