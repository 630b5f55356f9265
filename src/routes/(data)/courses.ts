import type { CourseLine } from '#lib/charts/courses.ts';
import { yearOf, type Day } from '#lib/domain/dates.ts';
import { COURSES, type Course } from '#lib/domain/road.ts';
import type { CoursePoint } from '#lib/domain/road-results.ts';
import type { RoadStanding } from '#lib/server/standing/road.ts';
import { day, figure, goalShare, percent } from '#lib/text/format.ts';
import { COURSE_WORDS } from '#lib/text/road.ts';

const SHAPES: Record<Course, CourseLine['shape']> = {
	nothing: 'triangle',
	pace: 'dot',
	pipeline: 'square',
	goal: 'diamond'
};

/** Years before the reference date that the drawing shows. */
const YEARS_BEFORE = 10;

/** The last years up to the reference date, of a trend. */
export const historyBefore = <Point extends { date: Day }>(
	trend: readonly Point[],
	on: Day
): Point[] => trend.filter(({ date }) => yearOf(date) >= yearOf(on) - YEARS_BEFORE && date <= on);

/** The year-ends to the day asked, and on to the year in which the pace of now reaches the goal. */
export function shownPoints({ scenario, results }: RoadStanding): CoursePoint[] {
	const { arrival } = results.atPace;
	const reached = arrival?.kind === 'in' ? arrival.year : 0;
	const until = Math.max(yearOf(scenario.by), reached);
	return results.courses.filter(({ date }) => yearOf(date) <= until);
}

/** The courses that are known. */
export const coursesIn = (points: readonly CoursePoint[]): Course[] =>
	COURSES.filter((course) => points.some(({ shares }) => shares[course].value !== null));

/** The courses as lines of the drawing. */
export const courseLines = (
	courses: readonly Course[],
	points: readonly CoursePoint[],
	goal: number | null
): CourseLine[] =>
	courses.map((course) => {
		const { name, about } = COURSE_WORDS[course];
		return {
			key: course,
			name: course === 'goal' && goal !== null ? `${name}: ${goalShare(goal)}` : name,
			about,
			shape: SHAPES[course],
			points: points.map(({ date, shares }) => ({
				date,
				value: shares[course].value,
				status: shares[course].status,
				text: figure(shares[course], (value) => percent(value, 1)),
				label: `${name}, ${day(date)}: ${figure(shares[course], (value) => percent(value))} (scenario)`
			}))
		};
	});

/** Whose goal it is, in a sentence. */
export function goalName({ scenario, regionGoal }: RoadStanding): string {
	if (scenario.goal === null)
		return 'Van deze regio is geen eigen streefcijfer bekend: kies hieronder zelf een doel.';
	switch (scenario.goalFrom) {
		case 'region':
			return `${goalShare(scenario.goal)} is het streefcijfer van de regio als geheel${scenario.comesOn ? `, dat pas vanaf ${day(scenario.comesOn)} geldt` : ''}.`;
		case 'held':
			return `${goalShare(scenario.goal)} was het aandeel van de regio op ${day(regionGoal?.baseDate ?? '')} (afgerond): het doel is dat aandeel te houden.`;
		default:
			return `U koos zelf ${goalShare(scenario.goal)} als doel.`;
	}
}
