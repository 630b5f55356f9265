import { listMentions } from '#lib/server/api/operations.ts';
import { mentionJson } from '#lib/server/formats/mentions.ts';
import { mentionsAsked } from '#lib/server/standing/mentions.ts';
import { jsonAnswer } from '../../answer.ts';
import { areaAsked } from '../area-asked.ts';

export const GET = (request) =>
	jsonAnswer(listMentions, request, async ({ query, database, facts, moment, paging }) => {
		const said = await mentionsAsked(database, facts, areaAsked(facts, query), moment);
		return paging.of(said).map((one) => mentionJson(one, facts));
	});
