import type { Day } from '#lib/domain/dates.ts';
import { NEVER } from '../release/release.ts';
import type { WriteTransaction } from '../../database/schema.ts';

/** Does something as if a draft were known from a day on, inside a transaction; afterwards it is a draft again. */
export async function asReleased<Answer>(
	transaction: WriteTransaction,
	publication: number,
	day: Day,
	work: () => Promise<Answer>
): Promise<Answer> {
	const set = (known_from: Day) =>
		transaction
			.updateTable('publication')
			.set({ known_from })
			.where('id', '=', publication)
			.execute();
	await set(day);
	const answer = await work();
	await set(NEVER);
	return answer;
}
