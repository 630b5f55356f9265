import type { Day } from '#lib/domain/dates.ts';
import { outcomeOf, type Gain, type Outcome } from '#lib/domain/division-outcome.ts';
import type { Division, DivisionKey, DivisionRule } from '#lib/domain/division.ts';
import { unknown, type Figure } from '#lib/domain/figure.ts';
import type { DivisionTown } from './division-towns.ts';

/** What one municipality would get by one key. */
export type DivisionPart = DivisionTown & Gain;

/** A region's shortfall divided by one key; for `own-deficit`, which pools nothing, `assigned` is at least the shortfall. */
export interface KeyDivision extends Outcome<DivisionTown> {
	key: DivisionKey;
	/** Why the key cannot divide; null when it can. */
	reason: Division['reason'] | Figure['reason'];
	/** What the rule leaves to nobody. */
	unassigned: Figure;
}

/** What is divided by which rule, with nothing left open. */
export interface Question {
	goal: number;
	/** The 31 December by which the goal is to be reached. */
	by: Day;
	rule: DivisionRule;
	/** From the reference date until then. */
	years: number;
}

/** The keys that need today's households beside those of later. */
const USES_GROWTH: readonly DivisionKey[] = ['growth', 'weighted'];

/** The shortfall as one key sees it: unknown too when the key needs figures that are. */
export function whyUndivided(
	key: DivisionKey,
	towns: readonly DivisionTown[],
	shortfall: Figure
): Figure {
	const open = towns.filter((town) => town.householdsNow.value === null);
	if (shortfall.value === null || !USES_GROWTH.includes(key) || open.length === 0) return shortfall;
	return unknown(
		shortfall.date,
		'no_households',
		open.map((town) => town.municipality.nis)
	);
}

/** The numbers of every town by one key, and the spread that they leave. */
export function keyDivision(
	key: DivisionKey,
	towns: readonly DivisionTown[],
	division: Division | null,
	why: Figure,
	{ by, years }: Question,
	{ stock, households }: { stock: Figure; households: Figure }
): KeyDivision {
	const given = division?.parts ?? null;
	const mark = given ? why : unknown(by, why.reason ?? 'not_applicable', why.missing);
	const part = (town: DivisionTown) => given?.get(town.municipality.nis) ?? null;
	return {
		key,
		reason: division ? division.reason : why.reason,
		unassigned: { ...mark, value: given ? (division?.unassigned ?? null) : null },
		...outcomeOf(towns, part, mark, { by, years, stock, households })
	};
}
