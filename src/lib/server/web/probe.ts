import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../database/database.ts';
import { readReference, reference } from '../reference/reference.ts';

/** How long (ms) one look at the database answers for all who ask: whoever asks often costs no more. */
export const COUNTS_FOR = 2_000;

/** What the database says of its data. */
interface State {
	/** Why no change can be made now; null when it can. */
	whyReadOnly: string | null;
	version: number;
	/** Moment of the last change, ISO 8601. */
	changedAt: string;
}

const looked = new WeakMap<Database, { at: number; state: Promise<State> }>();

/**
 * Looks whether a page can be made: reads all that every page needs, and a figure, from the database itself.
 * @returns the state of the data that pages are made of
 * @throws whatever keeps pages from being made; Error when what pages hold is older than the database
 */
export function probe(database: Database, now = Date.now()): Promise<State> {
	const last = looked.get(database);
	if (last && now - last.at < COUNTS_FOR) return last.state;
	const state = look(database);
	looked.set(database, { at: now, state });
	state.catch(() => looked.delete(database)); // a database that is back is ready at once
	return state;
}

async function look(database: Database): Promise<State> {
	const [data, whyReadOnly] = await Promise.all([readable(database), whyNoChanges(database)]);
	return { ...data, whyReadOnly };
}

/** A primary that gives no answer holds no visitor up, and nobody who asks how it is. Who it is and where, they are not told. */
const whyNoChanges = (database: Database): Promise<string | null> =>
	Promise.race([
		database.whyReadOnly().catch(({ code = 'no code' }: { code?: string }) => refusing(code)),
		wait(COUNTS_FOR / 2, 'The primary, the server of DATABASE_URL, gives no answer.', {
			ref: false
		})
	]);

const refusing = (code: string): string =>
	`The primary, the server of DATABASE_URL, refuses (${code}).`;

async function readable(database: Database): Promise<Omit<State, 'whyReadOnly'>> {
	await database.version(); // who holds something older hears so first
	const [{ data }, held] = await Promise.all([
		readReference(database.read),
		reference(database),
		database.read.selectFrom('observation').select('value').limit(1).execute()
	]);
	if (held.data.version === data.version) return data;
	const again = (await reference(database)).data;
	if (again.version < data.version) {
		throw new Error(
			`Pages show version ${again.version} of the data, and ${data.version} is there.`
		);
	}
	return again;
}
