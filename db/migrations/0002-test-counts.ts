import { sql, type Kysely } from 'kysely';

/** How many municipalities a source puts in each category of a round of the progress test. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a frozen step knows no table types
export async function up(db: Kysely<any>): Promise<void> {
	await sql
		.raw(
			`create table test_count (
				publication_id integer not null references publication (id),
				year integer not null references test_round (year),
				category text not null check (category in ('1', '2', '2a', '2b')),
				municipalities integer not null check (municipalities >= 0),
				tested integer not null check (tested >= municipalities),
				provisional boolean not null default false,
				note text,
				primary key (year, publication_id, category)
			)`
		)
		.execute(db);
}
