import type { Reply } from '#lib/domain/reply.ts';
import type { Reader } from '../database/schema.ts';

/** Every reply of every municipality, those replaced or withdrawn too, in the order in which they were entered. */
export async function allReplies(db: Pick<Reader, 'selectFrom'>): Promise<Reply[]> {
	const rows = await db
		.selectFrom('reply as r')
		.innerJoin('municipality as m', 'm.nis_code', 'r.nis_code')
		.select([
			'r.id',
			'r.nis_code as nis',
			'm.name',
			'r.figure',
			'r.reference_date as date',
			'r.words',
			'r.given_on as givenOn',
			'r.known_from as knownFrom',
			'r.given_by as by',
			'r.reference',
			'r.withdrawn_on as withdrawnOn',
			'r.withdrawn_why as withdrawnWhy'
		])
		.orderBy('r.id')
		.execute();
	return rows as Reply[];
}
