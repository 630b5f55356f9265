import { nothingAt } from '../answer.ts';

/** Everything under /api that is not there. */
export const fallback = ({ url }) => nothingAt(url);
