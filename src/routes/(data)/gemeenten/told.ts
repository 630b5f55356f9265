import { day } from '#lib/text/format.ts';
import { listSentence } from '#lib/text/list-filter.ts';
import type { Tell } from '../../told.ts';
import type { PageData } from './$types.js';

/** What this page says first. */
export const tell: Tell<PageData> = (data) => ({ answer: answerOf(data) });

export const answerOf = ({ rows, areas, filter, moment, estimates }: PageData): string =>
	`${listSentence(rows.length, areas.chosen?.name ?? null, filter, estimates > 0)} op ${day(moment.on)}`;
