import { compareRegions } from '#lib/server/api/operations.ts';
import { comparison } from '#lib/server/standing/compare.ts';
import { exported } from '#lib/tables/column.ts';
import { comparedRegions } from '#lib/tables/regions.ts';
import { csvAnswer } from '../../answer.ts';
import { comparedIn } from '../compare-asked.ts';

export const GET = (request) =>
	csvAnswer(compareRegions, request, async (question) => {
		const { database, moment } = question;
		const { kind, regions } = comparedIn(question);
		const { rows, theil } = await comparison(database, moment, regions);
		return {
			name: `compare-${kind ?? 'regions'}-${moment.on}`,
			table: exported(comparedRegions, rows, { ...moment, theil })
		};
	});
