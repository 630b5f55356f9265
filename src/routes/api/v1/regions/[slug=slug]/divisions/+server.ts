import { divideByEveryRule } from '#lib/server/api/operations.ts';
import { divisionsJson } from '#lib/server/formats/division.ts';
import { jsonAnswer } from '../../../../answer.ts';
import { divisionAsked } from '../../division-asked.ts';

export const GET = (request) =>
	jsonAnswer(divideByEveryRule, request, async (question) =>
		divisionsJson(await divisionAsked(question), question.facts, question.moment)
	);
