import type { Day } from '#lib/domain/dates.ts';
import { atVersion } from '../at-version.ts';
import type { Database } from '../database.ts';
import { reference, type Reference } from '../reference.ts';
import { MalformedParameterError, type KnowledgeAsked } from './moment.ts';

/** The database and its reference tables as an address asks to know them. */
export interface Knowledge {
	database: Database;
	facts: Reference;
}

/**
 * The database at the version that is asked, else at the last version of the day that is asked, else as it stands now.
 * @param name of the parameter that says the version
 * @throws MalformedParameterError for a version that there is not
 */
export async function asKnown(
	database: Database,
	{ version, known }: KnowledgeAsked,
	name: string
): Promise<Knowledge> {
	const present = await reference(database);
	if (version !== null && (version < 1 || version > present.newest))
		throw new MalformedParameterError(name, `${name}: "${version}" (1 – ${present.newest})`);
	return versionAt(
		database,
		present,
		version ?? (known === null ? present.newest : lastVersionBy(present, known))
	);
}

/** The last version of a day; 0 before the first. */
export const lastVersionBy = ({ events }: Pick<Reference, 'events'>, day: Day): number =>
	events.findLast((one) => one.day <= day)?.version ?? 0;

async function versionAt(
	database: Database,
	present: Reference,
	version: number
): Promise<Knowledge> {
	if (version === present.newest) return { database, facts: present };
	const then = atVersion(database, version);
	return { database: then, facts: await reference(then) };
}
