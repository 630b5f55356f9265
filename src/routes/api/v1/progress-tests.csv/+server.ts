import { listTests } from '#lib/server/api/operations.ts';
import { publishedCounts, roundsBy } from '#lib/server/standing/tests.ts';
import { exported } from '#lib/tables/column.ts';
import { roundRows, rounds } from '#lib/tables/progress-tests.ts';
import { csvAnswer } from '../../answer.ts';

export const GET = (request) =>
	csvAnswer(listTests, request, async ({ database, facts, moment }) => {
		const published = await publishedCounts(database, moment);
		const rows = roundRows(roundsBy(facts, moment), published);
		return { name: 'progress-tests', table: exported(rounds, rows, undefined) };
	});
