import { sql, type Kysely } from 'kysely';

/** A source that speaks of the outcome of a round in words only: a count may be missing when a note says what it says. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a frozen step knows no table types
export async function up(db: Kysely<any>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`alter table test_count alter column municipalities drop not null`,
	`alter table test_count add constraint test_count_says_check
		check (municipalities is not null or note is not null)`
];
