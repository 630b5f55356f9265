/** The site as it would be: with a draft released, inside a change that is always taken back. */
import type { Database } from '../database/database.ts';
import { NEVER, releaseFrom } from '../desk/release/release.ts';
import { inside } from '../desk/review/facade.ts';
import { today } from '../today.ts';

/** Carries what was made out of a change that is taken back. */
class TakenBack<T> extends Error {
	readonly made: T;

	constructor(made: T) {
		super('taken back');
		this.made = made;
	}
}

/**
 * Does work with the database as it would stand after the release of a draft; null when there is no such draft. Other changes
 * wait meanwhile, so the work is one page.
 */
export async function asIfReleased<T>(
	database: Database,
	publication: number,
	work: (database: Database) => Promise<T>
): Promise<T | null> {
	try {
		return await database.changeQuietly(async (transaction) => {
			const found = await transaction
				.selectFrom('publication')
				.select(['known_from', 'withdrawn_on'])
				.where('id', '=', publication)
				.executeTakeFirst();
			if (found?.known_from !== NEVER || found.withdrawn_on !== null) return null;
			await releaseFrom(transaction, publication, today());
			throw new TakenBack(await work(inside(transaction)));
		});
	} catch (error) {
		if (error instanceof TakenBack) return (error as TakenBack<T>).made;
		throw error;
	}
}
