import { roadJson } from '#lib/server/export/road.ts';
import { API_ROAD, readRoad } from '#lib/server/standing/road-asked.ts';
import { roadStanding } from '#lib/server/standing/road.ts';
import { jsonAnswer, regionAnswer } from '../../../../answer.ts';

export const GET = ({ url, params }) =>
	regionAnswer(url, params.slug, async ({ database, facts, moment, region }) => {
		const asked = readRoad(url.searchParams, API_ROAD);
		const standing = await roadStanding(database, moment, region, asked, API_ROAD);
		return jsonAnswer(roadJson(standing, facts, moment));
	});
