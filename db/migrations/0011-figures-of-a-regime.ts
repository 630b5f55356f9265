import { sql, type Kysely } from 'kysely';

/**
 * Homes count for a regime: realised, in execution and planned of one regime are other series than those of another. The
 * regime's row says by which name its series go; those that were there belong to the regime of 2009-2025 and keep theirs.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a frozen step knows no table types
export async function up(db: Kysely<any>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`alter table objective_scheme add column figures text unique check (figures ~ '^[a-z0-9_]*$')`,
	`update objective_scheme set figures = '' where code = 'BSO-2009-HUUR'`,
	`update objective_scheme set figures = '2026_2042' where code = 'BSO-2042'`
];
