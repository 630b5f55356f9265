import { divideShortfall } from '#lib/server/api/operations.ts';
import { exported } from '#lib/tables/column.ts';
import { division } from '#lib/tables/division.ts';
import { csvAnswer } from '../../../../answer.ts';
import { divisionAsked } from '../../division-asked.ts';

export const GET = (request) =>
	csvAnswer(divideShortfall, request, async (question) => {
		const { at, moment } = question;
		const standing = await divisionAsked(question);
		return {
			name: `${at.slug}-scenario-${standing.chosen.key}-${standing.scenario.by}`,
			table: exported(division, standing.chosen.parts, { ...moment, standing })
		};
	});
