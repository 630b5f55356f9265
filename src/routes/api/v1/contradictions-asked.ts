import type { CONTRADICTIONS } from '#lib/server/asked/questions.ts';
import {
	allContradictions,
	contradictionsAsked,
	type KnownContradiction
} from '#lib/server/standing/contradictions.ts';
import type { Question } from '../answer.ts';
import { areaAsked } from './area-asked.ts';

/** The numbers that differ, of the area that is asked. */
export async function askedContradictions({
	query: { kind, topic, ...area },
	database,
	facts,
	moment
}: Question<Record<never, never>, typeof CONTRADICTIONS>): Promise<KnownContradiction[]> {
	const asked = { kind, topic, ...areaAsked(facts, area) };
	return contradictionsAsked(await allContradictions(database, moment), facts, asked, moment);
}
