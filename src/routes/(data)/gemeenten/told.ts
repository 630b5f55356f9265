import { day } from '#lib/text/format.ts';
import { listSentence } from '#lib/text/list-filter.ts';
import type { Tell } from '../../told.ts';
import type { PageData } from './$types.js';

/** What this page says first. */
export const tell: Tell<PageData> = ({ rows, areas, filter, moment }) => ({
	answer: `${listSentence(rows.length, areas.chosen?.name ?? null, filter)} op ${day(moment.on)}`
});
