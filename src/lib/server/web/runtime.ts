import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database } from '../database/database.ts';
import type { Work } from '../intake/intake.ts';
import type { Access } from '../people/access.ts';
import type { PageCache } from './page-cache.ts';
import type { WholeAnswer } from './whole-answer.ts';

/** What the process that serves pages opens once and lends to the built site. */
export interface Runtime {
	database: Database;
	pages: PageCache;
	/** The files of the built site by the path under which they are served; empty where others serve them. */
	files: ReadonlyMap<string, WholeAnswer>;
	/** How the desk is entered; absent where there is no desk, as on the thread that makes files. */
	access?: Access;
	/** Does what is asked at the desk; absent where there is none. */
	work?: Work;
}

// The built site carries its own copy of this module; the key makes both copies meet in one place.
const KEY = Symbol.for('woonobjectief.runtime');
const shelf = globalThis as typeof globalThis & { [KEY]?: Runtime };

/** Hands the open database, the page cache and the files to the site; called once by whoever serves. */
export function provideRuntime(runtime: Runtime): void {
	shelf[KEY] = runtime;
}

/** The database of a preview, for what is asked within it. */
const preview = new AsyncLocalStorage<Database>();

/** Does work in which the site reads from another database than its own. */
export const withDatabase = <T>(database: Database, work: () => Promise<T>): Promise<T> =>
	preview.run(database, work);

/** @throws Error when the site was started without the program around it. */
export function runtime(): Runtime {
	const found = shelf[KEY];
	if (!found)
		throw new Error('No database is open: start the site with `npm start` or `npm run dev`.');
	const database = preview.getStore();
	return database ? { ...found, database } : found;
}
