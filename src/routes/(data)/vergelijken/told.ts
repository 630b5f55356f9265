import { rangeSentence, splitSentence } from '#lib/text/compare.ts';
import { comparedFigures } from './figures.ts';
import type { Tell } from '../../told.ts';
import type { PageData } from './$types.js';

/** What this page says first. */
export const tell: Tell<PageData> = (data) => ({
	answer: rangeSentence(
		data.rows.map(({ standing: { region, share } }) => ({ name: region.name, share }))
	),
	lead: splitSentence(data.theil),
	figures: comparedFigures(data)
});
