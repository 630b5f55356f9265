import { type Database, onlyRead } from '../../database/database.ts';
import type { Reader, WriteTransaction } from '../../database/schema.ts';

/**
 * The database as it stands inside a transaction, for what only reads. A new one for each state that is looked at: what is
 * held in memory belongs to one of them.
 */
export const inside = (transaction: WriteTransaction): Database =>
	onlyRead('embedded', transaction as unknown as Reader, 'A review changes nothing.');
