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
 * @param tell hears of that once, and of every other failure, of one that comes again and again once
 */
export function keepDoing(
	chore: () => Promise<unknown>,
	tell: (error: Error) => void,
	pace = PACE
): { stop(): void } {
	const stopping = new AbortController();
	const { signal } = stopping;
	let told = '';
	let isAway = false;
	const failed = (error: Error) => {
		const isKnown = (isAway && isDatabaseAway(error)) || error.message === told;
		[isAway, told] = [isDatabaseAway(error), error.message];
		if (!signal.aborted && !isKnown) tell(error);
	};
	const loop = async () => {
		while (!signal.aborted) {
			await chore().then(() => ([isAway, told] = [false, '']), failed);
			await wait(pace, undefined, { signal, ref: false }).catch(() => undefined);
		}
	};
	void loop();
	return { stop: () => stopping.abort() };
}

/** Releases drafts when their moment comes. */
export const keepReleasing = (
	database: Database,
	tell: (error: Error) => void,
	pace = PACE
): { stop(): void } => keepDoing(() => releaseDue(database), tell, pace);
