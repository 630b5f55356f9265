import { divisionJson } from '#lib/server/export/division.ts';
import { divisionStanding, readDivision } from '#lib/server/standing/division.ts';
import { answer, errorAnswer, jsonAnswer } from '../../../../answer.ts';

export const GET = ({ url, params }) =>
	answer(url, async ({ database, facts, moment }) => {
		const asked = readDivision(url.searchParams);
		const standing = await divisionStanding(database, moment, params.slug, asked);
		return standing
			? jsonAnswer(divisionJson(standing, facts, moment))
			: errorAnswer(404, 'unknown_region', `No region is called "${params.slug}".`);
	});
