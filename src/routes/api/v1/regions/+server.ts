import { regionJson } from '#lib/server/export/api.ts';
import { regionStandings } from '#lib/server/standing/regions.ts';
import { answer, jsonAnswer, question } from '../../answer.ts';

export const GET = ({ url }) =>
	answer(async () => {
		const { database, facts, moment } = await question(url);
		const rows = await regionStandings(database, moment, () => true);
		return jsonAnswer(
			rows.map((row) => {
				const one = regionJson(row, facts, moment);
				return { ...one, members: one.members.map(({ nis, name }) => ({ nis, name })) };
			})
		);
	});
