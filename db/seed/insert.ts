import { sql, type Insertable, type RawBuilder } from 'kysely';
import type { Schema, WriteTransaction } from '#lib/server/database/schema.ts';

/** Rows in one statement: few round trips, and each message well below the limits of both engines. */
const BATCH = 10_000;

/**
 * Inserts rows, many to a statement: the batch goes over as one JSON text and the database takes it apart by the
 * table's own column types. A column that no row of a batch names keeps its default.
 * @param onConflict what to do with a row whose key is there already; without it that is an error
 */
export async function insertRows<Table extends keyof Schema>(
	transaction: WriteTransaction,
	table: Table,
	rows: readonly Insertable<Schema[Table]>[],
	onConflict: RawBuilder<unknown> = sql``
): Promise<void> {
	for (let start = 0; start < rows.length; start += BATCH) {
		const batch = rows.slice(start, start + BATCH);
		const names = [...new Set(batch.flatMap((row) => Object.keys(row)))];
		const columns = sql.join(names.map((name) => sql.ref(name)));
		await sql`insert into ${sql.table(table)} (${columns})
			select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(batch)}::jsonb) ${onConflict}`.execute(
			transaction
		);
	}
}
