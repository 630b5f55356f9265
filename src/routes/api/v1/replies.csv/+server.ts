import { knownReplies as repliesBy } from '#lib/domain/reply.ts';
import { listReplies } from '#lib/server/api/operations.ts';
import { exported } from '#lib/tables/column.ts';
import { knownReplies } from '#lib/tables/replies.ts';
import { csvAnswer } from '../../answer.ts';

export const GET = (request) =>
	csvAnswer(listReplies, request, async ({ facts, moment, paging }) => ({
		name: 'replies',
		table: exported(knownReplies, paging.of(repliesBy(facts.replies, moment.known)), undefined)
	}));
