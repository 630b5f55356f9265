import { sql } from 'kysely';
import type { Day } from '#lib/domain/dates.ts';
import type { Reader } from '../database/schema.ts';
import { readRows } from './known.ts';

/** A publication that was taken back, as far as a page that it touched has to say so. */
export interface Withdrawal {
	publication: number;
	title: string;
	on: Day;
	why: string;
}

/** The withdrawals by a day of publications that brought something for one of these municipalities; latest first. */
export const withdrawalsTouching = (
	db: Reader,
	codes: readonly string[] | 'all',
	known: Day
): Promise<Withdrawal[]> =>
	readRows(
		db,
		sql`
		select p.id as publication, p.title, p.withdrawn_on as "on", p.withdrawn_why as why
		from publication as p
		where p.withdrawn_on <= ${known}::date and p.known_from <= ${known}::date
			and (${brought('observation', codes)} or ${brought('objective', codes)} or ${brought('test_result', codes)})
		order by p.withdrawn_on desc, p.id desc`
	);

const brought = (table: string, codes: readonly string[] | 'all') => sql`
	exists (select from ${sql.table(table)} as o where o.publication_id = p.id
		${codes === 'all' ? sql`` : sql`and o.nis_code = any(${codes}::text[])`})`;
