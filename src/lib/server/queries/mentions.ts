import { sql } from 'kysely';
import type { Day } from '#lib/domain/dates.ts';
import type { Mention } from '#lib/domain/mention.ts';
import type { Reader } from '../database/schema.ts';
import { knownOn, PUBLISHED } from './known.ts';

/** What is said of any of these municipalities or regions, as known on a day; what is said of a later day first. */
export const mentionsOf = (db: Reader, places: readonly string[], known: Day): Promise<Mention[]> =>
	knownMentions(db, known)
		.where(sql<boolean>`string_to_array(m.places, ' ') && ${places}::text[]`)
		.execute();

/** What one publication says. */
export const mentionsBy = (db: Reader, publication: number): Promise<Mention[]> =>
	told(db).where('m.publication_id', '=', publication).execute();

/** Everything that was said by a day. */
export const allMentions = (db: Reader, known: Day): Promise<Mention[]> =>
	knownMentions(db, known).execute();

const knownMentions = (db: Reader, known: Day) => told(db).where(knownOn(known));

const told = (db: Reader) =>
	db
		.selectFrom('mention as m')
		.innerJoin('publication as p', 'p.id', 'm.publication_id')
		.select([
			'm.publication_id as publication',
			'm.code',
			'm.places',
			'm.kind',
			'm.value',
			'm.unit',
			'm.true_on as trueOn',
			'm.provisional',
			'm.says'
		])
		.orderBy(sql`m.true_on desc nulls last`)
		.orderBy(PUBLISHED, 'desc')
		.orderBy('m.publication_id')
		.orderBy('m.code');
