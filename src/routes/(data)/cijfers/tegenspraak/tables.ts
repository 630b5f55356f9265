import { contradictionTable } from '#lib/tables/contradictions.ts';
import { mentionTable } from '#lib/tables/mentions.ts';
import { rulesSentence } from '#lib/text/contradictions.ts';
import { TITLES } from '../../../titles.ts';
import type { PageData } from './$types';

/** The tables of the page. */
export const tables = ({ rows, mentions, placeNames, publications }: PageData) => ({
	tegenspraak: contradictionTable(
		{ title: TITLES.contradictions, caption: TITLES.contradictions, notes: [rulesSentence] },
		rows,
		{ publications }
	),
	vermeldingen: mentionTable(mentions, publications, (places) => `: ${placeNames.get(places)}`)
});
