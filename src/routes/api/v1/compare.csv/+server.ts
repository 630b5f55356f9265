import { compareRegions } from '#lib/server/api/operations.ts';
import { comparisonTable } from '#lib/server/export/tables.ts';
import { comparison } from '#lib/server/standing/compare.ts';
import { csvAnswer } from '../../answer.ts';
import { comparedIn } from '../compare-asked.ts';

export const GET = (request) =>
	csvAnswer(compareRegions, request, async (question) => {
		const { database, moment } = question;
		const { kind, regions } = comparedIn(question);
		const found = await comparison(database, moment, regions);
		return {
			name: `compare-${kind ?? 'regions'}-${moment.on}`,
			table: comparisonTable(found, moment)
		};
	});
