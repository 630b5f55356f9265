import { divisionTable } from '#lib/server/export/division.ts';
import { divisionStanding, readDivision } from '#lib/server/standing/division.ts';
import { answer, csvAnswer, errorAnswer } from '../../../../answer.ts';

export const GET = ({ url, params }) =>
	answer(url, async ({ database, moment }) => {
		const asked = readDivision(url.searchParams);
		const standing = await divisionStanding(database, moment, params.slug, asked);
		return standing
			? csvAnswer(`${params.slug}-${standing.key}-${standing.by}`, divisionTable(standing, moment))
			: errorAnswer(404, 'unknown_region', `No region is called "${params.slug}".`);
	});
