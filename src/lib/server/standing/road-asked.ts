import {
	API_SCENARIO,
	PAGE_SCENARIO,
	readNotation,
	readScenario,
	type Notation,
	type ScenarioAsked
} from './scenario.ts';

/** The names of a road's parameters: those of its scenario, the social part of the new dwellings, and how many come a year. */
export const PAGE_ROAD = { ...PAGE_SCENARIO, social: 'q', newHomes: 'nieuw' };
export const API_ROAD: typeof PAGE_ROAD = { ...API_SCENARIO, social: 'q', newHomes: 'newHomes' };

/** `500`: new dwellings a year. */
const DWELLINGS: Notation<number> = {
	read: (text) => (/^\d{1,6}$/.test(text) ? Number(text) : null),
	write: (dwellings) => `${dwellings}`,
	expected: '0 … 999999'
};

/** What an address says of a road; what it leaves open is null. */
export interface RoadAsked {
	scenario: ScenarioAsked;
	/** Part of the new dwellings that is social, in basis points. */
	social: number | null;
	/** New dwellings of all kinds a year. */
	newHomesPerYear: number | null;
}

/**
 * Reads what is asked of a road: the scenario, `q` as a share, and new dwellings a year.
 * @throws MalformedParameterError for anything else
 */
export const readRoad = (parameters: URLSearchParams, names: typeof PAGE_ROAD): RoadAsked => ({
	scenario: readScenario(parameters, names),
	social: readNotation(parameters, names.social, names.share),
	newHomesPerYear: readNotation(parameters, names.newHomes, DWELLINGS)
});
