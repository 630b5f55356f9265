import { sql, type Kysely } from 'kysely';

/**
 * What is asked for a target group, or is there for it, has a table apart: it is a part of an objective, a goal or a stock, and
 * stands in none of their tables, so that no sum can take it in.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a frozen step knows no table types
export async function up(db: Kysely<any>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`create table target_group_part (
		publication_id integer not null references publication (id),
		nis_code text references municipality (nis_code),
		region text,
		target_group text not null check (target_group in ('homeless', 'large_families', 'elderly')),
		kind text not null check (kind in ('objective', 'goal', 'stock')),
		part_of text not null check (part_of in ('dwellings', 'stock', 'new_dwellings', 'allocations')),
		reference_date date not null check (reference_date between '1990-01-01' and '2100-12-31'),
		value integer check (value between 0 and 1000000),
		share_basis_points integer check (share_basis_points between 1 and 10000),
		scheme text,
		deadline date,
		certainty text not null check (certainty in ('stated', 'secondary', 'inferred')),
		note text,
		constraint target_group_part_area_check check ((nis_code is null) <> (region is null)),
		constraint target_group_part_number_check check (
			(part_of = 'dwellings') = (value is not null) and (value is null) = (share_basis_points is not null)
		),
		constraint target_group_part_stock_check check (kind <> 'stock' or part_of in ('dwellings', 'stock')),
		constraint target_group_part_scheme_check check (scheme is null or kind = 'objective')
	)`,
	`create unique index target_group_part_once on target_group_part
		(coalesce(nis_code, region), target_group, kind, part_of, reference_date, publication_id)`
];
