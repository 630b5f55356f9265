import { regionJson } from '#lib/server/export/api.ts';
import { spreadJson } from '#lib/server/export/spread.ts';
import { readProjectSize } from '#lib/server/standing/project-size.ts';
import { regionStanding } from '#lib/server/standing/regions.ts';
import { regionSpread } from '#lib/server/standing/spread.ts';
import { jsonAnswer, regionAnswer } from '../../../answer.ts';

export const GET = ({ url, params }) =>
	regionAnswer(url, params.slug, async ({ database, facts, moment, region }) => {
		const project = readProjectSize(url.searchParams);
		const standing = await regionStanding(database, moment, region);
		const spread = await regionSpread(database, moment, standing, project);
		return jsonAnswer(regionJson(standing, facts, moment, spreadJson(spread)));
	});
