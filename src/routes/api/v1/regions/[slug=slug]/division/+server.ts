import { divisionJson } from '#lib/server/export/division.ts';
import { divisionStanding, readDivision } from '#lib/server/standing/division.ts';
import { jsonAnswer, regionAnswer } from '../../../../answer.ts';

export const GET = ({ url, params }) =>
	regionAnswer(url, params.slug, async ({ database, facts, moment, region }) => {
		const asked = readDivision(url.searchParams);
		const standing = await divisionStanding(database, moment, region, asked);
		return jsonAnswer(divisionJson(standing, facts, moment));
	});
