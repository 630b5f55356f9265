import { CONTRADICTION_KINDS } from '#lib/domain/contradiction.ts';
import { TOPICS } from '#lib/domain/published-number.ts';
import { allContradictions, contradictionsAsked } from '#lib/server/standing/contradictions.ts';
import { mentionsAsked, namesOfPlaces } from '#lib/server/standing/mentions.ts';
import { KIND_WORDS, TOPIC_WORDS } from '#lib/text/contradictions.ts';
import { day } from '#lib/text/format.ts';
import { bySlug } from '#lib/text/words.ts';
import { question } from '../../../question.ts';
import { areaChoice } from '../../areas.ts';

export async function load({ url }) {
	const { database, facts, moment } = await question(url);
	const all = await allContradictions(database, moment);
	const areas = areaChoice(facts, url);
	const given = (name: string) => url.searchParams.get(name);
	const town = facts.places.byCode.get(given('gemeente') ?? '') ?? null;
	const kind = bySlug(KIND_WORDS, given('soort'));
	const topic = bySlug(TOPIC_WORDS, given('cijfer'));
	const asked = { municipality: town?.nis, regions: [areas.province, areas.region] };
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
