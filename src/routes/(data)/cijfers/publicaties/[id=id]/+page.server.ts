import { error } from '@sveltejs/kit';
import { LISTED_CHANGES, publicationAccount } from '#lib/server/desk/review/publication.ts';
import { replacedParts } from '#lib/server/desk/review/replaced.ts';
import { rulesToTell, TOLD, type RulesToTell } from '#lib/server/desk/review/rules-brought.ts';
import { mentionsBy } from '#lib/server/queries/mentions.ts';
import { areaNamed, isLater } from '#lib/server/reference/reference.ts';
import { namesOfPlaces } from '#lib/server/standing/mentions.ts';
import { byName, day } from '#lib/text/format.ts';
import { thresholdWords } from '#lib/text/progress-test.ts';
import { aimWords } from '#lib/text/sentences.ts';
import { findingTitle } from '../../../../finding-title.ts';
import { question } from '../../../../question.ts';

export async function load({ url, params }) {
	const { database, facts, moment } = await question(url);
	const id = Number(params.id);
	const account = await publicationAccount(database, id);
	if (!account) error(404, 'Onbekende publicatie');
	const [mentions, rules, parts] = await Promise.all([
		mentionsBy(database.read, id),
		rulesToTell(database.read, id),
		// a practice figure gives way to any other, and takes the place of none
		account.publication.kind === 'practice'
			? null
			: replacedParts(database.read, [id], moment.known)
	]);
	const accepted = account.accepted.map((one) => ({ ...one, title: findingTitle(one.code) }));
	const touched = account.areas.map(({ nis, region, figures }) => ({
		figures,
		name: areaNamed(facts, nis ?? region ?? '') ?? '',
		href: nis ? `/gemeenten/${nis}` : `/regios/${region}`
	}));
	return {
		account,
		/** What it says itself, a line a rule; of the others how many there are. */
		said: linesOf(rules, (region) => areaNamed(facts, region) ?? region),
		otherRules: account.rules.filter(({ title }) => !TOLD.includes(title)),
		part: parts?.get(id) ?? null,
		isLater: isLater(facts, account.publication, moment.known),
		accepted,
		mentions,
		placeNames: namesOfPlaces(facts, mentions),
		touched: touched.sort((a, b) => byName(a.name, b.name)),
		fixed: { on: null },
		listed: LISTED_CHANGES,
		names: facts.places.byCode,
		publications: facts.publications,
		sheet: `Publicatie nr. ${params.id}, bekend op ${day(account.publication.knownFrom)}`
	};
}

const linesOf = ({ goals, rounds }: RulesToTell, nameOf: (region: string) => string): string[] => [
	...goals.map((goal) => `${nameOf(goal.region)}: streefcijfer ${aimWords(goal)}`),
	...rounds.map(({ year, realised, withPlanned }) =>
		realised === null || withPlanned === null
			? `Voortgangstoets ${year}, zonder drempels`
			: `Voortgangstoets ${year}: ${thresholdWords({ realised, withPlanned })}`
	)
];
