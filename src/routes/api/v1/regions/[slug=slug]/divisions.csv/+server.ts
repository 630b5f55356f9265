import { divideByEveryRule } from '#lib/server/api/operations.ts';
import { exported } from '#lib/tables/column.ts';
import { divisions } from '#lib/tables/division.ts';
import { csvAnswer } from '../../../../answer.ts';
import { divisionAsked } from '../../division-asked.ts';

export const GET = (request) =>
	csvAnswer(divideByEveryRule, request, async (question) => {
		const { at, moment } = question;
		const standing = await divisionAsked(question);
		return {
			name: `${at.slug}-scenario-${standing.scenario.by}`,
			table: exported(divisions, standing.towns, { ...moment, standing })
		};
	});
