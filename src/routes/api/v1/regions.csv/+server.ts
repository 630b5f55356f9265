import { regionTable } from '#lib/server/export/tables.ts';
import { regionStandings } from '#lib/server/standing/regions.ts';
import { answer, csvAnswer, question } from '../../answer.ts';

export const GET = ({ url }) =>
	answer(async () => {
		const { database, moment } = await question(url);
		const rows = await regionStandings(database, moment, () => true);
		return csvAnswer(`regions-${moment.on}`, regionTable(rows, moment));
	});
