import type { Values } from '#lib/server/asked/parameter.ts';
import type { AREA } from '#lib/server/asked/questions.ts';
import type { Reference } from '#lib/server/reference/reference.ts';
import type { AreasAsked } from '#lib/server/standing/areas-asked.ts';
import { Refusal } from '../answer.ts';
import { municipalityOf } from './municipality-asked.ts';

/** Of one `municipality`, of a `region` and its members, or of all; there must be such a one. */
export function areaAsked(
	facts: Reference,
	{ municipality, region }: Values<typeof AREA>
): AreasAsked {
	if (municipality) municipalityOf(facts, municipality);
	if (region && !facts.regions.has(region))
		throw new Refusal('unknown_region', `No region is called "${region}".`);
	return { municipality, regions: region ? [region] : [] };
}
