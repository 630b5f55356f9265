import { comparisonTable } from '#lib/server/export/tables.ts';
import { API_COMPARISON, comparison, readComparison } from '#lib/server/standing/compare.ts';
import { answer, csvAnswer } from '../../answer.ts';

export const GET = ({ url }) =>
	answer(url, async ({ database, facts, moment }) => {
		const { kind, regions } = readComparison(facts, url.searchParams, API_COMPARISON);
		const found = await comparison(database, moment, regions);
		return csvAnswer(`compare-${kind ?? 'regions'}-${moment.on}`, comparisonTable(found, moment));
	});
