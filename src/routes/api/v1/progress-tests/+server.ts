import { roundsJson } from '#lib/server/export/progress-tests.ts';
import { publishedCounts, roundsBy } from '#lib/server/standing/tests.ts';
import { answer, jsonAnswer } from '../../answer.ts';

export const GET = ({ url }) =>
	answer(url, async ({ database, facts, moment }) =>
		jsonAnswer(roundsJson(roundsBy(facts, moment), await publishedCounts(database, moment), facts))
	);
