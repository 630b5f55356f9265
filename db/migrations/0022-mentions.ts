import { sql, type Kysely } from 'kysely';

/** What a publication says of places beside the figures of a series: a part, a project, an aim, a number without a day. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a frozen step knows no table types
export async function up(db: Kysely<any>): Promise<void> {
	await sql
		.raw(
			`create table mention (
				publication_id integer not null references publication (id),
				code text not null,
				places text not null check (places ~ '^([0-9]{5}( [0-9]{5})*|[a-z][a-z0-9-]*)$'),
				kind text not null check (kind in ('stock', 'share', 'progress', 'part', 'project', 'expected', 'objective', 'aim', 'norm', 'flow', 'built', 'outcome')),
				value double precision,
				unit text check (unit in ('dwellings', 'plots', 'percent', 'municipalities')),
				true_on text check (true_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
				provisional boolean not null default false,
				says text not null,
				primary key (publication_id, code),
				constraint mention_check check ((value is null) = (unit is null))
			)`
		)
		.execute(db);
}
