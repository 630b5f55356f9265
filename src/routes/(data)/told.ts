import { stockSentence, tallySentence } from '#lib/text/sentences.ts';
import { overviewFigures } from './figures-of-overview.ts';
import type { Tell } from '../told.ts';
import type { PageData } from './$types.js';

/** What this page says first. */
export const tell: Tell<PageData> = (data) => ({
	answer: stockSentence(data.flanders.region.name, data.flanders.headline),
	lead: tallySentence(data.flanders.tally),
	figures: overviewFigures(data)
});
