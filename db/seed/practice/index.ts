import type { Insertable } from 'kysely';
import type {
	ObjectiveTable,
	ObservationTable,
	PublicationTable
} from '#lib/server/database/schema.ts';
import type { Facts } from '../fact-rows.ts';
import { PRACTICE_PUBLICATION_ID } from '../facts.ts';
import { OBJECTIVES_TOGETHER } from './assumptions.ts';
import { estimateBaseline } from './baseline.ts';
import { createBounds } from './bounds.ts';
import { estimateCompanyStock } from './company-stock.ts';
import { createEvidence, createLaterShares } from './evidence.ts';
import { createGround, type ByCode, type Ground } from './ground.ts';
import { createGrowth } from './growth.ts';
import { estimateHouseholds } from './households.ts';
import { createKnots } from './knots.ts';
import type { Estimate } from './ledger.ts';
import {
	estimateObjectives,
	estimateStepOne,
	objectivesByCode,
	type Objective
} from './objectives.ts';
import { publishedOutcomes } from './outcomes.ts';
import { estimateProgress } from './pipeline.ts';
import { estimateStock } from './stock.ts';
import { provinceTotals } from './totals.ts';

/** The practice figures: one publication and its rows, ready to insert. */
export interface PracticeFigures {
	publication: Insertable<PublicationTable>;
	observations: Insertable<ObservationTable>[];
	objectives: Insertable<ObjectiveTable>[];
}

/**
 * Fills the gaps that the published facts leave in the years 2007-2024 with estimates (README.md tells how). The same
 * facts always give the same figures. A practice figure never stands where a figure of the same municipality, indicator
 * and day is published; all are whole numbers.
 * @throws Error when a fact is missing on which the estimates stand, or when published totals cannot be reached
 */
export function practiceFigures(facts: Facts): PracticeFigures {
	const start = flattestStart(facts);
	const { ground, totals, laterShares, estimatedObjectives, objectives } = start;
	const baseline = baselineByCode(ground);
	const outcomes = publishedOutcomes(ground);
	estimateStock(ground, totals, baseline, {
		growthIn: createGrowth(ground, baseline, objectives, outcomes),
		knotsOf: createKnots(ground, baseline, objectives, laterShares),
		boundsIn: createBounds(ground, baseline, objectives, outcomes)
	});
	estimateProgress(ground, baseline, objectives);
	estimateCompanyStock(ground);
	return {
		publication: PUBLICATION,
		observations: ground.ledger.estimates().map(toObservation),
		objectives: estimatedObjectives.map((one) => toObjective(one, ground.scheme.code))
	};
}

/** Steepness is tried in hundredths, up to this. */
const STEEPEST = 200;

/**
 * The baselines and objectives of the flattest model with which the objectives are together what they were: nothing says how
 * steep the shares were, so they differ no more than that sum asks. The steeper, the more municipalities the limit cuts.
 */
function flattestStart(facts: Facts): Start {
	const most = OBJECTIVES_TOGETHER.dwellings * (1 + OBJECTIVES_TOGETHER.about);
	let [flat, steep] = [0, STEEPEST];
	while (flat < steep) {
		const between = Math.floor((flat + steep) / 2);
		if (afterTwoSteps(startWith(facts, between / 100)) <= most) steep = between;
		else flat = between + 1;
	}
	return startWith(facts, steep / 100);
}

/** All objectives together after steps 1 and 2: what a published one has above step 1 is the catch-up. */
const afterTwoSteps = ({ objectives, first }: Start): number =>
	[...objectives].reduce((sum, [nis, value]) => sum + Math.min(value, first(nis)), 0);

type Start = ReturnType<typeof startWith>;

/** Households, baselines and objectives, from which all else follows. */
function startWith(facts: Facts, steepness: number) {
	const ground = createGround(facts);
	estimateHouseholds(ground);
	const totals = provinceTotals(ground);
	const first = estimateStepOne(ground);
	const laterShares = createLaterShares(ground, totals);
	estimateBaseline(ground, totals, createEvidence(ground, first, laterShares), steepness);
	const estimatedObjectives = estimateObjectives(ground, first);
	const objectives = objectivesByCode(ground, estimatedObjectives);
	return { ground, totals, laterShares, estimatedObjectives, objectives, first };
}

const baselineByCode = ({ places, ledger, scheme }: Ground): ByCode =>
	new Map(
		places
			.validOn(scheme.baselineOn)
			.map(({ nis }) => [nis, ledger.value(nis, 'stock_a', scheme.baselineOn)])
	);

const PUBLICATION: Insertable<PublicationTable> = {
	id: PRACTICE_PUBLICATION_ID,
	publisher: 'Woonobjectief',
	title: 'Oefencijfers',
	url: null,
	licence: null,
	kind: 'practice',
	structure_on: null,
	reference_date: null,
	published_on: null,
	known_from: '2007-12-31',
	date_note:
		'Oefencijfers hebben geen dag van publicatie. Ze vullen elke leemte, op elke dag die u bij «bekend op» kiest.',
	supersedes: null,
	file_name: null,
	sha256: null,
	withdrawn_on: null,
	withdrawn_why: null,
	note: 'Ramingen voor elke gemeente en elk jaar zonder gepubliceerd cijfer. Ze zijn er om alles te kunnen uitproberen, niet om mee te beslissen.'
};

const toObservation = ({ nis, indicator, day, value }: Estimate): Insertable<ObservationTable> => ({
	publication_id: PRACTICE_PUBLICATION_ID,
	nis_code: nis,
	indicator,
	reference_date: day,
	value,
	status: 'estimated',
	note: null,
	place_sheet: null,
	place_row: null,
	place_column: null
});

const toObjective = (
	{ nis, value, status }: Objective,
	scheme: string
): Insertable<ObjectiveTable> => ({
	publication_id: PRACTICE_PUBLICATION_ID,
	scheme,
	nis_code: nis,
	component: 'total',
	value,
	status,
	attested_on: null,
	note: null
});
