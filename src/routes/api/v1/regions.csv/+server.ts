import { listRegions } from '#lib/server/api/operations.ts';
import { regionTable } from '#lib/server/export/tables.ts';
import { regionStandings } from '#lib/server/standing/regions.ts';
import { csvAnswer } from '../../answer.ts';

export const GET = (request) =>
	csvAnswer(listRegions, request, async ({ database, moment, paging }) => {
		const rows = await regionStandings(database, moment, () => true);
		return { name: `regions-${moment.on}`, table: regionTable(paging.of(rows), moment) };
	});
