import { roadToGoal } from '#lib/server/api/operations.ts';
import { roadTable } from '#lib/server/export/road.ts';
import { csvAnswer } from '../../../../answer.ts';
import { roadAsked } from '../../road-asked.ts';

export const GET = (request) =>
	csvAnswer(roadToGoal, request, async (question) => {
		const standing = await roadAsked(question);
		return {
			name: `${question.at.slug}-road-${standing.scenario.by}`,
			table: roadTable(standing, question.moment)
		};
	});
