import { contradictionTable } from '#lib/tables/contradictions.ts';
import { rulesSentence } from '#lib/text/contradictions.ts';
import { TITLES } from '../../../titles.ts';
import type { PageData } from './$types';

/** The tables of the page. */
export const tables = ({ rows, publications }: PageData) => ({
	tegenspraak: contradictionTable(
		{ title: TITLES.contradictions, caption: TITLES.contradictions, notes: [rulesSentence] },
		rows,
		{ publications }
	)
});
