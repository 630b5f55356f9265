import { day, municipalities } from '#lib/text/format.ts';
import type { Tell } from '../../told.ts';
import type { PageData } from './$types.js';

/** What this page says first. */
export const tell: Tell<PageData> = ({ rows, areas, moment }) => ({
	answer: `${municipalities(rows.length)}${areas.chosen ? ` in ${areas.chosen.name}` : ''} op ${day(moment.on)}`
});
