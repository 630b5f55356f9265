import type { Day } from '#lib/domain/dates.ts';
import type { Database } from '../database/database.ts';
import { sealedEvents, type SealedEvent } from '../queries/chain.ts';
import { publicationCounts, type Publication } from '../queries/publications.ts';
import { publicationsBy, reference } from '../reference/reference.ts';
import { dayOf } from '../today.ts';

/** What happened to a publication on the day of a version. */
export interface VersionEvent {
	/** `renewed`: a newer program brought its rules up to date, in whatever was known of it. */
	event: 'released' | 'renewed' | 'withdrawn';
	publication: Publication;
	/** How many figures it brought, and for how many areas. */
	figures: number;
	areas: number;
	/** Its place in the chain; null as long as it was not sealed. */
	sealed: SealedEvent | null;
}

/** A day on which what is known changed. */
export interface Version {
	/** Place in the chain of the first event of the day: it never changes. Null as long as it was not sealed. */
	number: number | null;
	day: Day;
	/** Day of the version before; null for the first. */
	previous: Day | null;
	/** In the order of the chain. */
	events: VersionEvent[];
}

/** The days on which what is known changed, up to a day, the latest first. */
export async function versionsBy(database: Database, known: Day): Promise<Version[]> {
	const publications = publicationsBy(await reference(database), known);
	const [sealed, counts] = await Promise.all([
		sealedEvents(database.read),
		publicationCounts(database.read)
	]);
	const event = (
		publication: Publication,
		name: VersionEvent['event'],
		entry: SealedEvent | undefined
	): VersionEvent => ({
		event: name,
		publication,
		figures: counts.get(publication.id)?.figures ?? 0,
		areas: counts.get(publication.id)?.areas ?? 0,
		sealed: entry ?? null
	});
	const dated = publications.flatMap((one): [Day, VersionEvent][] => {
		const entries = sealed.filter((entry) => entry.publication === one.id);
		const entry = (name: SealedEvent['event']) => entries.find((each) => each.event === name);
		const renewals = entries.filter((each) => each.event === 'renewal');
		return [
			[one.knownFrom, event(one, 'released', entry('release'))],
			...renewals.map((each): [Day, VersionEvent] => [
				dayOf(new Date(each.at)),
				event(one, 'renewed', each)
			]),
			...(one.withdrawnOn === null
				? []
				: [[one.withdrawnOn, event(one, 'withdrawn', entry('withdrawal'))] as [Day, VersionEvent]])
		];
	});
	return grouped(dated.filter(([day]) => day <= known));
}

function grouped(dated: readonly [Day, VersionEvent][]): Version[] {
	const byDay = Map.groupBy(dated, ([day]) => day);
	const days = [...byDay.keys()].sort();
	const versions = days.map((day, index): Version => {
		const events = (byDay.get(day) ?? []).map(([, event]) => event).sort(bySealing);
		const [first] = events;
		return {
			number: first?.sealed?.position ?? null,
			day,
			previous: days[index - 1] ?? null,
			events
		};
	});
	return versions.reverse();
}

/** What was not sealed yet comes last. */
const bySealing = (a: VersionEvent, b: VersionEvent): number =>
	(a.sealed?.position ?? Infinity) - (b.sealed?.position ?? Infinity) ||
	a.publication.id - b.publication.id;
