import { oneRegion } from '#lib/server/api/operations.ts';
import { memberTable } from '#lib/server/export/tables.ts';
import { regionStanding } from '#lib/server/standing/regions.ts';
import { csvAnswer, regionOf } from '../../../answer.ts';

export const GET = (request) =>
	csvAnswer(oneRegion, request, async ({ at: { slug }, query, database, facts, moment }) => {
		const region = regionOf(facts, slug, query);
		const { members } = await regionStanding(database, moment, region);
		return { name: `${slug}-${moment.on}`, table: memberTable(members, moment, facts.repliesTo) };
	});
