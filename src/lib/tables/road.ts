import type { CoursePoint } from '#lib/domain/road-results.ts';
import { COURSES, type Course } from '#lib/domain/road.ts';
import { fraction } from '#lib/domain/share.ts';
import type { RoadStanding } from '#lib/server/standing/road.ts';
import { field, figure, given, type Column } from './column.ts';
import { scenario } from './division.ts';
import { type Pick, type Quantity, type Unit } from './field.ts';
import { householdsDate, QUANTITIES, type AtMoment } from './quantities.ts';

export const COURSE_MEANINGS: Record<Course, string> = {
	nothing: 'if nothing is added',
	pace: 'at the pace of the last five years',
	pipeline: 'if the dwellings in execution and planned are delivered by the day asked',
	goal: 'along the straight line to the goal'
};

/** What holds for the road as a whole stands in every row. */
interface OfRoad extends AtMoment {
	road: RoadStanding;
}

const whole = (
	name: string,
	unit: Unit,
	meaning: string,
	of: (road: RoadStanding) => ReturnType<Pick<CoursePoint>>
): Column<CoursePoint, OfRoad> =>
	figure<CoursePoint, OfRoad>({ name, unit, about: '', meaning }, (_, { road }) => of(road));

const share = (course: Course): Quantity => ({
	name: `share_${course}`,
	unit: 'share',
	about: '',
	meaning: `Share ${COURSE_MEANINGS[course]}, a fraction.`
});

/** The four courses of a road, a row for each year-end. */
export const road: readonly Column<CoursePoint, OfRoad>[] = [
	given('date', 'date', 'Year-end.'),
	figure(QUANTITIES.households, (row) => row.households),
	householdsDate(),
	...COURSES.map((course) => figure<CoursePoint>(share(course), (row) => row.shares[course])),
	field(
		'goal',
		'number?',
		'Share to reach, a fraction; blank when nobody names one.',
		(_, { road }) => fraction(road.scenario.goal)
	),
	field('by', 'date', 'Day by which.', (_, { road }) => road.scenario.by),
	whole(
		'shortfall',
		'dwellings',
		'Dwellings short of the goal on that day.',
		({ results }) => results.short
	),
	whole(
		'shortfall_per_year',
		'dwellings',
		'Dwellings a year until that day.',
		({ results }) => results.shortPerYear
	),
	whole(
		'pace_per_year',
		'dwellings',
		'Dwellings a year over the last five years.',
		({ results }) => results.pace
	),
	field(
		'reached_at_pace',
		'number?',
		'Year at the end of which the goal is reached; blank in every other case.',
		(_, { road }) => {
			const { arrival } = road.results.atPace;
			return arrival?.kind === 'in' ? arrival.year : null;
		}
	),
	field(
		'outcome_at_pace',
		'text?',
		'`reached`, `in`, `later` or `never`; blank when unknown.',
		(_, { road }) => road.results.atPace.arrival?.kind ?? null
	),
	whole('pipeline', 'dwellings', 'Dwellings in execution and planned.', (one) => one.pipeline),
	whole(
		'stand_still_per_year',
		'dwellings',
		'Dwellings a year only to keep the share.',
		({ results }) => results.standStillPerYear
	),
	whole(
		'new_homes',
		'dwellings',
		'New dwellings of all kinds until that day.',
		({ results }) => results.newHomes
	),
	whole(
		'social_to_hold',
		'ratio',
		'Part of them that must be social to keep the share.',
		({ results }) => results.partToHold
	),
	whole(
		'social_for_goal',
		'ratio',
		'Part of them that must be social to reach the goal.',
		({ results }) => results.partForGoal
	),
	field(
		'q',
		'number?',
		'The social part that was asked, a fraction; blank when not asked.',
		(_, { road }) => fraction(road.asked.q)
	),
	whole(
		'q_new_homes_needed',
		'dwellings',
		'New dwellings until the goal is reached with that part.',
		({ results }) => results.social?.newHomes
	),
	...scenario
];
