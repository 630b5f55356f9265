import { testTable } from '#lib/server/export/progress-tests.ts';
import { roundOf, roundStandings } from '#lib/server/standing/tests.ts';
import { answer, csvAnswer, errorAnswer } from '../../../answer.ts';

export const GET = ({ url, params }) =>
	answer(url, async ({ database, facts, moment }) => {
		const round = roundOf(facts, moment, params.year);
		if (!round)
			return errorAnswer(404, 'unknown_round', `No progress test of ${params.year} is known.`);
		const rows = await roundStandings(database, moment, round);
		return csvAnswer(`progress-test-${round.year}`, testTable(rows, moment));
	});
