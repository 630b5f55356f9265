import { listRegions } from '#lib/server/api/operations.ts';
import { listedRegionJson } from '#lib/server/formats/api.ts';
import { regionStandings } from '#lib/server/standing/regions.ts';
import { jsonAnswer } from '../../answer.ts';

export const GET = (request) =>
	jsonAnswer(listRegions, request, async ({ database, facts, moment, paging }) => {
		const rows = await regionStandings(database, moment, () => true);
		return paging.of(rows).map((row) => listedRegionJson(row, facts, moment));
	});
