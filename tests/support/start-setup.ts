import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres.ts';
import { makeStarts, type Starts } from './starts.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** What every test of this run copies its database from. */
		starts: Starts;
	}
}

interface Shared extends Starts {
	stop(): Promise<void>;
}

/** One of each for the whole run: every project that asks gets the same, the last to leave removes it. */
const shelf = globalThis as { woonobjectiefStarts?: { users: number; made: Promise<Shared> } };

export async function setup(project: TestProject): Promise<() => Promise<void>> {
	const shared = (shelf.woonobjectiefStarts ??= { users: 0, made: make() });
	shared.users++;
	const { stop, folder, cluster } = await shared.made;
	project.provide('starts', { folder, cluster });
	return async () => {
		if (--shared.users > 0) return;
		delete shelf.woonobjectiefStarts;
		await stop();
	};
}

async function make(): Promise<Shared> {
	const cluster = await startPostgres();
	try {
		if (!cluster) missing();
		const { remove, ...starts } = await makeStarts(cluster?.url ?? null);
		const stop = async () => {
			remove();
			await cluster?.stop();
		};
		return { ...starts, stop };
	} catch (error) {
		await cluster?.stop();
		throw error;
	}
}

function missing(): void {
	const words =
		'NO POSTGRESQL: its programs (initdb, postgres) are not on this machine and could not be installed. ' +
		'The tests of that engine DID NOT RUN.';
	if (process.env['REQUIRE_POSTGRES'] === '1') throw new Error(words);
	console.error(`\n${'!'.repeat(words.length)}\n${words}\n${'!'.repeat(words.length)}\n`);
}
