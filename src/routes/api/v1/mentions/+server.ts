import { listMentions } from '#lib/server/api/operations.ts';
import { mentionJson } from '#lib/server/formats/mentions.ts';
import { jsonAnswer } from '../../answer.ts';
import { askedMentions } from '../mentions-asked.ts';

export const GET = (request) =>
	jsonAnswer(listMentions, request, async (question) =>
		question.paging.of(await askedMentions(question)).map((one) => mentionJson(one, question.facts))
	);
