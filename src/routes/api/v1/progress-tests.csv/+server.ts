import { listTests } from '#lib/server/api/operations.ts';
import { roundTable } from '#lib/server/export/progress-tests.ts';
import { publishedCounts, roundsBy } from '#lib/server/standing/tests.ts';
import { csvAnswer } from '../../answer.ts';

export const GET = (request) =>
	csvAnswer(listTests, request, async ({ database, facts, moment }) => {
		const published = await publishedCounts(database, moment);
		return { name: 'progress-tests', table: roundTable(roundsBy(facts, moment), published) };
	});
