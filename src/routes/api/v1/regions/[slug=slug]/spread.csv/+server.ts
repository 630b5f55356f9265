import { regionSpread as operation } from '#lib/server/api/operations.ts';
import { spreadTable } from '#lib/server/export/spread.ts';
import { regionStanding } from '#lib/server/standing/regions.ts';
import { regionSpread } from '#lib/server/standing/spread.ts';
import { csvAnswer, regionOf } from '../../../../answer.ts';

export const GET = (request) =>
	csvAnswer(operation, request, async ({ at: { slug }, query, database, facts, moment }) => {
		const region = regionOf(facts, slug, query);
		const standing = await regionStanding(database, moment, region);
		const spread = await regionSpread(database, moment, standing, query.project);
		return { name: `${slug}-spread-${moment.on}`, table: spreadTable(standing, spread, moment) };
	});
