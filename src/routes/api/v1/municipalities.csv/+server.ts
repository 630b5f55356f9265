import { municipalityTable } from '#lib/server/export/tables.ts';
import { allStandings } from '#lib/server/standing/municipalities.ts';
import { answer, csvAnswer, question } from '../../answer.ts';

export const GET = ({ url }) =>
	answer(async () => {
		const { database, moment } = await question(url);
		const { rows } = await allStandings(database, moment);
		return csvAnswer(`municipalities-${moment.on}`, municipalityTable(rows, moment));
	});
