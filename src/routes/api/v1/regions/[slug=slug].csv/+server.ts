import { memberTable } from '#lib/server/export/tables.ts';
import { regionStanding } from '#lib/server/standing/regions.ts';
import { answer, csvAnswer, errorAnswer } from '../../../answer.ts';

export const GET = ({ url, params }) =>
	answer(url, async ({ database, moment }) => {
		const standing = await regionStanding(database, moment, params.slug);
		return standing
			? csvAnswer(`${params.slug}-${moment.on}`, memberTable(standing.members, moment))
			: errorAnswer(404, 'unknown_region', `No region is called "${params.slug}".`);
	});
