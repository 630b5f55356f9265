import type { Day } from '#lib/domain/dates.ts';
import type { Figure } from '#lib/domain/figure.ts';
import type { Municipality } from '#lib/domain/places.ts';
import {
	neededFor,
	testFigures,
	type TestFigures,
	type Thresholds
} from '#lib/domain/progress-test.ts';
import type { Database } from '../database/database.ts';
import { reference, type Reference } from '../reference/reference.ts';
import { addressedTest, addressing } from './addressed.ts';
import type { Moment } from './moment.ts';
import { mainScheme } from './municipalities.ts';
import { readProgress, type ProgressAt } from './progress.ts';
import { roundsBy } from './tests.ts';
import { yearEnds } from './trends.ts';

/** Progress on one year-end, in dwellings. */
export interface PathPoint extends TestFigures {
	date: Day;
	/** Realised, in execution and planned together. */
	withPlanned: Figure;
	/** Realised as a fraction of the target. */
	part: Figure;
}

/** A published pair of thresholds in dwellings of one municipality, on its legal date. */
export interface PathStep {
	round: number;
	date: Day;
	thresholds: Thresholds;
	/** Whole dwellings that reach the line. */
	realised: number;
	withPlanned: number;
}

/** The way of a municipality to its objective. */
export interface GrowthPath {
	target: Figure;
	baselineOn: Day;
	deadline: Day;
	/** Year-ends with a realised figure, oldest first. */
	points: PathPoint[];
	/** Whether a part of the growth is left out: that of a part of a merger without an objective. */
	partly: boolean;
	/** Only rounds with published thresholds in which this municipality itself was tested. */
	steps: PathStep[];
}

/** The way of one municipality. */
export async function growthPathOf(
	database: Database,
	moment: Moment,
	municipality: Municipality
): Promise<GrowthPath> {
	const [path] = await growthPathsOf(database, moment, [municipality]);
	return path as GrowthPath;
}

/**
 * Progress over the years in the structure of the moment, with the thresholds on their dates and nothing in between; of
 * several municipalities from one reading, in the order given.
 */
export async function growthPathsOf(
	database: Database,
	moment: Moment,
	municipalities: readonly Municipality[]
): Promise<GrowthPath[]> {
	const facts = await reference(database, moment.known);
	const { code } = mainScheme(facts, moment.on);
	const dates = yearEnds(facts, moment).filter((date) => mainScheme(facts, date).code === code);
	const codes = municipalities.map((one) => one.nis);
	const progressAt = await readProgress(database, moment, codes, dates);
	return codes.map((nis) => pathOf(facts, moment, nis, dates, progressAt));
}

function pathOf(
	facts: Reference,
	moment: Moment,
	nis: string,
	dates: readonly Day[],
	progressAt: ProgressAt
): GrowthPath {
	const { baselineOn, deadline } = mainScheme(facts, moment.on);
	const points = dates
		.map((date) => pointOf(nis, { ...moment, on: date }, progressAt))
		.filter((point) => point.realised.value !== null);
	const partly = dates.some((on) => {
		const { realised, counted } = progressAt(nis, { ...moment, on });
		return realised.value !== counted.realised.value;
	});
	const { target } = progressAt(nis, moment);
	const steps = stepsOf(facts, moment, nis, target);
	return { target, baselineOn, deadline, points, partly, steps };
}

function stepsOf(facts: Reference, moment: Moment, nis: string, target: Figure): PathStep[] {
	const mergedOn = facts.places.mergerInto(nis, moment.structureOn)?.on ?? '';
	const { code } = mainScheme(facts, moment.on);
	const ofRegime = roundsBy(facts, moment).filter(
		({ measuredOn }) => mainScheme(facts, measuredOn).code === code
	);
	return ofRegime.flatMap(({ year, measuredOn, thresholds }) => {
		if (!thresholds || !target.value || measuredOn < mergedOn) return [];
		const realised = neededFor(target.value, thresholds.realised);
		const withPlanned = neededFor(target.value, thresholds.withPlanned);
		return [{ round: year, date: measuredOn, thresholds, realised, withPlanned }];
	});
}

function pointOf(nis: string, at: Moment, progressAt: ProgressAt): PathPoint {
	const figures = testFigures(progressAt(nis, at));
	const { withPlanned, realisedPart } = addressedTest(addressing(nis, at), figures);
	return { date: at.on, ...figures, withPlanned, part: realisedPart };
}
