import { addDays, type Day } from '#lib/domain/dates.ts';
import type { Municipality, Places } from '#lib/domain/places.ts';
import { WHOLE_FILE, type Findings } from '../findings/findings.ts';
import { structurePeriod } from '../read/structure.ts';
import type { RawArea } from './area.ts';
import type { Located, LocatedArea } from './locate.ts';

/** The boundaries of all municipalities of one structure. */
export interface Vintage {
	from: Day;
	to: Day | null;
	/** The areas of each municipality by NIS code: one, or parts that belong together. */
	areas: ReadonlyMap<string, readonly RawArea[]>;
}

/** Municipalities are known from here on; an earlier structure is not drawn. */
const EARLIEST = '2007-01-01';
const NAMED = 12;

/**
 * Sorts areas into the structures that they make. A structure of which a municipality is missing is a finding.
 * @param on only the structure of this day
 */
export function vintagesOf(
	{ areas, on: day }: Located,
	places: Places,
	on: Day | null,
	findings: Findings
): Vintage[] {
	const periods = day === null ? periodsOf(areas, on) : [structurePeriod(places, day)];
	return periods.map(({ from, to }) => {
		const valid = areas.filter((one) => one.from <= from && (one.to === null || one.to >= from));
		const own = Map.groupBy(valid, (one) => one.municipality.nis);
		reportMissing(places.validOn(from), own, from, findings);
		return {
			from,
			to,
			areas: new Map([...own].map(([nis, all]) => [nis, all.map((one) => one.area)]))
		};
	});
}

/** The days between which the same areas hold. */
function periodsOf(areas: readonly LocatedArea[], on: Day | null): { from: Day; to: Day | null }[] {
	const turns = new Set<Day>();
	for (const { from, to } of areas) {
		turns.add(from);
		if (to !== null) turns.add(addDays(to, 1));
	}
	const days = [...turns].sort();
	const holds = (day: Day) =>
		areas.some((one) => one.from <= day && (one.to === null || one.to >= day));
	return days
		.map((from, at) => {
			const next = days[at + 1];
			return { from, to: next === undefined ? null : addDays(next, -1) };
		})
		.filter(({ from, to }) => holds(from) && (to === null || to >= (on ?? EARLIEST)))
		.filter(({ from }) => on === null || from <= on);
}

function reportMissing(
	wanted: readonly Municipality[],
	found: ReadonlyMap<string, unknown>,
	from: Day,
	findings: Findings
): void {
	const missing = wanted.filter((one) => !found.has(one.nis));
	if (missing.length === 0) return;
	const named = missing.slice(0, NAMED).map((one) => `${one.nis} ${one.name}`);
	const others = missing.length - named.length;
	findings.block('incomplete_boundaries', WHOLE_FILE, {
		value: named.join(', ') + (others > 0 ? ` and ${others} more` : ''),
		expected: `boundaries of all ${wanted.length} municipalities of ${from}`,
		message: `Of ${missing.length} municipalities of ${from} there are no boundaries: a map with holes misleads.`
	});
}
