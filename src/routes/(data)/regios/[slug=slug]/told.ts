import { goalSentence, stockSentence, tallySentence } from '#lib/text/sentences.ts';
import { regionFigures } from './figures.ts';
import type { Tell } from '../../../told.ts';
import type { PageData } from './$types.js';

/** What this page says first. */
export const tell: Tell<PageData> = (data, url) => {
	const { region, headline, goal, members, tally } = data.standing;
	const figures = regionFigures(data, url);
	return {
		answer: stockSentence(region.name, headline),
		lead: `${goalSentence(goal)} ${members.length > 0 ? tallySentence(tally) : ''}`.trim(),
		figures: members.length > 0 ? figures : { flows: figures.flows }
	};
};
