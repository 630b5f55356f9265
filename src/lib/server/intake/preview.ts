/** The site as it would be: with a draft released, inside a change that is always taken back. */
import { changeIf } from '../database/change-if.ts';
import type { Database } from '../database/database.ts';
import { NEVER, releaseFrom } from '../desk/release/release.ts';
import { inside } from '../desk/review/facade.ts';
import { today } from '../today.ts';

/**
 * Does work with the database as it would stand after the release of a draft; null when there is no such draft. Other changes
 * wait meanwhile, so the work is one page.
 */
export function asIfReleased<T>(
	database: Database,
	publication: number,
	work: (database: Database) => Promise<T>
): Promise<T | null> {
	return changeIf(database.changeQuietly, async (transaction) => {
		const draft = await transaction
			.selectFrom('publication')
			.select('id')
			.where('id', '=', publication)
			.where('known_from', '=', NEVER)
			.where('withdrawn_on', 'is', null)
			.executeTakeFirst();
		if (!draft) return { keep: false, found: null };
		await releaseFrom(transaction, publication, today());
		return { keep: false, found: await work(inside(transaction)) };
	});
}
