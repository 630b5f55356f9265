import { objectiveSentence, stockSentence } from '#lib/text/sentences.ts';
import { municipalityFigures } from './figures.ts';
import type { Tell } from '../../../told.ts';
import type { PageData } from './$types.js';

/** What this page says first. */
export const tell: Tell<PageData> = (data) => {
	const { municipality, objective } = data.standing;
	const term = { ...data.scheme, today: data.moment.today };
	return {
		answer: stockSentence(municipality.name, data.standing),
		lead: objectiveSentence(municipality.name, objective, term),
		figures: municipalityFigures(data)
	};
};
