import { divideByEveryRule } from '#lib/server/api/operations.ts';
import { divisionsTable } from '#lib/server/export/division.ts';
import { csvAnswer } from '../../../../answer.ts';
import { divisionAsked } from '../../division-asked.ts';

export const GET = (request) =>
	csvAnswer(divideByEveryRule, request, async (question) => {
		const { at, moment } = question;
		const standing = await divisionAsked(question);
		return {
			name: `${at.slug}-scenario-${standing.scenario.by}`,
			table: divisionsTable(standing, moment)
		};
	});
