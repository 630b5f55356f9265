import { progressTest } from '#lib/domain/progress-test.ts';
import { figureOf, type Municipality } from '#lib/domain/places.ts';
import type { Database } from '../database.ts';
import { newestObjectives, testResults } from '../queries/objectives.ts';
import { reference } from '../reference.ts';
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
	entered: '1' | '2' | '2a' | '2b' | null;
	publication: number | null;
	shortRealised: number | null;
	shortWithPlanned: number | null;
}

/** The rounds of the progress test for one municipality: those with thresholds or with a published category. */
export async function testsOf(
	database: Database,
	moment: Moment,
	municipality: Municipality
): Promise<TestStanding[]> {
	const facts = await reference(database);
	const { nis } = municipality;
	const rounds = facts.testRounds;
	const [lookup, objectives, results] = await Promise.all([
		readLookup(database.read, facts.places, {
			codes: [nis],
			indicators: ['realised', 'in_execution', 'planned'],
			dates: rounds.map((round) => round.measuredOn),
			known: moment.known
		}),
		newestObjectives(database.read, codesToRead(facts.places, [nis]), moment.known),
		testResults(database.read, [nis], moment.known)
	]);
	const target = objectiveBook(facts.places, objectives, mainScheme(facts), moment).target(nis);

	return rounds.flatMap((round) => {
		const ask = (indicator: 'realised' | 'in_execution' | 'planned') =>
			figureOf(facts.places, lookup, {
				nis,
				structureOn: moment.structureOn,
				indicator,
				date: round.measuredOn
			});
		const figures = [target, ask('realised'), ask('in_execution'), ask('planned')];
		const entered = results.find((result) => result.year === round.year);
		const outcome = replay(
			figures.map((one) => one.value),
			round
		);
		if (!outcome && !entered) return [];
		return [
			{
				round: round.year,
				computed: outcome?.computed ?? null,
				estimated: outcome !== null && figures.some((one) => one.status === 'estimated'),
				entered: entered?.category ?? null,
				publication: entered?.publication ?? null,
				shortRealised: outcome?.shortRealised ?? null,
				shortWithPlanned: outcome?.shortWithPlanned ?? null
			}
		];
	});
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
