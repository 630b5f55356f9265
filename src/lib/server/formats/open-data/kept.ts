import { setTimeout as wait } from 'node:timers/promises';
import type { Day } from '#lib/domain/dates.ts';
import { KEYLESS } from '../../database/chain-keys.ts';
import { presentOf } from '../../reference/at-version.ts';
import type { Database } from '../../database/database.ts';
import { sealPackage } from '../../desk/release/chain.ts';
import { packageOf, packageSums, type KeptPackage } from '../../queries/packages.ts';
import { publicationEvents, type PublicationEvent } from '../../queries/releases.ts';
import { reference, type Reference } from '../../reference/reference.ts';
import { lastVersionBy } from '../../standing/as-known.ts';
import { makePackage, type Edition } from './package.ts';

/** A day on which what is known changed, and is over: its last version, of which the package never changes. */
export interface PackageDay {
	day: Day;
	version: number;
	events: PublicationEvent[];
}

/** The last version of a day, as told on that day. */
export const editionOn = (facts: Reference, known: Day): Edition => ({
	version: lastVersionBy(facts, known),
	known
});

/** The version with a number, or the last one before it, as told on its own day; undefined when there is none. */
export function editionAt({ events }: Reference, number: number): Edition | undefined {
	const event = events.findLast(({ version }) => version <= number);
	return event && { version: event.version, known: event.day };
}

/** The days before today that have a package, the latest first. */
export async function packageDays(database: Database, today: Day): Promise<PackageDay[]> {
	const [facts, events] = await Promise.all([
		reference(database),
		publicationEvents(database.read)
	]);
	const over = events.filter((one) => one.day < today);
	return [...Map.groupBy(over, (one) => one.day)]
		.map(([day, own]) => ({ day, version: lastVersionBy(facts, day), events: own }))
		.reverse();
}

/** What is being made of a database: one package at a time, each once. */
interface Workshop {
	underWay: Map<number, Promise<KeptPackage>>;
	queue: Promise<unknown>;
	filling: boolean;
	/** Number of the newest version of which the package is known to be kept. */
	newest: number;
}

const workshops = new WeakMap<Database, Workshop>();

function workshopOf(database: Database): Workshop {
	const found = workshops.get(database) ?? {
		underWay: new Map<number, Promise<KeptPackage>>(),
		queue: Promise.resolve(),
		filling: false,
		newest: 0
	};
	workshops.set(database, found);
	return found;
}

/** The package of a version: as it was written when somebody first asked for it, else written now, once and for all. */
export async function keptPackage(asked: Database, edition: Edition): Promise<KeptPackage> {
	const database = presentOf(asked);
	const { version } = edition;
	const kept = await packageOf(database.read, version);
	if (kept) return kept;
	const workshop = workshopOf(database);
	const found = workshop.underWay.get(version);
	if (found) return found;
	const made = workshop.queue.then(() => writePackage(database, edition));
	workshop.queue = made.catch(() => undefined);
	workshop.underWay.set(version, made);
	return made.finally(() => workshop.underWay.delete(version));
}

/** Makes a package and keeps it, where it can be sealed; another process that was first has the word. */
async function writePackage(database: Database, edition: Edition): Promise<KeptPackage> {
	const made = await makePackage(database, edition);
	await keep(database, made).catch((error: { code?: string }) => {
		if (error.code !== KEYLESS) throw error;
	});
	return (await packageOf(database.read, made.version)) ?? made;
}

const keep = (database: Database, { version, known, sha256, content }: KeptPackage) =>
	database.changeQuietly(async (transaction) => {
		const written = await transaction
			.insertInto('version_package')
			.values({ version, known, sha256, content })
			.onConflict((conflict) => conflict.doNothing())
			.returning('version')
			.executeTakeFirst();
		if (written) await sealPackage(transaction, version, sha256);
	});

/**
 * Sizes and checksums of the packages that are kept, by version. Those of some other versions are written afterwards, one by
 * one, with as long a rest for visitors after each; a failure is left to whoever asks for that package.
 */
export async function sumsOf(database: Database, editions: readonly Edition[]) {
	const sums = await packageSums(presentOf(database).read);
	const open = editions.filter(({ version }) => !sums.has(version));
	void fill(presentOf(database), open).catch(() => undefined);
	return sums;
}

async function fill(database: Database, editions: readonly Edition[]): Promise<void> {
	const workshop = workshopOf(database);
	if (workshop.filling) return;
	workshop.filling = true;
	try {
		if ((await database.keys()).own === null) return; // none could be kept
		for (const edition of editions) {
			const start = performance.now();
			await keptPackage(database, edition);
			await wait(performance.now() - start, undefined, { ref: false });
		}
	} finally {
		workshop.filling = false;
	}
}

/** Writes the package of the newest version, unless it is kept already or came with the start of the database. */
export async function writeNewest(database: Database): Promise<void> {
	const facts = await reference(database);
	const workshop = workshopOf(database);
	if (workshop.newest === facts.newest || !facts.events.at(-1)?.entered) return;
	const edition = editionAt(facts, facts.newest);
	if (edition) await keptPackage(database, edition);
	workshop.newest = facts.newest;
}
