import type { Tell } from '../../told.ts';
import type { PageData } from './$types.js';
import { answerOf, lawFigures } from './figures.ts';

/** What this page says first. */
export const tell: Tell<PageData> = (data) => ({
	answer: answerOf(data),
	lead: 'Het objectief is een aantal woningen per gemeente, en nooit een percentage.',
	figures: lawFigures(data)
});
