import { sql, type Kysely } from 'kysely';

/**
 * What is said of a regime holds until a day: after it the same is said in the past tense, and whether it happened is known
 * or could not be verified. Statements that are no rule and no date of a regime have a table of their own.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a frozen step knows no table types
export async function up(db: Kysely<any>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`alter table scheme_rule add column holds_until date, add column afterwards text,
		add constraint scheme_rule_afterwards_check check ((holds_until is null) = (afterwards is null))`,
	`alter table scheme_date add column afterwards text`,
	`create table law_statement (
		scheme text not null,
		code text not null,
		position smallint not null,
		says text not null,
		holds_until date,
		afterwards text,
		verified boolean not null,
		certainty text not null check (certainty in ('stated', 'secondary', 'inferred', 'not_found')),
		publication_id integer not null references publication (id),
		primary key (scheme, code, publication_id),
		constraint law_statement_afterwards_check check ((holds_until is null) = (afterwards is null))
	)`
];
