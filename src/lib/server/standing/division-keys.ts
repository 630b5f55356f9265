import type { Day } from '#lib/domain/dates.ts';
import type { Division, DivisionKey, DivisionRule } from '#lib/domain/division.ts';
import { derived, unknown, type Figure } from '#lib/domain/figure.ts';
import { share } from '#lib/domain/share.ts';
import { dwellingsElsewhere, gini, whyNoSpread, type SpreadPart } from '#lib/domain/spread.ts';
import { halfUp } from '#lib/domain/rounding.ts';
import type { DivisionTown } from './division-towns.ts';

/** What one municipality would get by one key. */
export interface DivisionPart extends DivisionTown {
	/** Whole dwellings that come on top of the stock; unknown when nothing can be divided. */
	dwellings: Figure;
	/** The same for each year until the day of the scenario, unrounded; not applicable when that is now. */
	perYear: Figure;
	/** Signed: how many of them are not in execution or planned yet; negative is how many more are. */
	beyondPipeline: Figure;
	/** Share that stock and dwellings make of those households. */
	share: Figure;
}

/** How even a stock is spread over the households of the scenario's day. */
export interface SpreadThen {
	/** Whole dwellings that would have to stand in another member (Hoover × stock). */
	elsewhere: Figure;
	/** Weighted by households. */
	gini: Figure;
}

/** A region's shortfall divided by one key. */
export interface KeyDivision {
	key: DivisionKey;
	/** Why the key cannot divide; null when it can. */
	reason: Division['reason'] | Figure['reason'];
	/** In the order of the towns. */
	parts: DivisionPart[];
	/** All parts together; for `own-deficit`, which pools nothing, at least the shortfall. */
	assigned: Figure;
	/** The same for each year until the day of the scenario, unrounded. */
	perYear: Figure;
	/** What the rule leaves to nobody. */
	unassigned: Figure;
	/** Share of the whole region once all of it stands. */
	share: Figure;
	spread: SpreadThen;
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
	question: Question,
	{ stock, households }: { stock: Figure; households: Figure }
): KeyDivision {
	const given = division?.parts ?? null;
	const part = (town: DivisionTown) => given?.get(town.municipality.nis) ?? null;
	const mark = given ? why : unknown(question.by, why.reason ?? 'not_applicable', why.missing);
	const total = given ? given.values().reduce((sum, one) => sum + one, 0) : null;
	return {
		key,
		reason: division ? division.reason : why.reason,
		parts: towns.map((town) => partOf(town, part(town), mark, question)),
		assigned: { ...mark, value: total },
		perYear: yearly({ ...mark, value: total }, question.years),
		unassigned: { ...mark, value: given ? (division?.unassigned ?? null) : null },
		share:
			total === null
				? mark
				: share(derived((stock.value ?? 0) + total, question.by, [stock, mark]), households),
		spread: spreadOf(towns, part, mark)
	};
}

/** A number of dwellings for each year; not applicable when there is no year left. */
export function yearly(dwellings: Figure, years: number): Figure {
	if (dwellings.value === null) return dwellings;
	return years > 0
		? { ...dwellings, value: dwellings.value / years }
		: unknown(dwellings.date, 'not_applicable');
}

function partOf(
	town: DivisionTown,
	dwellings: number | null,
	mark: Figure,
	{ by, years }: Question
): DivisionPart {
	const { stock, households, pipeline } = town;
	if (dwellings === null)
		return { ...town, dwellings: mark, perYear: mark, beyondPipeline: mark, share: mark };
	const figure = derived(dwellings, by, [mark]);
	const then = derived((stock.value ?? 0) + dwellings, by, [stock, mark]);
	return {
		...town,
		dwellings: figure,
		perYear: yearly(figure, years),
		beyondPipeline:
			pipeline.value === null
				? unknown(by, pipeline.reason ?? 'missing', pipeline.missing)
				: derived(dwellings - pipeline.value, by, [figure, pipeline]),
		share: share(then, households)
	};
}

/** The spread of the stock with what each gets on top, over the households of the day of the scenario. */
export function spreadOf(
	towns: readonly DivisionTown[],
	part: (town: DivisionTown) => number | null,
	mark: Figure
): SpreadThen {
	if (mark.value === null) return { elsewhere: mark, gini: mark };
	const parts = towns.map((town): SpreadPart => ({
		nis: town.municipality.nis,
		stock: (town.stock.value ?? 0) + (part(town) ?? 0),
		households: town.households.value ?? 0
	}));
	const none = whyNoSpread(parts);
	const measure = (value: number | null): Figure =>
		none ? unknown(mark.date, none) : { ...mark, value };
	return {
		elsewhere: measure(halfUp(dwellingsElsewhere(parts) ?? 0)),
		gini: measure(gini(parts))
	};
}
