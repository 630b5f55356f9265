import { sql } from 'kysely';
import type { Day } from '#lib/domain/dates.ts';
import type { Mention } from '#lib/domain/mention.ts';
import type { Reader } from '../database/schema.ts';
import { knownOn, PUBLISHED } from './known.ts';

/** What is said of any of these municipalities or regions, as known on a day; what is said of a later day first. */
export function mentionsOf(
	db: Reader,
	places: readonly string[] | 'all',
	known: Day
): Promise<Mention[]> {
	const all = told(db).where(knownOn(known));
	const any = sql<boolean>`string_to_array(m.places, ' ') && ${places}::text[]`;
	return (places === 'all' ? all : all.where(any)).execute();
}

/** What one publication says. */
export const mentionsBy = (db: Reader, publication: number): Promise<Mention[]> =>
	told(db).where('m.publication_id', '=', publication).execute();

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
