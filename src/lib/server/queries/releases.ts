import { sql } from 'kysely';
import type { Day } from '#lib/domain/dates.ts';
import type { Reader } from '../schema.ts';
import { readRows } from './known.ts';

/** Something that changed what is known: a publication came, or was taken back. */
export interface PublicationEvent {
	publication: number;
	event: 'release' | 'withdrawal';
	/**
	 * The day on which it happened here. What came with the start of the database counts from its own day; anything else
	 * not before it was entered, whatever its day of publication.
	 */
	day: Day;
	/** The moment of its entry in the chain, ISO 8601; null for what came with the start of the database. */
	at: string | null;
}

/** The releases and withdrawals, in order. */
export const publicationEvents = (db: Reader): Promise<PublicationEvent[]> =>
	readRows(
		db,
		sql`
		with entered as (
			select publication_id as id, event, min(happened_at) as at from chain_entry
			where happened_at <> (select happened_at from chain_entry where position = 1)
			group by 1, 2
		)
		select p.id as publication, 'release' as event,
			greatest(p.known_from, (e.at at time zone 'Europe/Brussels')::date) as day, e.at
		from publication as p left join entered as e on e.id = p.id and e.event = 'release'
		where p.known_from <> 'infinity'
		union all
		select p.id, 'withdrawal', p.withdrawn_on, e.at
		from publication as p left join entered as e on e.id = p.id and e.event = 'withdrawal'
		where p.known_from <> 'infinity' and p.withdrawn_on is not null
		order by day, at nulls first, publication, event`
	);

/**
 * What says that the past is another one: the start of the database, and the last time that a program brought rules of
 * publications that were out to its own.
 */
export async function pastOf(db: Reader): Promise<string> {
	const renewed = await db
		.selectFrom('chain_entry')
		.select((eb) => eb.fn.max('position').as('last'))
		.where('event', '=', 'renewal')
		.executeTakeFirst();
	return `${(await beginningOf(db)).link} ${renewed?.last ?? ''}`;
}

/** The first entry of the chain: when the database began, and what no other database has; of an empty chain, nothing. */
export async function beginningOf(db: Reader): Promise<{ at: string; link: string }> {
	const first = await db
		.selectFrom('chain_entry')
		.select(['happened_at as at', 'link'])
		.where('position', '=', 1)
		.executeTakeFirst();
	return first ?? { at: new Date(0).toISOString(), link: '' };
}
