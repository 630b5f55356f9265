import { checkedObjectives, knownSchemes } from '#lib/server/standing/build-up.ts';
import { phaseOn } from '#lib/domain/regime.ts';
import { newestObjectives } from '#lib/server/queries/objectives.ts';
import { regimeSaid } from '#lib/server/standing/law.ts';
import { regionObjectives } from '#lib/server/queries/regions.ts';
import { allGroupParts } from '#lib/server/standing/target-groups.ts';
import { day } from '#lib/text/format.ts';
import { flandersOf, isOut, type Reference } from '#lib/server/reference/reference.ts';
import { question } from '../../question.ts';

export async function load({ url }) {
	const { database, facts, moment } = await question(url);
	const [totals, checked, published, groups] = await Promise.all([
		regionObjectives(database.read, flandersOf(facts).slug, moment.known),
		checkedObjectives(database, moment.known),
		newestObjectives(database.read, 'all', moment.known),
		allGroupParts(database, moment)
	]);
	const schemes = knownSchemes(facts, moment.known);
	const dated = facts.schemeDates.filter((one) => isOut(facts, one, moment.known));
	return {
		regimes: schemes.map((scheme) => ({
			scheme,
			numbers: published.filter(
				(one) => one.scheme === scheme.code && one.component === 'total' && !one.practice
			).length,
			phase: scheme.deadline ? phaseOn(scheme, moment.known) : null,
			...regimeSaid(facts, scheme, moment.known),
			/** What Flanders is asked as a whole, what was said last first. */
			totals: totals.filter((one) => one.scheme === scheme.code).sort(newestFirst(facts))
		})),
		checked,
		groups,
		names: new Map([
			...[...facts.places.byCode.values()].map(({ nis, name }) => [nis, name] as const),
			...[...facts.regions.values()].map(({ slug, name }) => [slug, name] as const)
		]),
		publications: facts.publications,
		sources: publicationsOf(facts, [...schemes, ...dated, ...totals]),
		fixed: { on: null },
		sheet: `Bekend op ${day(moment.known)}`
	};
}

/** The publications that say something, each once. */
const publicationsOf = (
	{ publications }: Pick<Reference, 'publications'>,
	said: readonly { publication: number }[]
) =>
	[...new Set(said.map(({ publication }) => publication))].flatMap((id) => {
		const publication = publications.get(id);
		return publication ? [{ publication, figures: 1 }] : [];
	});

const newestFirst = ({ publications }: Pick<Reference, 'publications'>) => {
	const since = ({ publication }: { publication: number }) =>
		publications.get(publication)?.knownFrom ?? '';
	return (a: { publication: number }, b: { publication: number }) =>
		since(b).localeCompare(since(a)) || b.publication - a.publication;
};
