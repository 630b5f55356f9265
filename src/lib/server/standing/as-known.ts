import type { Day } from '#lib/domain/dates.ts';
import { atVersion } from '../reference/at-version.ts';
import type { Database } from '../database/database.ts';
import { reference, type Reference } from '../reference/reference.ts';
import { nameIn, unreadable, type Form } from '../asked/parameter.ts';
import { MOMENT } from '../asked/questions.ts';
import { knownDay, type KnowledgeAsked } from './moment.ts';

/** The database and its reference tables as an address asks to know them. */
export interface Knowledge {
	database: Database;
	facts: Reference;
}

/**
 * The database at the version that is asked, else at the last version of a day that is over, else as it stands now; its
 * tables as known by the day that is asked, else by that of the version.
 * @throws MalformedParameterError for a version that there is not
 */
export async function asKnown(
	database: Database,
	asked: KnowledgeAsked,
	today: Day,
	form: Form
): Promise<Knowledge> {
	const { version, known } = asked;
	const present = await reference(database);
	if (version !== null && (version < 1 || version > present.newest))
		throw unreadable(nameIn(form, MOMENT, 'version'), `${version}`, `1 – ${present.newest}`);
	const number = version ?? (known === null ? present.newest : lastVersionBy(present, known));
	const then = number === present.newest ? database : atVersion(database, number);
	const day = knownDay(asked, await reference(then), today);
	return { database: then, facts: await reference(then, day) };
}

/** The last version of a day; 0 before the first. */
export const lastVersionBy = ({ events }: Pick<Reference, 'events'>, day: Day): number =>
	events.findLast((one) => one.day <= day)?.version ?? 0;
