import { shortfallSentence } from '#lib/text/division.ts';
import type { Tell } from '../../../../told.ts';
import type { PageData } from './$types.js';

/** What this page says first. */
export const tell: Tell<PageData> = ({ region, standing }) => ({
	answer: standing
		? shortfallSentence(region.name, standing.shortfall, standing.scenario)
		: `Welk aandeel sociale huur wil ${region.name} halen?`,
	scenario: true
});
