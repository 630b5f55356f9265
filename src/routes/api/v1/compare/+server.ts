import { comparisonJson } from '#lib/server/export/compare.ts';
import { API_COMPARISON, comparison, readComparison } from '#lib/server/standing/compare.ts';
import { flandersStanding } from '#lib/server/standing/regions.ts';
import { answer, jsonAnswer } from '../../answer.ts';

export const GET = ({ url }) =>
	answer(url, async ({ database, facts, moment }) => {
		const asked = readComparison(facts, url.searchParams, API_COMPARISON);
		const [found, flanders] = await Promise.all([
			comparison(database, moment, asked.regions),
			flandersStanding(database, moment)
		]);
		return jsonAnswer(comparisonJson(asked, found, flanders, facts, moment));
	});
