import { sql, type Kysely } from 'kysely';

/**
 * Regimes as dated data: their rules (components, limits, levers) and the dates they set, each with its legal reference
 * and source; a status that may be unknown; a total with an upper end. And the indicators of gross flows.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a frozen step knows no table types
export async function up(db: Kysely<any>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`create table scheme_rule (
		scheme text not null references objective_scheme (code),
		code text not null check (code ~ '^[a-z][a-z0-9_]*$'),
		position integer not null check (position > 0),
		kind text not null check (kind in ('component', 'limit', 'apart', 'lever')),
		name text not null check (name <> ''),
		about text not null check (about <> ''),
		basis_points integer check (basis_points between 1 and 10000),
		legal_reference text not null check (legal_reference <> ''),
		publication_id integer not null references publication (id),
		primary key (scheme, code)
	)`,
	`create table scheme_date (
		scheme text not null references objective_scheme (code),
		day date not null,
		about text not null check (about <> ''),
		legal_reference text,
		publication_id integer not null references publication (id),
		primary key (scheme, day)
	)`,
	`alter table objective_scheme drop constraint objective_scheme_status_check`,
	`alter table objective_scheme add constraint objective_scheme_status_check
		check (status in ('in_force', 'ended', 'in_preparation', 'unknown'))`,
	`update objective_scheme set status = 'unknown' where code in ('CONVENANT', 'LOKAAL')`,
	`alter table region_objective add column value_up_to integer check (value_up_to >= value)`,
	// A new database gets the whole catalogue with its start data set.
	`insert into indicator (code, unit)
		select code, 'dwellings' from (values
			('flow_new_build'), ('flow_purchase'), ('flow_taken_in'),
			('flow_sale'), ('flow_demolition'), ('flow_left_system'), ('permitted_dwellings')
		) as added (code)
		where exists (select from indicator)
		on conflict do nothing`
];
