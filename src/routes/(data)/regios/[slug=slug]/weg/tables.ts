import { aboutFigure } from '#lib/tables/figure-rows.ts';
import { courseTable } from '#lib/tables/trend.ts';
import { roadTable } from '../../../road-table.ts';
import type { PageData } from './$types';
import { roadFigures } from './figures.ts';

/** The tables of the page; null where it has none of that name now. */
export function tables(data: PageData) {
	const { road, points, courses } = data;
	const { courses: drawn } = roadFigures(data);
	return {
		koers: drawn && courseTable(aboutFigure(drawn), points, courses),
		woningen: road.members.length > 0 ? roadTable(road) : null
	};
}
