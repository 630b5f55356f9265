import { outcomesSentence } from '#lib/text/contradictions.ts';
import { TITLES } from '../../../titles.ts';
import type { Tell } from '../../../told.ts';
import type { PageData } from './$types';

/** What this page says first. */
export const tell: Tell<PageData> = ({ rows }) => ({
	answer: TITLES.contradictions,
	lead: outcomesSentence(rows)
});
