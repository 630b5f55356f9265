import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../../database/database.ts';
import { isDatabaseAway } from '../../database/database-away.ts';
import { sealReleases } from './chain.ts';
import { releaseDue } from './release.ts';

/** How often (ms) is looked for something to do, such as a release whose moment has come. */
const PACE = 5_000;

/** Gives the publications of a database that was made before there was a chain their entries. */
export async function sealWhatIsOpen(database: Database): Promise<void> {
	const { read } = database;
	const entry = await read.selectFrom('chain_entry').select('position').limit(1).executeTakeFirst();
	if (!entry) await database.change((transaction) => sealReleases(transaction, null));
}

/**
 * Does a chore again and again, as long as the site runs. A database that does not answer, or only reads, is asked again.
 * @param tell hears of that once, and of every other failure, of one that comes again and again once; null: that is over
 */
export function keepDoing(
	chore: () => Promise<unknown>,
	tell: (trouble: Error | null) => void,
	pace = PACE
): { stop(): void } {
	const stopping = new AbortController();
	const { signal } = stopping;
	let last: Error | null = null;
	const ended = (trouble: Error | null) => {
		const isKnown = isSame(last, trouble);
		last = trouble;
		if (!signal.aborted && !isKnown) tell(trouble);
	};
	const loop = async () => {
		while (!signal.aborted) {
			await chore().then(() => ended(null), ended);
			await wait(pace, undefined, { signal, ref: false }).catch(() => undefined);
		}
	};
	void loop();
	return { stop: () => stopping.abort() };
}

/** A database that is away fails in many words, and is one trouble. */
const isSame = (one: Error | null, other: Error | null): boolean =>
	one?.message === other?.message || (isDatabaseAway(one) && isDatabaseAway(other));

/** Releases drafts when their moment comes. */
export const keepReleasing = (
	database: Database,
	tell: (trouble: Error | null) => void,
	pace = PACE
): { stop(): void } => keepDoing(() => releaseDue(database), tell, pace);
