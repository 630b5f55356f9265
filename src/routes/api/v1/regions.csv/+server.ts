import { listRegions } from '#lib/server/api/operations.ts';
import { regionStandings } from '#lib/server/standing/regions.ts';
import { exported } from '#lib/tables/column.ts';
import { regions } from '#lib/tables/regions.ts';
import { csvAnswer } from '../../answer.ts';

export const GET = (request) =>
	csvAnswer(listRegions, request, async ({ database, moment, paging }) => {
		const rows = await regionStandings(database, moment, () => true);
		return { name: `regions-${moment.on}`, table: exported(regions, paging.of(rows), moment) };
	});
