import { roundJson } from '#lib/server/export/progress-tests.ts';
import { publishedCounts, roundOf, roundStandings } from '#lib/server/standing/tests.ts';
import { answer, errorAnswer, jsonAnswer } from '../../../answer.ts';

export const GET = ({ url, params }) =>
	answer(url, async ({ database, facts, moment }) => {
		const round = roundOf(facts, moment, params.year);
		if (!round)
			return errorAnswer(404, 'unknown_round', `No progress test of ${params.year} is known.`);
		const [rows, published] = await Promise.all([
			roundStandings(database, moment, round),
			publishedCounts(database, moment)
		]);
		return jsonAnswer(roundJson(round, rows, published, facts, moment));
	});
