import { createHash } from 'node:crypto';
import type { Day } from '#lib/domain/dates.ts';
import {
	dueSummary,
	dueTitle,
	FEED_TITLE,
	releaseSummary,
	releaseTitle,
	withdrawalSummary,
	withdrawalTitle
} from '#lib/text/feed.ts';
import { LICENCE } from '#lib/text/open-data.ts';
import type { Database } from '../../database/database.ts';
import { changedBy } from '../../queries/changes.ts';
import { publicationCounts, type Publication } from '../../queries/publications.ts';
import { beginningOf, publicationEvents, type PublicationEvent } from '../../queries/releases.ts';
import { reference, type Reference } from '../../reference/reference.ts';
import { calendarOn } from '../../standing/calendar.ts';
import { startOfDay } from '../../today.ts';
import { atomDocument, type AtomEntry } from './atom.ts';

/** So many of the latest events are told. */
const MOST = 60;

/** Everything an entry is made from. */
interface Ground {
	database: Database;
	facts: Reference;
	counts: Awaited<ReturnType<typeof publicationCounts>>;
	/** What each revision and correction changed. */
	changes: Awaited<ReturnType<typeof changedBy>>;
	/** Absolute address of the site. */
	origin: string;
	/** What makes the names of this database others than those of another one. */
	seed: string;
}

/**
 * The feed of releases, revisions, corrections and withdrawals up to a day, and of what the public calendar expects next;
 * a draft and its planned moment are nobody's business.
 */
export async function publicationFeed(
	database: Database,
	today: Day,
	origin: string
): Promise<string> {
	const [facts, events, beginning] = await Promise.all([
		reference(database),
		publicationEvents(database.read),
		beginningOf(database.read)
	]);
	const latest = events
		.filter((one) => one.day <= today)
		.slice(-MOST)
		.reverse();
	const told = latest.map((one) => one.publication);
	const [counts, changes] = await Promise.all([
		publicationCounts(database.read, told),
		changedBy(
			database.read,
			told.filter((id) => isChange(facts.publications.get(id)))
		)
	]);
	const ground: Ground = { database, facts, counts, changes, origin, seed: beginning.link };
	const due = await dueEntries(ground, today, beginning.at);
	const entries = [...due, ...latest.flatMap((event) => eventEntries(ground, event))];
	return atomDocument({
		id: idOf(ground, 'feed'),
		title: FEED_TITLE,
		language: 'nl-BE',
		author: 'Woonobjectief',
		rights: LICENCE.title,
		links: [
			{ rel: 'self', href: `${origin}/cijfers/feed.atom`, type: 'application/atom+xml' },
			{ rel: 'alternate', href: `${origin}/cijfers`, type: 'text/html' },
			{ rel: 'license', href: LICENCE.id }
		],
		updated: beginning.at,
		entries
	});
}

const isChange = (publication: Publication | undefined): boolean =>
	publication?.kind === 'revision' || publication?.kind === 'correction';

function eventEntries(ground: Ground, event: PublicationEvent): AtomEntry[] {
	const publication = ground.facts.publications.get(event.publication);
	if (!publication) return [];
	const updated = event.at ?? startOfDay(event.day);
	return [
		{
			id: idOf(ground, event.event, publication.id),
			updated,
			published: updated,
			category: event.event === 'withdrawal' ? 'withdrawal' : publication.kind,
			links: [
				{
					rel: 'alternate',
					href: `${ground.origin}/cijfers/publicaties/${publication.id}`,
					type: 'text/html'
				}
			],
			...wordsOf(ground, event, publication)
		}
	];
}

function wordsOf(
	{ facts, counts, changes }: Ground,
	{ event }: PublicationEvent,
	publication: Publication
): Pick<AtomEntry, 'title' | 'summary'> {
	const brought = counts.get(publication.id) ?? { figures: 0, areas: 0 };
	const { id, title, kind, publisher, reason } = publication;
	if (event === 'withdrawal') {
		const summary = withdrawalSummary(publication.withdrawnWhy ?? '', brought);
		return { title: withdrawalTitle(title), summary };
	}
	const nothing = { figures: 0, municipalities: 0 };
	const changed = isChange(publication) ? (changes.get(id) ?? nothing) : null;
	const supersedes = facts.publications.get(publication.supersedes ?? -1)?.title ?? null;
	return {
		title: releaseTitle(kind, title),
		summary: releaseSummary({ ...brought, kind, publisher, reason, changed, supersedes })
	};
}

/** The next publication of each series in the calendar; it came with the database, and says so by its day. */
async function dueEntries(ground: Ground, today: Day, since: string): Promise<AtomEntry[]> {
	const series = await calendarOn(ground.database, today);
	return series.flatMap(({ next }) =>
		next
			? [
					{
						id: idOf(ground, 'due', `${next.series} ${next.referenceDate}`),
						title: dueTitle(next),
						updated: since,
						summary: dueSummary(next),
						category: 'expected',
						links: [
							{
								rel: 'alternate' as const,
								href: `${ground.origin}/cijfers#kalender`,
								type: 'text/html'
							}
						]
					}
				]
			: []
	);
}

/**
 * A name that stays the same for ever, wherever the site moves: a UUID of version 5 (RFC 9562) from the first link of the
 * chain, which no other database has, and what happened.
 */
function idOf({ seed }: Pick<Ground, 'seed'>, what: string, which: string | number = ''): string {
	const bytes = createHash('sha1').update(`woonobjectief ${seed} ${what} ${which}`).digest();
	bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
	bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
	const hex = bytes.toString('hex');
	const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
	return `urn:uuid:${[...parts, hex.slice(20, 32)].join('-')}`;
}
