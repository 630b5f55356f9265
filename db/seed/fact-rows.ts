import type { Insertable } from 'kysely';
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
	ReleaseCalendarTable,
	LawStatementTable,
	MentionTable,
	SchemeDateTable,
	SchemeRuleTable,
	SuccessionTable,
	TargetGroupPartTable,
	TestCountTable,
	TestResultTable,
	TestRoundTable
} from '#lib/server/database/schema.ts';

/** What a publication says in words of the way of a municipality to its rental objective by the deadline. */
export interface Statement {
	publication_id: number;
	/** NIS code, or the slug of a region: the members that the same publication does not name. */
	place: string;
	stated_on: string;
	/** It will have reached the objective, will miss it, or is on the path to it. */
	says: 'reaches' | 'misses' | 'on_path';
}

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
	schemeRules: Insertable<SchemeRuleTable>[];
	schemeDates: Insertable<SchemeDateTable>[];
	lawStatements: Insertable<LawStatementTable>[];
	objectives: Insertable<ObjectiveTable>[];
	regionObjectives: Insertable<RegionObjectiveTable>[];
	testRounds: Insertable<TestRoundTable>[];
	testResults: Insertable<TestResultTable>[];
	testCounts: Insertable<TestCountTable>[];
	mentions: Insertable<MentionTable>[];
	goals: Insertable<RegionalGoalTable>[];
	targetGroups: Insertable<TargetGroupPartTable>[];
	cooperation: Insertable<CooperationTable>[];
	calendar: Insertable<ReleaseCalendarTable>[];
	/** Only for the practice figures: what objectives without a number say in words. No table holds them. */
	statements: Statement[];
}
