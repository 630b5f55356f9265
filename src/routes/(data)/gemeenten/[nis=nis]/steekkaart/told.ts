import { stockSentence } from '#lib/text/sentences.ts';
import type { Tell } from '../../../../told.ts';
import type { PageData } from './$types.js';

/** What this page says first. */
export const tell: Tell<PageData> = ({ town }) => ({
	answer: `Steekkaart van ${town.municipality.name}`,
	lead: stockSentence(town.municipality.name, town.standing)
});
