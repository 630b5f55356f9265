import { regionTable } from '#lib/server/export/tables.ts';
import { regionStandings } from '#lib/server/standing/regions.ts';
import { answer, csvAnswer } from '../../answer.ts';

export const GET = ({ url }) =>
	answer(url, async ({ database, moment }) => {
		const rows = await regionStandings(database, moment, () => true);
		return csvAnswer(`regions-${moment.on}`, regionTable(rows, moment));
	});
