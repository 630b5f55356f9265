import { courseTable } from '#lib/tables/trend.ts';
import { day } from '#lib/text/format.ts';
import { courseLines } from '../../../courses.ts';
import { roadTable } from '../../../road-table.ts';
import type { PageData } from './$types';

/** A drawing of fewer years shows nothing. */
const FEWEST_YEARS = 3;
const WAYS = ['', 'één weg', 'twee wegen', 'drie wegen', 'vier wegen'];

type Drawn = Pick<PageData, 'road' | 'points' | 'courses'>;

/** The courses that can be drawn; none when there are too few years. */
export const drawnCourses = ({ road, points, courses }: Drawn) =>
	points.length >= FEWEST_YEARS ? courseLines(courses, points, road.scenario.goal) : [];

export const coursesTitle = ({ road, points }: Drawn, ways: number): string =>
	`Het aandeel tot ${day(points.at(-1)?.date ?? road.scenario.by)}, op ${WAYS[ways]}`;

export const COURSES_BASE =
	'sociale huurwoningen per 100 huishoudens van de volgende 1 januari; scenario, geen beslissing';

/** The tables of the page; null where it has none of that name now. */
export function tables(data: PageData) {
	const { road, points, courses } = data;
	const { length } = drawnCourses(data);
	return {
		koers:
			length > 0
				? courseTable(
						{ id: 'koers', title: coursesTitle(data, length), notes: [COURSES_BASE] },
						points,
						courses
					)
				: null,
		woningen: road.members.length > 0 ? roadTable(road) : null
	};
}
