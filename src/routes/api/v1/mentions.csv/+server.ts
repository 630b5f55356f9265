import { listMentions } from '#lib/server/api/operations.ts';
import { mentionsAsked } from '#lib/server/standing/mentions.ts';
import { exported } from '#lib/tables/column.ts';
import { mentions } from '#lib/tables/mentions.ts';
import { csvAnswer } from '../../answer.ts';
import { areaAsked } from '../area-asked.ts';

export const GET = (request) =>
	csvAnswer(listMentions, request, async ({ query, database, facts, moment, paging }) => {
		const said = await mentionsAsked(database, facts, areaAsked(facts, query), moment);
		return { name: 'mentions', table: exported(mentions, paging.of(said), undefined) };
	});
