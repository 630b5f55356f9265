import { PACE_YEARS } from '#lib/domain/road-results.ts';
import { paceSentence, roadSentence } from '#lib/text/road.ts';
import { roadFigures } from './figures.ts';
import type { Tell } from '../../../../told.ts';
import type { PageData } from './$types.js';

/** What this page says first. */
export const tell: Tell<PageData> = (data) => {
	const { region, results, scenario } = data.road;
	return {
		answer: roadSentence(region.name, results, scenario),
		lead: paceSentence(results, PACE_YEARS),
		figures: roadFigures(data),
		scenario: true
	};
};
