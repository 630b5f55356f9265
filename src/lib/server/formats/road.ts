import type { Figure } from '#lib/domain/figure.ts';
import { COURSES, type Course } from '#lib/domain/road.ts';
import type { ArrivalAt, SocialPart } from '#lib/domain/road-results.ts';
import { fraction } from '#lib/domain/share.ts';
import { definitionLetter, marksOf } from '#lib/tables/field.ts';
import { SCENARIO } from '#lib/text/division.ts';
import type { RoadAnswer } from '../api/answers/road.ts';
import type { Figure as FigureAnswer } from '../api/answers/figure.ts';
import type { Reference } from '../reference/reference.ts';
import type { Moment } from '../standing/moment.ts';
import type { RoadStanding } from '../standing/road.ts';
import { figureJson } from './figure-json.ts';

/** A road as `/api/v1/regions/{slug}/road` gives it: dwellings, dwellings a year, shares and parts as fractions. */
export function roadJson(standing: RoadStanding, facts: Reference, moment: Moment): RoadAnswer {
	const { region, scenario, asked, results, delivered } = standing;
	const json = (figure: Figure) => figureJson(figure, facts);
	return {
		slug: region.slug,
		name: region.name,
		scenario: SCENARIO,
		on: moment.on,
		known: moment.known,
		goal: fraction(scenario.goal),
		goalFrom: scenario.goalFrom,
		by: scenario.by,
		byFrom: scenario.byFrom,
		shortfall: results.short.value,
		...marksOf(results.short),
		surplus: results.gap.value === null ? null : Math.max(0, -results.gap.value),
		shortfallPerYear: json(results.shortPerYear),
		stock: { ...json(standing.stock), definition: definitionLetter(standing.stock) },
		households: json(standing.households),
		householdsThen: json(standing.later),
		pace: {
			basis: delivered.basis,
			from: delivered.from,
			to: delivered.to,
			delivered: json(delivered.figure),
			perYear: json(results.pace),
			reached: arrivalJson(results.atPace)
		},
		pipeline: {
			inExecution: json(standing.inExecution),
			planned: json(standing.planned),
			together: json(standing.pipeline)
		},
		standStill: { dwellings: json(results.standStill), perYear: json(results.standStillPerYear) },
		newHomes: {
			...json(results.newHomes),
			from: asked.newHomes === null ? 'household growth' : 'asked',
			socialToHold: json(results.partToHold),
			socialForGoal: json(results.partForGoal)
		},
		q: results.social && socialJson(results.social, facts),
		projectedUntil: standing.projectedUntil,
		years: results.courses.map(({ date, households, shares }) => ({
			date,
			households: json(households),
			shares: Object.fromEntries(COURSES.map((course) => [course, json(shares[course])])) as Record<
				Course,
				FigureAnswer
			>
		}))
	};
}

const socialJson = (social: SocialPart, facts: Reference) => ({
	value: fraction(social.basisPoints),
	newHomesNeeded: figureJson(social.newHomes, facts),
	dwellings: figureJson(social.dwellings, facts),
	share: figureJson(social.share, facts),
	reached: arrivalJson(social.arrival)
});

/** When a goal is reached: now, in a year, or not by the last projected one; and whether the shortfall shrinks until then. */
const arrivalJson = ({ arrival, reason, status }: ArrivalAt) => ({
	year: arrival?.kind === 'in' ? arrival.year : null,
	outcome: arrival?.kind ?? null,
	...(arrival && 'until' in arrival && { until: arrival.until }),
	status,
	...(reason && { reason })
});
