import { municipalityTable } from '#lib/server/export/tables.ts';
import { allStandings } from '#lib/server/standing/municipalities.ts';
import { answer, csvAnswer } from '../../answer.ts';

export const GET = ({ url }) =>
	answer(url, async ({ database, moment }) => {
		const { rows } = await allStandings(database, moment);
		return csvAnswer(`municipalities-${moment.on}`, municipalityTable(rows, moment));
	});
