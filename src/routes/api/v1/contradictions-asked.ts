import type { CONTRADICTIONS } from '#lib/server/api/parameters.ts';
import {
	allContradictions,
	contradictionsAsked,
	type KnownContradiction
} from '#lib/server/standing/contradictions.ts';
import { Refusal, type Question } from '../answer.ts';
import { municipalityOf } from './municipality-asked.ts';

/** The numbers that differ, of one `municipality`, of a `region` and its members, or of all. */
export async function askedContradictions({
	query: { kind, topic, municipality, region },
	database,
	facts,
	moment
}: Question<Record<never, never>, typeof CONTRADICTIONS>): Promise<KnownContradiction[]> {
	if (municipality) municipalityOf(facts, municipality);
	if (region && !facts.regions.has(region))
		throw new Refusal('unknown_region', `No region is called "${region}".`);
	const asked = { kind, topic, municipality, regions: region ? [region] : [] };
	return contradictionsAsked(await allContradictions(database, moment), facts, asked, moment);
}
