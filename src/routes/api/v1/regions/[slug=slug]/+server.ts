import { oneRegion } from '#lib/server/api/operations.ts';
import { regionJson } from '#lib/server/formats/api.ts';
import { agreementOf } from '#lib/server/standing/agreement.ts';
import { regionStanding } from '#lib/server/standing/regions.ts';
import { regionSpread } from '#lib/server/standing/spread.ts';
import { jsonAnswer, regionOf } from '../../../answer.ts';

export const GET = (request) =>
	jsonAnswer(oneRegion, request, async ({ at: { slug }, query, database, facts, moment }) => {
		const region = regionOf(facts, slug, query);
		const standing = await regionStanding(database, moment, region);
		const spread = await regionSpread(database, moment, standing, query.project);
		const agreement = await agreementOf(database, facts, moment, region);
		return regionJson(standing, facts, moment, spread, agreement);
	});
