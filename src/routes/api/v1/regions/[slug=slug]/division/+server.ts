import { divideShortfall } from '#lib/server/api/operations.ts';
import { divisionJson } from '#lib/server/formats/division.ts';
import { jsonAnswer } from '../../../../answer.ts';
import { divisionAsked } from '../../division-asked.ts';

export const GET = (request) =>
	jsonAnswer(divideShortfall, request, async (question) =>
		divisionJson(await divisionAsked(question), question.facts, question.moment)
	);
