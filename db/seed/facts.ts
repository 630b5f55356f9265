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
	readSchemeRules,
	readSchemes,
	readStatements,
	readTestCounts,
	readTestResults,
	readTestRounds
} from './rules.ts';
import { readCooperation, readPublications } from './sources.ts';

/** Id of the publication of the practice figures; imported publications come after it. */
export const PRACTICE_PUBLICATION_ID = 1000;

/**
 * Reads the published facts from `facts/`.
 * @throws Error that names file, line and column when a cell cannot be read.
 */
export async function readFacts(): Promise<Facts> {
	const municipalities = await readMunicipalities();
	return {
		publications: await readPublications(),
		municipalities,
		successions: await readSuccessions(),
		neighbours: await readNeighbours(),
		regions: await readRegions(),
		memberships: await readMemberships(municipalities),
		indicators: Object.entries(INDICATORS).map(([code, { unit }]) => ({ code, unit })),
		observations: await readObservations(),
		regionObservations: await readRegionObservations(),
		schemes: await readSchemes(),
		schemeRules: await readSchemeRules(),
		schemeDates: await readSchemeDates(),
		objectives: await readObjectives(),
		regionObjectives: await readRegionObjectives(),
		testRounds: await readTestRounds(),
		testResults: await readTestResults(),
		testCounts: await readTestCounts(),
		goals: await readGoals(),
		cooperation: await readCooperation(),
		statements: await readStatements()
	};
}
