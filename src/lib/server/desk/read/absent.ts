import type { Day } from '#lib/domain/dates.ts';
import type { Places } from '#lib/domain/places.ts';
import type { Findings, Place } from '../findings/findings.ts';

const NAMED = 5;

/** Tells the municipalities of a day of which a table has no row. */
export function tellAbsent(
	found: ReadonlySet<string>,
	places: Places,
	on: Day,
	place: Place,
	findings: Findings,
	consequence = ''
): void {
	const valid = places.validOn(on);
	const absent = valid
		.filter(({ nis }) => !found.has(nis))
		.map(({ nis, name }) => `${nis} ${name}`);
	if (absent.length === 0) return;
	findings.info('missing_municipality', place, {
		value: absent.length > NAMED ? `${absent.length}: ${someOf(absent)}` : absent.join(', '),
		expected: `${valid.length} municipalities`,
		message: `There is no row for ${someOf(absent)}${consequence}.`
	});
}

/** The first of some names, and how many more there are. */
export function someOf(names: readonly string[]): string {
	const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
	return `${names.slice(0, NAMED).join(', ')}${more}`;
}
