import type { Figure } from '#lib/domain/figure.ts';
import { COURSES, type Course } from '#lib/domain/road.ts';
import type { ArrivalAt, CoursePoint, SocialPart } from '#lib/domain/road-results.ts';
import { BASIS_POINTS } from '#lib/domain/share.ts';
import { SCENARIO } from '#lib/text/division.ts';
import type { RoadAnswer } from '../api/answers/road.ts';
import type { Figure as FigureAnswer } from '../api/answers/figure.ts';
import type { Reference } from '../reference.ts';
import type { Moment } from '../standing/moment.ts';
import type { RoadStanding } from '../standing/road.ts';
import { definitionLetter, figureJson, marksOf } from './api.ts';
import { figureColumns, table } from './tables.ts';

const fraction = (basisPoints: number | null) =>
	basisPoints === null ? null : basisPoints / BASIS_POINTS;

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
			from: asked.newHomesPerYear === null ? 'household growth' : 'asked',
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

/** The four courses, one row for each year-end; what holds for the road as a whole stands in every row. */
export function roadTable(standing: RoadStanding, moment: Moment) {
	const { scenario, results, asked } = standing;
	const always = (value: string | number | null) => () => value;
	return table<CoursePoint>(
		[
			['date', (row) => row.date],
			...figureColumns<CoursePoint>('households', (row) => row.households),
			['households_date', (row) => row.households.date],
			...COURSES.flatMap((course) =>
				figureColumns<CoursePoint>(`share_${course}`, (row) => row.shares[course])
			),
			['goal', always(fraction(scenario.goal))],
			['by', always(scenario.by)],
			...figureColumns<CoursePoint>('shortfall', () => results.short),
			...figureColumns<CoursePoint>('shortfall_per_year', () => results.shortPerYear),
			...figureColumns<CoursePoint>('pace_per_year', () => results.pace),
			['reached_at_pace', always(arrivalJson(results.atPace).year)],
			['outcome_at_pace', always(arrivalJson(results.atPace).outcome)],
			...figureColumns<CoursePoint>('pipeline', () => standing.pipeline),
			...figureColumns<CoursePoint>('stand_still_per_year', () => results.standStillPerYear),
			...figureColumns<CoursePoint>('new_homes', () => results.newHomes),
			...figureColumns<CoursePoint>('social_to_hold', () => results.partToHold),
			...figureColumns<CoursePoint>('social_for_goal', () => results.partForGoal),
			['q', always(fraction(asked.social))],
			...figureColumns<CoursePoint>('q_new_homes_needed', () => results.social?.newHomes ?? null),
			['scenario', always(SCENARIO)],
			['on', always(moment.on)],
			['known', always(moment.known)]
		],
		results.courses
	);
}
