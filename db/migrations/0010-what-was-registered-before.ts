import { sql, type Kysely } from 'kysely';

/**
 * What an import changes in a row that was there keeps its trace: which publication ended a membership, and how a
 * municipality was registered before. An open data package of an earlier day can then be made again, byte for byte.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a frozen step knows no table types
export async function up(db: Kysely<any>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`alter table region_membership add column ended_by integer references publication (id)`,
	// memberships that ended before this was kept: by a merger, the end of their municipality, or a next membership
	`update region_membership as m set ended_by = (
		select max(publication_id) from (
			select publication_id from succession as s
			where s.predecessor = m.nis_code and s.effective_on = m.valid_to + 1
			union all
			select publication_id from municipality as t
			where t.nis_code = m.nis_code and t.valid_to = m.valid_to
			union all
			select publication_id from region_membership as n
			where n.nis_code = m.nis_code and n.valid_from = m.valid_to + 1
		) as ending
	) where valid_to is not null`,
	`create table earlier_municipality (
		nis_code text not null references municipality (nis_code),
		name text not null check (name <> ''),
		province_code text not null,
		arrondissement_code text not null,
		valid_from date not null,
		valid_to date check (valid_to >= valid_from),
		publication_id integer not null references publication (id),
		replaced_by integer not null references publication (id),
		primary key (nis_code, replaced_by)
	)`
];
