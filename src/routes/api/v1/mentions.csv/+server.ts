import { listMentions } from '#lib/server/api/operations.ts';
import { exported } from '#lib/tables/column.ts';
import { mentions } from '#lib/tables/mentions.ts';
import { csvAnswer } from '../../answer.ts';
import { askedMentions } from '../mentions-asked.ts';

export const GET = (request) =>
	csvAnswer(listMentions, request, async (question) => {
		const rows = question.paging.of(await askedMentions(question));
		return { name: 'mentions', table: exported(mentions, rows, undefined) };
	});
