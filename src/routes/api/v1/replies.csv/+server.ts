import { knownReplies } from '#lib/domain/reply.ts';
import { listReplies } from '#lib/server/api/operations.ts';
import { replyTable } from '#lib/server/export/replies.ts';
import { csvAnswer } from '../../answer.ts';

export const GET = (request) =>
	csvAnswer(listReplies, request, async ({ facts, moment, paging }) => ({
		name: 'replies',
		table: replyTable(paging.of(knownReplies(facts.replies, moment.known)))
	}));
