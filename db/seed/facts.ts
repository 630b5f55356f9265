import { INDICATORS } from '#lib/domain/indicators.ts';
import type { Facts } from './fact-rows.ts';
import { readObservations, readRegionObservations } from './figures.ts';
import {
	readMemberships,
	readMunicipalities,
	readNeighbours,
	readRegions,
	readSuccessions
} from './places.ts';
import {
	readGoals,
	readObjectives,
	readRegionObjectives,
	readSchemeDates,
	readLawStatements,
	readSchemeRules,
	readSchemes,
	readStatements,
	readTestCounts,
	readTestResults,
	readTestRounds
} from './rules.ts';
import { readCalendar, readCooperation, readPublications } from './sources.ts';

/** Id of the publication of the practice figures; imported publications come after it. */
export const PRACTICE_PUBLICATION_ID = 1000;

/** The facts that are rules, or what sources say of whole rounds of the test: none is a figure of a municipality. */
export type Rules = Pick<
	Facts,
	| 'publications'
	| 'indicators'
	| 'schemes'
	| 'schemeRules'
	| 'schemeDates'
	| 'lawStatements'
	| 'regionObjectives'
	| 'testRounds'
	| 'testCounts'
	| 'goals'
>;

/**
 * Reads the rules of the start data set, with all publications.
 * @throws Error that names file, line and column when a cell cannot be read.
 */
export const readRules = async (): Promise<Rules> => ({
	publications: await readPublications(),
	indicators: Object.entries(INDICATORS).map(([code, { unit }]) => ({ code, unit })),
	schemes: await readSchemes(),
	schemeRules: await readSchemeRules(),
	schemeDates: await readSchemeDates(),
	lawStatements: await readLawStatements(),
	regionObjectives: await readRegionObjectives(),
	testRounds: await readTestRounds(),
	testCounts: await readTestCounts(),
	goals: await readGoals()
});

/**
 * Reads the published facts from `facts/`.
 * @throws Error that names file, line and column when a cell cannot be read.
 */
export async function readFacts(): Promise<Facts> {
	const municipalities = await readMunicipalities();
	return {
		municipalities,
		successions: await readSuccessions(),
		neighbours: await readNeighbours(),
		regions: await readRegions(),
		memberships: await readMemberships(municipalities),
		observations: await readObservations(),
		regionObservations: await readRegionObservations(),
		...(await readRules()),
		objectives: await readObjectives(),
		testResults: await readTestResults(),
		cooperation: await readCooperation(),
		calendar: await readCalendar(),
		statements: await readStatements()
	};
}
