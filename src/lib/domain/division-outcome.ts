import type { Day } from './dates.ts';
import { derived, unknown, type Figure } from './figure.ts';
import { halfUp } from './rounding.ts';
import { share } from './share.ts';
import { dwellingsElsewhere, gini, whyNoSpread, type SpreadPart } from './spread.ts';

/** A member as far as one must know it to say what dwellings on top bring. */
export interface Ground {
	municipality: { nis: string };
	stock: Figure;
	/** Households on the day of the scenario. */
	households: Figure;
	/** Dwellings in execution and planned. */
	pipeline: Figure;
}

/** What dwellings on top bring to one member. */
export interface Gain {
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

/** What dwellings on top bring to a region. */
export interface Outcome<Town> {
	/** In the order of the towns. */
	parts: (Town & Gain)[];
	/** All parts together. */
	assigned: Figure;
	/** The same for each year until the day of the scenario, unrounded. */
	perYear: Figure;
	/** Share of the whole region once all of it stands. */
	share: Figure;
	spread: SpreadThen;
}

/** When the dwellings stand, and on what. */
export interface Setting {
	/** The 31 December by which they do. */
	by: Day;
	/** From the reference date until then. */
	years: number;
	/** Of all towns together. */
	stock: Figure;
	households: Figure;
}

/**
 * What comes of giving each town some dwellings.
 * @param part whole dwellings; null when nobody can say
 * @param mark how sure these numbers are; unknown, with the reason, when there are none
 */
export function outcomeOf<Town extends Ground>(
	towns: readonly Town[],
	part: (town: Town) => number | null,
	mark: Figure,
	{ by, years, stock, households }: Setting
): Outcome<Town> {
	const total =
		mark.value === null ? null : towns.reduce((sum, town) => sum + (part(town) ?? 0), 0);
	const assigned = { ...mark, value: total };
	const sure = derived(0, by, [mark, stock, households]);
	return {
		parts: towns.map((town) => ({ ...town, ...gainOf(town, part(town), mark, by, years) })),
		assigned,
		perYear: yearly(assigned, years),
		share:
			total === null
				? mark
				: share(derived((stock.value ?? 0) + total, by, [stock, mark]), households),
		spread: spreadOf(towns, part, total === null ? mark : sure)
	};
}

/** A number of dwellings for each year; not applicable when there is no year left. */
export function yearly(dwellings: Figure, years: number): Figure {
	if (dwellings.value === null) return dwellings;
	return years > 0
		? { ...dwellings, value: dwellings.value / years }
		: unknown(dwellings.date, 'not_applicable');
}

function gainOf(
	{ stock, households, pipeline }: Ground,
	dwellings: number | null,
	mark: Figure,
	by: Day,
	years: number
): Gain {
	if (dwellings === null)
		return { dwellings: mark, perYear: mark, beyondPipeline: mark, share: mark };
	const figure = derived(dwellings, by, [mark]);
	const then = derived((stock.value ?? 0) + dwellings, by, [stock, mark]);
	return {
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
export function spreadOf<Town extends Ground>(
	towns: readonly Town[],
	part: (town: Town) => number | null,
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
