import type { Facts } from './fact-rows.ts';
import { number, optional, readTable, word } from './table.ts';

/** The legal regimes of objectives. */
export const readSchemes = (): Promise<Facts['schemes']> =>
	readTable<Facts['schemes'][number]>('schemes', {
		code: word,
		name: word,
		tenure: word,
		status: word,
		starts_on: optional(word),
		deadline: optional(word),
		baseline_on: optional(word),
		households_on: optional(word),
		cap_basis_points: optional(number),
		catch_up_basis_points: optional(number),
		legal_reference: word,
		note: optional(word),
		publication_id: number
	});

/** The rules of the regimes: components, limits, what stands apart, levers. */
export const readSchemeRules = (): Promise<Facts['schemeRules']> =>
	readTable<Facts['schemeRules'][number]>('scheme-rules', {
		scheme: word,
		code: word,
		position: number,
		kind: word,
		name: word,
		about: word,
		basis_points: optional(number),
		legal_reference: word,
		publication_id: number,
		holds_until: optional(word),
		afterwards: optional(word)
	});

/** The dates that the regimes set. */
export const readSchemeDates = (): Promise<Facts['schemeDates']> =>
	readTable<Facts['schemeDates'][number]>('scheme-dates', {
		scheme: word,
		day: word,
		about: word,
		legal_reference: optional(word),
		publication_id: number,
		afterwards: optional(word)
	});

/** What is said of the regimes beside their rules and dates. */
export const readLawStatements = (): Promise<Facts['lawStatements']> =>
	readTable<Facts['lawStatements'][number]>('law-statements', {
		scheme: word,
		code: word,
		position: number,
		says: word,
		holds_until: optional(word),
		afterwards: optional(word),
		verified: (text) => text === 'true',
		certainty: word,
		publication_id: number
	});

/** The published objectives of municipalities. */
export const readObjectives = (): Promise<Facts['objectives']> =>
	readTable<Facts['objectives'][number]>('objectives', {
		publication_id: number,
		scheme: word,
		nis_code: word,
		component: word,
		value: optional(number),
		status: word,
		attested_on: optional(word),
		note: optional(word)
	});

/** The statements in words about reaching the objective. */
export const readStatements = (): Promise<Facts['statements']> =>
	readTable<Facts['statements'][number]>('statements', {
		publication_id: number,
		place: word,
		stated_on: word,
		says: word
	});

/** The published objectives of Flanders, provinces and other regions. */
export const readRegionObjectives = (): Promise<Facts['regionObjectives']> =>
	readTable<Facts['regionObjectives'][number]>('region-objectives', {
		publication_id: number,
		scheme: word,
		region: word,
		component: word,
		value: number,
		value_up_to: optional(number),
		note: optional(word)
	});

/** The rounds of the progress test; thresholds only where they were published. */
export const readTestRounds = (): Promise<Facts['testRounds']> =>
	readTable<Facts['testRounds'][number]>('test-rounds', {
		year: number,
		measured_on: word,
		threshold_realised: optional(number),
		threshold_with_planned: optional(number),
		legal_reference: word,
		note: optional(word),
		publication_id: number
	});

/** The published outcomes of the progress test. */
export const readTestResults = (): Promise<Facts['testResults']> =>
	readTable<Facts['testResults'][number]>('test-results', {
		publication_id: number,
		year: number,
		nis_code: word,
		category: word,
		provisional: (text) => text === 'true',
		note: optional(word)
	});

/** How many municipalities each source puts in each category of a round. */
export const readTestCounts = (): Promise<Facts['testCounts']> =>
	readTable<Facts['testCounts'][number]>('test-counts', {
		publication_id: number,
		year: number,
		category: word,
		municipalities: optional(number),
		tested: number,
		provisional: (text) => text === 'true',
		note: optional(word)
	});

/** The goals that regions set themselves. */
export const readGoals = (): Promise<Facts['goals']> =>
	readTable<Facts['goals'][number]>('goals', {
		publication_id: number,
		region: word,
		kind: word,
		numerator: word,
		denominator: word,
		share_basis_points: optional(number),
		base_date: optional(word),
		deadline: optional(word),
		adopted_on: optional(word),
		certainty: word,
		note: optional(word)
	});
