import { oneRegion } from '#lib/server/api/operations.ts';
import { regionStanding } from '#lib/server/standing/regions.ts';
import { exported } from '#lib/tables/column.ts';
import { members } from '#lib/tables/municipalities.ts';
import { csvAnswer, regionOf } from '../../../answer.ts';

export const GET = (request) =>
	csvAnswer(oneRegion, request, async ({ at: { slug }, query, database, facts, moment }) => {
		const region = regionOf(facts, slug, query);
		const standing = await regionStanding(database, moment, region);
		const told = { ...moment, repliesTo: facts.repliesTo };
		return { name: `${slug}-${moment.on}`, table: exported(members, standing.members, told) };
	});
