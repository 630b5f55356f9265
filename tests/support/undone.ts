import type { Database } from '#lib/server/database/database.ts';
import type { Reader, WriteTransaction } from '#lib/server/database/schema.ts';

/**
 * Changes the data, asks what comes of it, and takes the change back.
 * @param work gets the transaction twice: to write in, and to read what it wrote
 */
export async function undone<T>(
	database: Database,
	work: (transaction: WriteTransaction, reader: Reader) => Promise<T>
): Promise<T> {
	const undo = new Error('undo');
	const found: T[] = [];
	const change = database.change(async (transaction) => {
		found.push(await work(transaction, transaction as unknown as Reader));
		throw undo;
	});
	await change.catch((error: unknown) => {
		if (error !== undo) throw error;
	});
	return found[0] as T;
}
