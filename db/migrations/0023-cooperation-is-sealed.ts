import { sql, type Kysely } from 'kysely';

/** The third edition of the text that a publication is sealed by also has what it tells of cooperation. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a frozen step knows no table types
export async function up(db: Kysely<any>): Promise<void> {
	for (const step of [
		'alter table publication drop constraint publication_sealed_as_check',
		'alter table publication add check (sealed_as in (1, 2, 3))',
		'alter table publication alter column sealed_as set default 3'
	])
		await sql.raw(step).execute(db);
}
