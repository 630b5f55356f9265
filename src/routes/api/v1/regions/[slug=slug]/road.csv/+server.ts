import { roadToGoal } from '#lib/server/api/operations.ts';
import { exported } from '#lib/tables/column.ts';
import { road } from '#lib/tables/road.ts';
import { csvAnswer } from '../../../../answer.ts';
import { roadAsked } from '../../road-asked.ts';

export const GET = (request) =>
	csvAnswer(roadToGoal, request, async (question) => {
		const standing = await roadAsked(question);
		return {
			name: `${question.at.slug}-road-${standing.scenario.by}`,
			table: exported(road, standing.results.courses, { ...question.moment, road: standing })
		};
	});
