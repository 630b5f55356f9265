import { CONTRADICTION_KINDS } from '#lib/domain/contradiction.ts';
import { TOPICS } from '#lib/domain/published-number.ts';
import { CONTRADICTIONS } from '#lib/server/asked/questions.ts';
import { allContradictions, contradictionsAsked } from '#lib/server/standing/contradictions.ts';
import { mentionsAsked, namesOfPlaces } from '#lib/server/standing/mentions.ts';
import { day } from '#lib/text/format.ts';
import { askedIn, question } from '../../../question.ts';
import { areaChoice } from '../../areas.ts';

export async function load({ url }) {
	const { database, facts, moment } = await question(url);
	const all = await allContradictions(database, moment);
	const areas = areaChoice(facts, url);
	const { municipality, kind, topic } = askedIn(CONTRADICTIONS, url);
	const town = facts.places.byCode.get(municipality ?? '') ?? null;
	const asked = { municipality: town?.nis ?? null, regions: [areas.province, areas.region] };
	const inArea = contradictionsAsked(all, facts, asked, moment);
	const isNarrowed = town !== null || asked.regions.some((one) => one !== '');
	const mentions = isNarrowed ? await mentionsAsked(database, facts, asked, moment) : [];
	const count = (asked: { kind: typeof kind; topic: typeof topic }) =>
		contradictionsAsked(inArea, facts, asked, moment).length;
	return {
		rows: contradictionsAsked(inArea, facts, { kind, topic }, moment),
		areas,
		town,
		towns: [...new Map(all.flatMap(({ nis, name }) => (nis ? [[nis, name] as const] : [])))],
		filter: { kind, topic },
		counts: {
			kinds: Object.fromEntries(
				CONTRADICTION_KINDS.map((one) => [one, count({ kind: one, topic })])
			),
			topics: Object.fromEntries(TOPICS.map((one) => [one, count({ kind, topic: one })]))
		},
		isNarrowed,
		mentions,
		placeNames: namesOfPlaces(facts, mentions),
		publications: facts.publications,
		fixed: { on: null },
		sheet: `Bekend op ${day(moment.known)}`
	};
}
