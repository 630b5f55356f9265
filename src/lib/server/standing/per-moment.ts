import type { Database } from '../database/database.ts';
import { untilChange } from '../reference/until-change.ts';
import type { Moment } from './moment.ts';

const MOST_HELD = 6;

/**
 * Holds the answers to a question about everyone, which many pages ask: those for the latest few moments, and until the
 * data change.
 */
export function perMoment<Answer>(
	ask: (database: Database, moment: Moment) => Promise<Answer>
): (database: Database, moment: Moment) => Promise<Answer> {
	const hold = untilChange<Answer>(MOST_HELD);
	return (database, moment) =>
		hold(database, `${moment.on} ${moment.known} ${moment.structureOn}`, () =>
			ask(database, moment)
		);
}
