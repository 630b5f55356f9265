import { makeReady, offerRules } from '#db/seed/load.ts';
import { isDatabaseAway } from '#lib/server/database/database-away.ts';
import { openDatabase, type Database } from '#lib/server/database/database.ts';
import type { Work } from '#lib/server/intake/intake.ts';
import { accessOf } from '#lib/server/people/access.ts';
import { openDoor } from '#lib/server/web/door.ts';
import { writeNewest } from '#lib/server/formats/open-data/kept.ts';
import { keepDoing, keepReleasing, sealWhatIsOpen } from '#lib/server/desk/release/keeper.ts';
import { PageCache } from '#lib/server/web/page-cache.ts';
import { provideRuntime, type Runtime } from '#lib/server/web/runtime.ts';
import { readSettings, type Settings } from '#lib/server/settings.ts';
import { WorkQueue } from '#lib/server/thread/queue.ts';
import { runTaskApart } from '#lib/server/thread/run-task.ts';
import { today } from '#lib/server/today.ts';

/** What is open while the site is served, and how to close it. */
export interface Opened extends Required<Runtime> {
	close(): Promise<void>;
}

/**
 * Opens the database, fills it when it is empty, and lends it to the site.
 * On the embedded engine other processes of the same user can hand in their tasks from then on.
 * @param say is told what takes long
 * @throws DatabaseLockedError when another process holds the embedded database
 */
export async function openRuntime(
	settings: Settings,
	{ pages, files }: Pick<Runtime, 'pages' | 'files'>,
	say: (line: string) => void
): Promise<Opened> {
	const database = await openDatabase(settings);
	try {
		const why = await database.whyReadOnly();
		if (why !== null) say(`Pages are served, changes wait. ${why}`);
		await makeReady(database, say, settings.mustExist);
		await offerRules(database, say);
		const keys = await database.keys();
		if (keys.why !== null) say(`Pages are served, changes are refused. ${keys.why}`);
		const door = database.lock ? await openDoor(database) : null;
		database.onChange(() => pages.invalidate());
		await sealWhatIsOpen(database);
		const days = onNewDay(() => database.renew());
		const releases = keepReleasing(database, saying('A release', say));
		const packages = keepDoing(() => writeNewest(database), saying('A package', say));
		const access = accessOf(settings);
		const work = deskWork(database);
		provideRuntime({ database, pages, files, access, work });
		return {
			database,
			pages,
			files,
			access,
			work,
			async close() {
				clearInterval(days);
				releases.stop();
				packages.stop();
				await door?.close();
				await database.close();
			}
		};
	} catch (error) {
		await database.close();
		throw error;
	}
}

/** How much is done at the desk at once: reading a workbook keeps a core busy. */
const ROOM = { atOnce: 1, waiting: 8, patience: 60_000 };

/** Does what is asked at the desk on threads of their own, one after another. */
function deskWork(database: Database): Work {
	const queue = new WorkQueue(ROOM);
	return (task, file, doer) =>
		queue.do(() => runTaskApart(database, task, file, () => undefined, { doer }));
}

/** The same for `npm run dev`, where Vite serves pages and files itself and nothing is kept. */
export const openForDevelopment = (): Promise<Opened> =>
	openRuntime(readSettings(process.env), { pages: new PageCache(), files: new Map() }, console.log);

/** Says why a chore was not done, and when it is done again. */
const saying =
	(what: string, say: (line: string) => void) =>
	(trouble: Error | null): void => {
		if (!trouble) return say(`${what} waits no longer.`);
		say(`${what} ${isDatabaseAway(trouble) ? 'waits' : 'failed'}: ${trouble.message}`);
	};

/** Pages say what is known «today»: calls `listener` when that becomes another day in Brussels. */
function onNewDay(listener: () => void): NodeJS.Timeout {
	let day = today();
	const look = () => {
		if (today() === day) return;
		day = today();
		listener();
	};
	return setInterval(look, 1_000).unref();
}
