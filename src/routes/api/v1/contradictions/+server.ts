import { listContradictions } from '#lib/server/api/operations.ts';
import { contradictionJson } from '#lib/server/formats/contradictions.ts';
import { jsonAnswer } from '../../answer.ts';
import { askedContradictions } from '../contradictions-asked.ts';

export const GET = (request) =>
	jsonAnswer(listContradictions, request, async (question) =>
		question.paging
			.of(await askedContradictions(question))
			.map((one) => contradictionJson(one, question.facts))
	);
