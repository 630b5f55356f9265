import { roadJson } from '#lib/server/export/road.ts';
import { API_ROAD, readRoad } from '#lib/server/standing/road-asked.ts';
import { roadStanding } from '#lib/server/standing/road.ts';
import { answer, errorAnswer, jsonAnswer } from '../../../../answer.ts';

export const GET = ({ url, params }) =>
	answer(url, async ({ database, facts, moment }) => {
		const asked = readRoad(url.searchParams, API_ROAD);
		const standing = await roadStanding(database, moment, params.slug, asked, API_ROAD);
		return standing
			? jsonAnswer(roadJson(standing, facts, moment))
			: errorAnswer(404, 'unknown_region', `No region is called "${params.slug}".`);
	});
