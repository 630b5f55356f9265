import { progressTest } from '#lib/domain/progress-test.ts';
import type { Day } from '#lib/domain/dates.ts';
import type { Figure } from '#lib/domain/figure.ts';
import { isKnown } from '#lib/domain/known.ts';
import { figureOf, type Lookup, type Municipality } from '#lib/domain/places.ts';
import type { Database } from '../database.ts';
import { newestObjectives, testResults } from '../queries/objectives.ts';
import { reference, type Reference } from '../reference.ts';
import type { TestResultTable } from '../schema.ts';
import { codesToRead, readLookup } from './lookup.ts';
import type { Moment } from './moment.ts';
import { mainScheme } from './municipalities.ts';
import { objectiveBook } from './objectives.ts';

/** One round of the progress test for one municipality: what the rule gives, and what was entered. */
export interface TestStanding {
	round: number;
	/** Null when the round's thresholds were never published, or a figure is unknown. */
	computed: 1 | 2 | null;
	/** Whether the computed category rests on an estimate. */
	estimated: boolean;
	/** Published category; a merged municipality does not inherit its predecessors' categories. */
	entered: TestResultTable['category'] | null;
	/** Published categories of the municipalities before the merger, when the round is older than that. */
	predecessors: { nis: string; category: TestResultTable['category']; publication: number }[];
	publication: number | null;
	shortRealised: number | null;
	shortWithPlanned: number | null;
}

/**
 * The rounds of the progress test for one municipality: those with thresholds or with a published category, as far as they
 * were known. A round before a merger was decided for each old municipality apart (domain.md R10): it has no computed
 * category, and shows what was published for the predecessors.
 */
export async function testsOf(
	database: Database,
	moment: Moment,
	municipality: Municipality
): Promise<TestStanding[]> {
	const facts = await reference(database);
	const { nis } = municipality;
	const rounds = facts.testRounds.filter(({ publication }) => {
		const issued = facts.publications.get(publication);
		return issued !== undefined && isKnown(issued, moment.known);
	});
	const family = facts.places.withPredecessors(nis, moment.structureOn);
	const [lookup, objectives, results] = await Promise.all([
		readLookup(database.read, facts.places, {
			codes: [nis],
			indicators: ['realised', 'in_execution', 'planned'],
			dates: rounds.map((round) => round.measuredOn),
			known: moment.known
		}),
		newestObjectives(database.read, codesToRead(facts.places, [nis]), moment.known),
		testResults(database.read, family, moment.known)
	]);
	const target = objectiveBook(facts.places, objectives, mainScheme(facts), moment).target(nis);
	const mergedOn = facts.places.mergerInto(nis, moment.structureOn)?.on ?? '';

	return rounds
		.map((round) => {
			const before = round.measuredOn < mergedOn;
			const published = results.filter((result) => result.year === round.year);
			const figures = [target, ...pipelineOn(facts, lookup, moment, nis, round.measuredOn)];
			return standingIn(round, before ? [] : figures, published, nis);
		})
		.filter(
			({ computed, entered, predecessors }) => computed ?? entered ?? predecessors.length > 0
		);
}

/** Realised, in execution and planned dwellings of a municipality on a measuring date. */
const pipelineOn = (
	{ places }: Reference,
	lookup: Lookup,
	{ structureOn }: Moment,
	nis: string,
	date: Day
): Figure[] =>
	(['realised', 'in_execution', 'planned'] as const).map((indicator) =>
		figureOf(places, lookup, { nis, structureOn, indicator, date })
	);

function standingIn(
	round: Reference['testRounds'][number],
	figures: readonly Figure[],
	published: Awaited<ReturnType<typeof testResults>>,
	nis: string
): TestStanding {
	const outcome = replay(
		figures.map((one) => one.value),
		round
	);
	const entered = published.find((result) => result.nis === nis);
	return {
		round: round.year,
		computed: outcome?.computed ?? null,
		estimated: outcome !== null && figures.some((one) => one.status === 'estimated'),
		entered: entered?.category ?? null,
		publication: entered?.publication ?? null,
		predecessors: published
			.filter((result) => result.nis !== nis)
			.map(({ nis, category, publication }) => ({ nis, category, publication })),
		shortRealised: outcome?.shortRealised ?? null,
		shortWithPlanned: outcome?.shortWithPlanned ?? null
	};
}

function replay(
	values: readonly (number | null)[],
	round: { realised: number | null; withPlanned: number | null }
) {
	const [target, realised, inExecution, planned] = values;
	if (round.realised === null || round.withPlanned === null) return null;
	if (target == null || realised == null || inExecution == null || planned == null) return null;
	return progressTest(target, realised, inExecution + planned, {
		realised: round.realised,
		withPlanned: round.withPlanned
	});
}
