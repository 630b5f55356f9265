import { regionJson } from '#lib/server/export/api.ts';
import { regionStanding } from '#lib/server/standing/regions.ts';
import { regionSpread } from '#lib/server/standing/spread.ts';
import { answer, errorAnswer, jsonAnswer } from '../../../answer.ts';

export const GET = ({ url, params }) =>
	answer(url, async ({ database, facts, moment }) => {
		const standing = await regionStanding(database, moment, params.slug);
		if (!standing) {
			return errorAnswer(404, 'unknown_region', `No region is called "${params.slug}".`);
		}
		const spread = await regionSpread(database, moment, standing);
		return jsonAnswer(regionJson(standing, facts, moment, spread));
	});
