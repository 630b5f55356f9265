import { changeIf } from '#lib/server/database/change-if.ts';
import type { Database } from '#lib/server/database/database.ts';
import type { Reader, WriteTransaction } from '#lib/server/database/schema.ts';

/**
 * Changes the data, asks what comes of it, and takes the change back.
 * @param work gets the transaction twice: to write in, and to read what it wrote
 */
export const undone = <T>(
	database: Database,
	work: (transaction: WriteTransaction, reader: Reader) => Promise<T>
): Promise<T> =>
	changeIf(database.change, async (transaction) => ({
		keep: false,
		found: await work(transaction, transaction as unknown as Reader)
	}));
