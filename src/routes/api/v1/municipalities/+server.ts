import { municipalityJson } from '#lib/server/export/api.ts';
import { allStandings } from '#lib/server/standing/municipalities.ts';
import { answer, jsonAnswer } from '../../answer.ts';

export const GET = ({ url }) =>
	answer(url, async ({ database, facts, moment }) => {
		const { rows } = await allStandings(database, moment);
		return jsonAnswer(
			rows.map((row) => {
				const { tests: _, ...one } = municipalityJson(row, [], facts, moment);
				return one;
			})
		);
	});
