import { publicationCounts } from '#lib/server/queries/publications.ts';
import { publicationsBy } from '#lib/server/reference.ts';
import { day } from '#lib/text/format.ts';
import { question } from '../../question.ts';

export async function load({ url }) {
	const { database, facts, moment } = await question(url);
	const counts = await publicationCounts(database.read);
	const all = publicationsBy(facts, moment.known).sort((a, b) =>
		a.knownFrom < b.knownFrom ? 1 : a.knownFrom > b.knownFrom ? -1 : b.id - a.id
	);
	return {
		publications: all.map((one) => ({
			...one,
			figures: counts.get(one.id)?.figures ?? 0,
			areas: counts.get(one.id)?.areas ?? 0,
			replacedBy: all.filter((other) => other.supersedes === one.id).map((other) => other.id)
		})),
		fixed: { on: null },
		sheet: `Bekend op ${day(moment.known)}`
	};
}
