import { roadToGoal } from '#lib/server/api/operations.ts';
import { roadJson } from '#lib/server/formats/road.ts';
import { jsonAnswer } from '../../../../answer.ts';
import { roadAsked } from '../../road-asked.ts';

export const GET = (request) =>
	jsonAnswer(roadToGoal, request, async (question) =>
		roadJson(await roadAsked(question), question.facts, question.moment)
	);
