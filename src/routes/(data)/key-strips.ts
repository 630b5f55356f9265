import type { KeyDot } from '#lib/charts/key-strip.ts';
import type { DivisionStanding } from '#lib/server/standing/division.ts';
import type { DivisionPart } from '#lib/server/standing/division-keys.ts';
import { KEY_WORDS } from '#lib/text/division.ts';
import { dwellings, figure } from '#lib/text/format.ts';

/** Dwellings that come on top for each household of the day of the scenario; null when unknown. */
const perHousehold = ({ dwellings: added, households }: DivisionPart): number | null =>
	added.value === null || !households.value ? null : added.value / households.value;

/** The scale of all strips of the table: the most that any key asks of any town, and what the region as a whole lacks. */
export function stripScale({ keys, shortfall, households }: DivisionStanding) {
	const all = keys.flatMap((one) => one.parts.map((part) => perHousehold(part) ?? 0));
	const mean =
		shortfall.value === null || !households.value ? null : shortfall.value / households.value;
	return { max: all.reduce((most, one) => Math.max(most, one), 0), mean };
}

/** What every key that divides gives the town in one row. */
export const keyDots = ({ keys }: DivisionStanding, row: number): KeyDot[] =>
	keys.flatMap(({ key, parts }) => {
		const part = parts[row];
		const value = part ? perHousehold(part) : null;
		if (!part || value === null) return [];
		return [{ key, value, label: `${KEY_WORDS[key].name}: ${figure(part.dwellings, dwellings)}` }];
	});
