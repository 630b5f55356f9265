import type { DrawnFigure } from '#lib/charts/figure.ts';
import { day } from '#lib/text/format.ts';
import { roadSentence } from '#lib/text/road.ts';
import { hasCourses, roadCourses } from '../../../drawings.ts';
import type { load } from './+page.server.ts';

const WAYS = ['', 'één weg', 'twee wegen', 'drie wegen', 'vier wegen'];

/** The figure of the page of a road; null when it has too few years. */
export function roadFigures(data: Awaited<ReturnType<typeof load>>): {
	courses: DrawnFigure | null;
} {
	const { road, points, courses } = data;
	if (!hasCourses(data)) return { courses: null };
	const sentence = roadSentence(road.region.name, road.results, road.scenario);
	return {
		courses: {
			id: 'koers',
			title: `Het aandeel tot ${day(points.at(-1)?.date ?? road.scenario.by)}, op ${WAYS[courses.length]}`,
			subtitle:
				'sociale huurwoningen per 100 huishoudens van de volgende 1 januari; scenario, geen beslissing',
			sources: data.sources,
			drawings: [roadCourses(data, { description: `${sentence} Scenario, geen beslissing.` })]
		}
	};
}
