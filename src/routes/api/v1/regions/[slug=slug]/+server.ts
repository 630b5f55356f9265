import { regionJson } from '#lib/server/export/api.ts';
import { regionStanding } from '#lib/server/standing/regions.ts';
import { answer, errorAnswer, jsonAnswer, question } from '../../../answer.ts';

export const GET = ({ url, params }) =>
	answer(async () => {
		const { database, facts, moment } = await question(url);
		const standing = await regionStanding(database, moment, params.slug);
		return standing
			? jsonAnswer(regionJson(standing, facts, moment))
			: errorAnswer(404, 'unknown_region', `No region is called "${params.slug}".`);
	});
