import type { Insertable } from 'kysely';
import { INDICATORS } from '#lib/domain/indicators.ts';
import type {
	CooperationTable,
	IndicatorTable,
	MunicipalityTable,
	NeighbourTable,
	ObjectiveSchemeTable,
	ObjectiveTable,
	ObservationTable,
	PublicationTable,
	RegionMembershipTable,
	RegionObjectiveTable,
	RegionObservationTable,
	RegionTable,
	RegionalGoalTable,
	SuccessionTable,
	TestResultTable,
	TestRoundTable
} from '#lib/server/schema.ts';
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
	readSchemes,
	readTestResults,
	readTestRounds
} from './rules.ts';
import { readCooperation, readPublications } from './sources.ts';

/** Id of the publication of the practice figures; imported publications come after it. */
export const PRACTICE_PUBLICATION_ID = 1000;

/** The published facts of the start data set: rows ready to insert, one list per table. */
export interface Facts {
	publications: (Insertable<PublicationTable> & { id: number })[];
	municipalities: Insertable<MunicipalityTable>[];
	successions: Insertable<SuccessionTable>[];
	/** Pairs with `nis_a` below `nis_b`, for the structures of 2018, 2019 and 2025. */
	neighbours: Insertable<NeighbourTable>[];
	regions: Insertable<RegionTable>[];
	memberships: Insertable<RegionMembershipTable>[];
	indicators: Insertable<IndicatorTable>[];
	/** Households (register, forecast, census, baseline) and published stock figures of municipalities. */
	observations: Insertable<ObservationTable>[];
	/** Households of arrondissements and published figures of Flanders, provinces and other regions. */
	regionObservations: Insertable<RegionObservationTable>[];
	schemes: Insertable<ObjectiveSchemeTable>[];
	objectives: Insertable<ObjectiveTable>[];
	regionObjectives: Insertable<RegionObjectiveTable>[];
	testRounds: Insertable<TestRoundTable>[];
	testResults: Insertable<TestResultTable>[];
	goals: Insertable<RegionalGoalTable>[];
	cooperation: Insertable<CooperationTable>[];
}

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
		objectives: await readObjectives(),
		regionObjectives: await readRegionObjectives(),
		testRounds: await readTestRounds(),
		testResults: await readTestResults(),
		goals: await readGoals(),
		cooperation: await readCooperation()
	};
}
