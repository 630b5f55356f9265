import { regionSpread as operation } from '#lib/server/api/operations.ts';
import { regionStanding } from '#lib/server/standing/regions.ts';
import { regionSpread } from '#lib/server/standing/spread.ts';
import { exported } from '#lib/tables/column.ts';
import { spread, spreadRows } from '#lib/tables/spread.ts';
import { csvAnswer, regionOf } from '../../../../answer.ts';

export const GET = (request) =>
	csvAnswer(operation, request, async ({ at: { slug }, query, database, facts, moment }) => {
		const region = regionOf(facts, slug, query);
		const standing = await regionStanding(database, moment, region);
		const found = await regionSpread(database, moment, standing, query.project);
		const whole = { ...moment, slug, spread: found };
		const table = exported(spread, spreadRows(standing, found), whole);
		return { name: `${slug}-spread-${moment.on}`, table };
	});
