import { INDICATORS } from '#lib/domain/indicators.ts';
import { LAST_OF_START } from '#lib/domain/statements.ts';
import type { Facts } from './fact-rows.ts';
import { readObservations, readRegionObservations } from './figures.ts';
import { readMunicipalities, readNeighbours, readSuccessions } from './places.ts';
import { readStartRules, readStatements } from './rules.ts';
import { readCooperation, readPublications } from './sources.ts';

/** Id of the publication of the practice figures; imported publications come after it. */
export const PRACTICE_PUBLICATION_ID = LAST_OF_START;

/**
 * Reads the published facts from `facts/`.
 * @throws Error that names file, line and column when a cell cannot be read.
 */
export const readFacts = async (): Promise<Facts> => ({
	publications: await readPublications(),
	municipalities: await readMunicipalities(),
	successions: await readSuccessions(),
	neighbours: await readNeighbours(),
	indicators: Object.entries(INDICATORS).map(([code, { unit }]) => ({ code, unit })),
	observations: await readObservations(),
	regionObservations: await readRegionObservations(),
	...(await readStartRules()),
	cooperation: await readCooperation(),
	statements: await readStatements()
});
