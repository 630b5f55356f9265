/** A change that shows only at its end whether it is kept, and that tells what it found in either case. */
import type { Database } from './database.ts';
import type { WriteTransaction } from './schema.ts';

/**
 * Runs `work` in one transaction, which is kept or taken back as the work says.
 * @param change how the database runs it
 * @throws whatever the work throws
 */
export async function changeIf<Found>(
	change: Database['change'],
	work: (transaction: WriteTransaction) => Promise<{ keep: boolean; found: Found }>
): Promise<Found> {
	const takenBack = new Error('taken back'); // of this change alone: one may run inside another
	const left: Found[] = [];
	try {
		return await change(async (transaction) => {
			const { keep, found } = await work(transaction);
			if (keep) return found;
			left.push(found);
			throw takenBack;
		});
	} catch (error) {
		if (error === takenBack) return left[0] as Found;
		throw error;
	}
}
