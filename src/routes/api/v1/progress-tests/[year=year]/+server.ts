import { oneTest } from '#lib/server/api/operations.ts';
import { roundJson } from '#lib/server/formats/progress-tests.ts';
import { publishedCounts, roundStandings } from '#lib/server/standing/tests.ts';
import { jsonAnswer } from '../../../answer.ts';
import { roundIn } from '../../round-asked.ts';

export const GET = (request) =>
	jsonAnswer(oneTest, request, async ({ at: { year }, database, facts, moment, paging }) => {
		const round = roundIn(facts, moment, year);
		const [rows, published] = await Promise.all([
			roundStandings(database, moment, round),
			publishedCounts(database, moment)
		]);
		return roundJson(round, paging.of(rows), published, facts, moment);
	});
