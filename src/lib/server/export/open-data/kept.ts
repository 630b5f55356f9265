import { setTimeout as wait } from 'node:timers/promises';
import type { Day } from '#lib/domain/dates.ts';
import { BoundedStore } from '../../bounded-store.ts';
import type { Database } from '../../database.ts';
import { pastOf, publicationEvents, type PublicationEvent } from '../../queries/releases.ts';
import { openPackage, type OpenPackage } from './package.ts';

/** Most bytes of packages that are kept. */
const MOST_BYTES = 24 * 1024 * 1024;

/** A day on which what is known changed, and is over: its package never changes. */
export interface PackageDay {
	day: Day;
	events: PublicationEvent[];
}

/** Size and checksum of a package. */
export interface PackageSum {
	bytes: number;
	/** SHA-256, hexadecimal. */
	sha256: string;
}

/** The days before today that have a package, the latest first. */
export async function packageDays(database: Database, today: Day): Promise<PackageDay[]> {
	const events = await publicationEvents(database.read);
	const over = events.filter((one) => one.day < today);
	return [...Map.groupBy(over, (one) => one.day)]
		.map(([day, own]) => ({ day, events: own }))
		.reverse();
}

/** The packages of one past. */
class Kept {
	readonly sums = new Map<Day, PackageSum>();
	readonly #packages = new BoundedStore<OpenPackage>(MOST_BYTES, ({ content }) => content.length);
	readonly #underWay = new Map<Day, Promise<OpenPackage>>();
	#queue: Promise<unknown> = Promise.resolve();
	#filling = false;

	/** The package of a day that is over; made once, and one at a time. */
	package(database: Database, day: Day): Promise<OpenPackage> {
		const kept = this.#packages.use(day);
		if (kept) return Promise.resolve(kept);
		const underWay = this.#underWay.get(day) ?? this.#make(database, day);
		this.#underWay.set(day, underWay);
		return underWay;
	}

	#make(database: Database, day: Day): Promise<OpenPackage> {
		const made = this.#queue.then(() => openPackage(database, day));
		this.#queue = made.catch(() => undefined);
		return made
			.then((one) => {
				this.#packages.keep(day, one);
				this.sums.set(day, { bytes: one.content.length, sha256: one.sha256 });
				return one;
			})
			.finally(() => this.#underWay.delete(day));
	}

	/** Makes the packages that nobody asked for yet, so that their sums are known; visitors get half of the time. */
	async fill(database: Database, days: readonly Day[]): Promise<void> {
		if (this.#filling) return;
		this.#filling = true;
		try {
			for (const day of days) {
				if (this.sums.has(day)) continue;
				const start = performance.now();
				await this.package(database, day);
				await wait(performance.now() - start, undefined, { ref: false });
			}
		} finally {
			this.#filling = false;
		}
	}
}

const held = new WeakMap<Database, { past: string; kept: Kept }>();
const looked = new WeakMap<Database, Promise<Kept>>();
const watched = new WeakSet<Database>();

/** The packages that are kept of a database; a change of data leaves them as they are, unless the past is another one. */
function keptOf(database: Database): Promise<Kept> {
	if (!watched.has(database)) {
		watched.add(database);
		database.onChange(() => looked.delete(database));
	}
	let found = looked.get(database);
	if (!found) {
		found = lookAgain(database);
		looked.set(database, found);
		found.catch(() => looked.delete(database));
	}
	return found;
}

async function lookAgain(database: Database): Promise<Kept> {
	const past = await pastOf(database.read);
	const before = held.get(database);
	if (before?.past === past) return before.kept;
	const kept = new Kept();
	held.set(database, { past, kept });
	return kept;
}

/** The package of a day that is over. */
export const keptPackage = async (database: Database, day: Day): Promise<OpenPackage> =>
	(await keptOf(database)).package(database, day);

/**
 * Sizes and checksums of the packages of some days, as far as they were made. The others are made afterwards, one by one;
 * a failure is left to whoever asks for that package.
 */
export async function packageSums(
	database: Database,
	days: readonly Day[]
): Promise<ReadonlyMap<Day, PackageSum>> {
	const kept = await keptOf(database);
	void kept.fill(database, days).catch(() => undefined);
	return kept.sums;
}
