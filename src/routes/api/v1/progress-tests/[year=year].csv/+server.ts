import { oneTest } from '#lib/server/api/operations.ts';
import { roundStandings } from '#lib/server/standing/tests.ts';
import { exported } from '#lib/tables/column.ts';
import { tests } from '#lib/tables/progress-tests.ts';
import { csvAnswer } from '../../../answer.ts';
import { roundIn } from '../../round-asked.ts';

export const GET = (request) =>
	csvAnswer(oneTest, request, async ({ at: { year }, database, facts, moment, paging }) => {
		const round = roundIn(facts, moment, year);
		const rows = await roundStandings(database, moment, round);
		const table = exported(tests, paging.of(rows), { ...moment, repliesTo: facts.repliesTo });
		return { name: `progress-test-${round.year}`, table };
	});
