import type { Facts } from './fact-rows.ts';

/**
 * The reference facts alone: places, regions, households, legal regimes, test rounds and goals. Without stock figures,
 * objectives of municipalities, test results, parts for target groups and cooperation, and without the publications that brought only those.
 */
export function referenceOnly(facts: Facts): Facts {
	const kept: Facts = {
		...facts,
		observations: facts.observations.filter(isHouseholds),
		regionObservations: facts.regionObservations.filter(isHouseholds),
		objectives: [],
		testResults: [],
		testCounts: [],
		targetGroups: [],
		mentions: [],
		cooperation: [],
		statements: []
	};
	const dropped = sources(facts).difference(sources(kept));
	return { ...kept, publications: facts.publications.filter(({ id }) => !dropped.has(id)) };
}

const isHouseholds = ({ indicator }: { indicator: string }): boolean =>
	indicator.startsWith('households');

/** The publications that any row refers to. */
const sources = (facts: Facts): Set<number> =>
	new Set(
		Object.values(facts)
			.flat()
			.flatMap((row) => ('publication_id' in row ? [row.publication_id] : []))
	);
