import type { Mention } from '#lib/domain/mention.ts';
import type { CHANGED_AREA } from '#lib/server/api/parameters.ts';
import { mentionsOf } from '#lib/server/queries/mentions.ts';
import { areasAsked } from '#lib/server/standing/areas-asked.ts';
import type { Question } from '../answer.ts';
import { areaAsked } from './area-asked.ts';

/** What is said beside the figures, of the area that is asked. */
export async function askedMentions({
	query,
	database,
	facts,
	moment
}: Question<Record<never, never>, typeof CHANGED_AREA>): Promise<Mention[]> {
	const within = areasAsked(facts, areaAsked(facts, query), moment);
	const said = await mentionsOf(database.read, 'all', moment.known);
	return said.filter(({ places }) =>
		within.every((codes) => places.split(' ').some((one) => codes.has(one)))
	);
}
