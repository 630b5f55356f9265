import { roundTable } from '#lib/server/export/progress-tests.ts';
import { publishedCounts, roundsBy } from '#lib/server/standing/tests.ts';
import { answer, csvAnswer } from '../../answer.ts';

export const GET = ({ url }) =>
	answer(url, async ({ database, facts, moment }) => {
		const published = await publishedCounts(database, moment);
		return csvAnswer('progress-tests', roundTable(roundsBy(facts, moment), published));
	});
