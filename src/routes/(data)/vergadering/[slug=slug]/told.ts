import { stockSentence } from '#lib/text/sentences.ts';
import type { Tell } from '../../../told.ts';
import type { PageData } from './$types.js';

/** What this page says first. */
export const tell: Tell<PageData> = ({ onPaper: { pack } }) => ({
	answer: `Vergaderpakket van ${pack.region.name}`,
	lead: stockSentence(pack.region.name, pack.standing)
});
