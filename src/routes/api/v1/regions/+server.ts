import { listRegions } from '#lib/server/api/operations.ts';
import { listedRegionJson } from '#lib/server/export/api.ts';
import { regionStandings } from '#lib/server/standing/regions.ts';
import { jsonAnswer } from '../../answer.ts';

export const GET = (request) =>
	jsonAnswer(listRegions, request, async ({ database, facts, moment, page }) => {
		const rows = await regionStandings(database, moment, () => true);
		return page(rows).map((row) => listedRegionJson(row, facts, moment));
	});
