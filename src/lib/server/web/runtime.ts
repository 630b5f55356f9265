import type { Database } from '../database/database.ts';
import type { PageCache } from './page-cache.ts';
import type { WholeAnswer } from './whole-answer.ts';

/** What the process that serves pages opens once and lends to the built site. */
export interface Runtime {
	database: Database;
	pages: PageCache;
	/** The files of the built site by the path under which they are served; empty where others serve them. */
	files: ReadonlyMap<string, WholeAnswer>;
}

// The built site carries its own copy of this module; the key makes both copies meet in one place.
const KEY = Symbol.for('woonobjectief.runtime');
const shelf = globalThis as typeof globalThis & { [KEY]?: Runtime };

/** Hands the open database, the page cache and the files to the site; called once by whoever serves. */
export function provideRuntime(runtime: Runtime): void {
	shelf[KEY] = runtime;
}

/** @throws Error when the site was started without the program around it. */
export function runtime(): Runtime {
	const found = shelf[KEY];
	if (!found)
		throw new Error('No database is open: start the site with `npm start` or `npm run dev`.');
	return found;
}
