import type { Insertable } from 'kysely';
import { insertRows } from '#db/seed/insert.ts';
import type { Database } from '#lib/server/database/database.ts';
import type { ObservationTable, PublicationTable } from '#lib/server/database/schema.ts';

/** A figure of a municipality; without a status it is a plain count. */
type TrialFigure = Omit<Insertable<ObservationTable>, 'publication_id' | 'status'> &
	Partial<Pick<ObservationTable, 'status'>>;

/** Publishes figures straight into the tables, and gives the number of the publication. */
export const publish = (
	database: Database,
	figures: readonly TrialFigure[],
	about: Pick<Insertable<PublicationTable>, 'known_from'> & Partial<Insertable<PublicationTable>>
): Promise<number> =>
	database.change(async (transaction) => {
		const { id } = await transaction
			.insertInto('publication')
			.values({ publisher: 'Proef', title: 'Proef', kind: 'first', ...about })
			.returning('id')
			.executeTakeFirstOrThrow();
		const rows = figures.map((one) => ({
			status: 'normal' as const,
			...one,
			publication_id: id
		}));
		await insertRows(transaction, 'observation', rows);
		return id;
	});

/** Gives a municipality an objective of its own in the first regime, whatever was estimated of it. */
export async function withObjective(
	database: Database,
	nis_code: string,
	value: number
): Promise<void> {
	const publication_id = await publish(database, [], { known_from: '2010-01-01' });
	const objective = { nis_code, scheme: 'BSO-2009-HUUR', component: 'total', value } as const;
	await database.change((transaction) =>
		insertRows(transaction, 'objective', [{ ...objective, publication_id, status: 'compulsory' }])
	);
}

/** Leaves a municipality without projected households, whatever was published of it. */
export const withoutProjection = (database: Database, nis: string) =>
	database.change((transaction) =>
		transaction
			.deleteFrom('observation')
			.where('nis_code', '=', nis)
			.where('indicator', '=', 'households')
			.where('reference_date', '>', '2025-01-01')
			.execute()
	);
