import { PUBLICATIONS } from '#lib/server/asked/questions.ts';
import type { Boundaries } from '#lib/server/reference/boundaries.ts';
import { replacedParts } from '#lib/server/desk/review/replaced.ts';
import { publicationCounts } from '#lib/server/queries/publications.ts';
import { publicationsBy, publicationsLike } from '#lib/server/reference/reference.ts';
import { calendarOn } from '#lib/server/standing/calendar.ts';
import { byName, day } from '#lib/text/format.ts';
import { askedIn, question } from '../../question.ts';

export async function load({ url }) {
	const { database, facts, moment } = await question(url);
	const counts = await publicationCounts(database.read);
	const all = publicationsBy(facts, moment.known).sort((a, b) =>
		a.knownFrom < b.knownFrom ? 1 : a.knownFrom > b.knownFrom ? -1 : b.id - a.id
	);
	const filter = askedIn(PUBLICATIONS, url);
	const replaced = all.flatMap(({ supersedes }) => supersedes ?? []);
	const parts = await replacedParts(database.read, replaced, moment.known);
	return {
		filter,
		publishers: [...new Set(all.map((one) => one.publisher))].sort(byName),
		publications: publicationsLike(all, filter).map((one) => ({
			...one,
			figures: counts.get(one.id)?.figures ?? 0,
			areas: counts.get(one.id)?.areas ?? 0,
			replacedBy: all.filter((other) => other.supersedes === one.id).map((other) => other.id),
			part: parts.get(one.id) ?? null
		})),
		calendar: await calendarOn(database, moment.known),
		boundaries: boundaryFiles(facts.boundaries),
		fixed: { on: null },
		sheet: `Bekend op ${day(moment.known)}`
	};
}

/** The imported files of boundaries, each with the structures that it holds. */
const boundaryFiles = (all: readonly Boundaries[]) =>
	[...Map.groupBy(all, ({ set }) => set)].map(([set, structures]) => ({
		...set,
		structures: structures.map(({ from, to, areas }) => ({
			from,
			to,
			municipalities: areas.length
		}))
	}));
