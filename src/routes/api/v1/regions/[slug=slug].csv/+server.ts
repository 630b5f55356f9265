import { memberTable } from '#lib/server/export/tables.ts';
import { regionStanding } from '#lib/server/standing/regions.ts';
import { csvAnswer, regionAnswer } from '../../../answer.ts';

export const GET = ({ url, params }) =>
	regionAnswer(url, params.slug, async ({ database, moment, region }) => {
		const { members } = await regionStanding(database, moment, region);
		return csvAnswer(`${region.slug}-${moment.on}`, memberTable(members, moment));
	});
