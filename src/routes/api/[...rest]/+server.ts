import { errorAnswer } from '../answer.ts';

/** Everything under /api that is not there. */
export const fallback = ({ url }) =>
	errorAnswer(404, 'not_found', `There is nothing at ${url.pathname.slice(0, 200)}.`);
