import { listTests } from '#lib/server/api/operations.ts';
import { roundsJson } from '#lib/server/formats/progress-tests.ts';
import { publishedCounts, roundsBy } from '#lib/server/standing/tests.ts';
import { jsonAnswer } from '../../answer.ts';

export const GET = (request) =>
	jsonAnswer(listTests, request, async ({ database, facts, moment }) =>
		roundsJson(roundsBy(facts, moment), await publishedCounts(database, moment), facts)
	);
