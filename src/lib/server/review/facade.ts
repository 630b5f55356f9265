import type { Database } from '../database.ts';
import type { Reader, WriteTransaction } from '../schema.ts';

/**
 * The database as it stands inside a transaction, for what only reads. A new one for each state that is looked at: what is
 * held in memory belongs to one of them.
 */
export const inside = (transaction: WriteTransaction): Database => ({
	engine: 'embedded',
	read: transaction as unknown as Reader,
	lock: null,
	change: () => Promise.reject(new Error('A review changes nothing.')),
	changeQuietly: () => Promise.reject(new Error('A review changes nothing.')),
	onChange: () => undefined,
	close: () => Promise.resolve()
});
