import { knownReplies } from '#lib/domain/reply.ts';
import { listReplies } from '#lib/server/api/operations.ts';
import { knownReplyJson } from '#lib/server/formats/replies.ts';
import { jsonAnswer } from '../../answer.ts';

export const GET = (request) =>
	jsonAnswer(listReplies, request, async ({ facts, moment, paging }) =>
		paging.of(knownReplies(facts.replies, moment.known)).map(knownReplyJson)
	);
