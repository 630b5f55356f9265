import { spreadTable } from '#lib/server/export/spread.ts';
import { readProjectSize } from '#lib/server/standing/project-size.ts';
import { regionStanding } from '#lib/server/standing/regions.ts';
import { regionSpread } from '#lib/server/standing/spread.ts';
import { csvAnswer, regionAnswer } from '../../../../answer.ts';

export const GET = ({ url, params }) =>
	regionAnswer(url, params.slug, async ({ database, moment, region }) => {
		const project = readProjectSize(url.searchParams);
		const standing = await regionStanding(database, moment, region);
		const spread = await regionSpread(database, moment, standing, project);
		return csvAnswer(`${region.slug}-spread-${moment.on}`, spreadTable(standing, spread, moment));
	});
