import { sql } from 'kysely';
import type { Day } from '#lib/domain/dates.ts';
import type { Reader } from '../database/schema.ts';
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

/** The first entry of the chain: when the database began, and what no other database has; of an empty chain, nothing. */
export async function beginningOf(db: Reader): Promise<{ at: string; link: string }> {
	const first = await db
		.selectFrom('chain_entry')
		.select(['happened_at as at', 'link'])
		.where('position', '=', 1)
		.executeTakeFirst();
	return first ?? { at: new Date(0).toISOString(), link: '' };
}

/** An event that made a version: its number in the chain, and the day on which it happened here. */
export interface ChainDay {
	version: number;
	day: Day;
	/** Whether it was entered, and did not come with the start of the database. */
	entered: boolean;
}

/**
 * The events that made a version, in order: a package that was kept changes nothing of what is known. What came with the start of the database counts from the day of its publisher, anything
 * else not before it was entered.
 */
export const chainDays = (db: Reader): Promise<ChainDay[]> =>
	readRows(
		db,
		sql`
		select c.position as version, case when c.happened_at = first.happened_at then p.known_from
			else greatest(case when c.event = 'release' then p.known_from end,
				(c.happened_at at time zone 'Europe/Brussels')::date) end as day,
			c.happened_at <> first.happened_at as entered
		from chain_entry as c join chain_entry as first on first.position = 1
		left join publication as p on p.id = c.publication_id
		where c.event <> 'package'
		order by c.position`
	);
