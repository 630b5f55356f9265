import { day } from '#lib/text/format.ts';
import { answerOf, roundFigures } from './figures.ts';
import type { Tell } from '../../../told.ts';
import type { PageData } from './$types.js';

/** What this page says first. */
export const tell: Tell<PageData> = (data) => ({
	answer: `Voortgangstoets ${data.round.year}, toestand op ${day(data.round.measuredOn)}`,
	lead: answerOf(data),
	figures: roundFigures(data)
});
