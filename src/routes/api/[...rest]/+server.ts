import { problemAnswer } from '../answer.ts';

/** Everything under /api that is not there. */
export const fallback = ({ url }) =>
	problemAnswer('not_found', `There is nothing at ${url.pathname.slice(0, 200)}.`, url);
