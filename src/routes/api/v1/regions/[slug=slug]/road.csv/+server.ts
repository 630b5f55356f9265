import { roadTable } from '#lib/server/export/road.ts';
import { API_ROAD, readRoad } from '#lib/server/standing/road-asked.ts';
import { roadStanding } from '#lib/server/standing/road.ts';
import { answer, csvAnswer, errorAnswer } from '../../../../answer.ts';

export const GET = ({ url, params }) =>
	answer(url, async ({ database, moment }) => {
		const asked = readRoad(url.searchParams, API_ROAD);
		const standing = await roadStanding(database, moment, params.slug, asked, API_ROAD);
		if (!standing)
			return errorAnswer(404, 'unknown_region', `No region is called "${params.slug}".`);
		const name = `${params.slug}-road-${standing.scenario.by}`;
		return csvAnswer(name, roadTable(standing, moment));
	});
