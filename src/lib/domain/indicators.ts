/** What is counted: code, unit, whether it may be added up, and what the definition says (domain.md 2.1). */
export interface IndicatorDefinition {
	readonly unit: 'households' | 'dwellings' | 'plots' | 'percent' | 'persons';
	/** Additive quantities are summed over members and along mergers; percentages never are. */
	readonly additive: boolean;
	/** Letter of the counting rule for a stock of social rental dwellings; null for anything else. */
	readonly definition: 'A' | 'B' | 'C' | 'D' | 'E' | 'W' | 'X' | null;
	/** Whether it can be below zero, as a net change can; a count cannot. */
	readonly signed?: true;
}

const count = (definition: IndicatorDefinition['definition'] = null): IndicatorDefinition => ({
	unit: 'dwellings',
	additive: true,
	definition
});
const part: IndicatorDefinition = { unit: 'dwellings', additive: false, definition: null };
const percent: IndicatorDefinition = { unit: 'percent', additive: false, definition: null };

/**
 * The catalogue of indicators. A stock is always a stock *by a definition*:
 * A baseline (nulmeting), B yearly measurement (meting), C Statistiek Vlaanderen,
 * D Stadsmonitor or housing companies only, E Antwerpen, W what the housing companies of since 2023 (woonmaatschappijen) own
 * or rent in, X a definition or date the source does not state.
 * A `flow_…` is what came or went during the calendar year that ends on its reference date, and so is
 * `permitted_dwellings`: dwellings of all kinds for which a permit was given.
 * `stock_part` is what only the actors named in its note own, `stock_let` leaves out what stands empty: neither is a total,
 * neither is added up.
 */
export const INDICATORS = {
	households: { unit: 'households', additive: true, definition: null },
	households_census: { unit: 'households', additive: true, definition: null },
	stock_a: count('A'),
	stock_b: count('B'),
	stock_c: count('C'),
	stock_d: count('D'),
	stock_e: count('E'),
	stock_w: count('W'),
	stock_x: count('X'),
	stock_part: part,
	stock_let: part,
	stock_svk: count(),
	stock_vwf: count(),
	stock_municipal: count(),
	stock_owned: count(),
	stock_rented_in: count(),
	stock_vacant: count(),
	realised: { ...count(), signed: true },
	in_execution: count(),
	planned: count(),
	to_build: count(),
	flow_net: { ...count(), signed: true },
	flow_delivered: count(),
	flow_new_build: count(),
	flow_purchase: count(),
	flow_taken_in: count(),
	flow_sale: count(),
	flow_demolition: count(),
	flow_left_system: count(),
	permitted_dwellings: count(),
	purchase: count(),
	purchase_planned: count(),
	purchase_realised: count(),
	plots: { unit: 'plots', additive: true, definition: null },
	social_all: count(),
	social_realised: count(),
	social_in_execution: count(),
	dwellings: count(),
	candidates: { unit: 'persons', additive: false, definition: null },
	share_households: percent,
	share_households_baseline: percent,
	share_dwellings: percent,
	share_purchase: percent,
	realised_share: { ...percent, signed: true },
	realised_or_planned: count(),
	realised_or_planned_share: percent
} as const satisfies Record<string, IndicatorDefinition>;

type Catalogued = keyof typeof INDICATORS;

/** What is counted for a regime of objectives: what it counts for one regime says nothing of another. */
export const REGIME_COUNTS = ['realised', 'in_execution', 'planned'] as const;
export type RegimeCount = (typeof REGIME_COUNTS)[number];

/** A series: one of the catalogue, or the count of a regime with series of its own, such as `realised__2026_2042`. */
export type Indicator = Catalogued | `${RegimeCount}__${string}`;

/** How a series of a regime is named. */
export const REGIME_SERIES = new RegExp(`^(${REGIME_COUNTS.join('|')})__([a-z0-9_]+)$`);

/** The series of the catalogue that a series is, or is a regime's count of. */
export const catalogued = (indicator: Indicator): Catalogued =>
	(REGIME_SERIES.exec(indicator)?.[1] ?? indicator) as Catalogued;

/** By which name a series belongs to a regime with series of its own; null for every other one. */
export const regimeName = (indicator: string): string | null =>
	REGIME_SERIES.exec(indicator)?.[2] ?? null;

/** What a series counts. */
export const definitionOf = (indicator: Indicator): IndicatorDefinition =>
	INDICATORS[catalogued(indicator)];

/** Whether an indicator can be below zero. */
export const canBeNegative = (indicator: Indicator): boolean =>
	definitionOf(indicator).signed === true;

/** Whether a text is the code of an indicator: of the catalogue, or as a regime names its own. */
export const isIndicator = (code: string): code is Indicator =>
	Object.hasOwn(INDICATORS, code) || REGIME_SERIES.test(code);

/** The table in which a number stands, and its code there: an indicator, where it is an observation. */
interface Coded {
	readonly part: string;
	readonly code: string;
}

/** Whether a number is a percentage. */
export const isPercentage = ({ part, code }: Coded): boolean =>
	part === 'observation' && isIndicator(code) && definitionOf(code).unit === 'percent';

/** The way of counting of a stock; null for anything else. */
export const definitionIn = ({ part, code }: Coded) =>
	part === 'observation' && isIndicator(code) ? definitionOf(code).definition : null;
