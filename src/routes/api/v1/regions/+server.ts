import { regionJson } from '#lib/server/export/api.ts';
import { regionStandings } from '#lib/server/standing/regions.ts';
import { answer, jsonAnswer } from '../../answer.ts';

export const GET = ({ url }) =>
	answer(url, async ({ database, facts, moment }) => {
		const rows = await regionStandings(database, moment, () => true);
		return jsonAnswer(
			rows.map((row) => {
				const one = regionJson(row, facts, moment);
				return { ...one, members: one.members.map(({ nis, name }) => ({ nis, name })) };
			})
		);
	});
