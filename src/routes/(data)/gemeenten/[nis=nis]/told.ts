import { firstFacts } from '#lib/domain/published.ts';
import { isEstimate } from '#lib/text/format.ts';
import { publishedSentence } from '#lib/text/published.ts';
import { objectiveSentence, stockSentence } from '#lib/text/sentences.ts';
import { municipalityFigures } from './figures.ts';
import type { Tell } from '../../../told.ts';
import type { PageData } from './$types.js';

/** What this page says first: what somebody counted or published, before what we estimate. */
export const tell: Tell<PageData> = (data) => {
	const { municipality, objective, stock } = data.standing;
	const sentence = stockSentence(municipality.name, data.standing);
	const figures = municipalityFigures(data);
	if (stock.value === null || isEstimate(stock)) {
		const first = firstFacts(data.published, data.moment.on);
		const answer = publishedSentence(municipality, first, data.mentions);
		return { answer, lead: sentence, figures };
	}
	const term = { ...data.scheme, today: data.moment.today };
	return { answer: sentence, lead: objectiveSentence(municipality.name, objective, term), figures };
};
