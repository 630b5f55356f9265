import { nothingAt } from '../../answer.ts';
import { answerAt } from '../answers.ts';

/** Every answer of v1, by the path of its operation. */
export const GET = ({ url, params: { path } }) => answerAt(path)?.(url) ?? nothingAt(url);
