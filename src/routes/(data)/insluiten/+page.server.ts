import { EMBED, FRAME } from '#lib/server/asked/page-questions.ts';
import { MEASURES } from '#lib/domain/measures.ts';
import { byName } from '#lib/text/format.ts';
import { regionsByKind } from '#lib/text/region-groups.ts';
import { askedIn, question } from '../../question.ts';
import { embedIn } from './asked.ts';

/** The form that makes the code of a frame; what it sends comes back here, with the code and how it looks. */
export async function load({ url }) {
	const asking = await question(url);
	const { facts, moment } = asking;
	const { kind, colour } = askedIn(EMBED, url);
	const embed = await embedIn(url, asking);
	return {
		kind,
		colour,
		width: askedIn(FRAME, url).width,
		embed: {
			...embed,
			parameters: { ...embed.parameters, ...(colour !== 'licht' && { kleur: colour }) }
		},
		choice: {
			measures: MEASURES,
			groups: regionsByKind(facts.regions.values()),
			towns: facts.places.validOn(moment.structureOn).toSorted((a, b) => byName(a.name, b.name))
		}
	};
}
