import type { TestProject } from 'vitest/node';
import { type Cluster, startPostgres } from './postgres.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Address of the PostgreSQL server of this run; null when none could be had. */
		postgres: string | null;
	}
}

/** One server for the whole run: every project that asks gets the same one, the last to leave stops it. */
const shelf = globalThis as {
	woonobjectiefCluster?: { users: number; cluster: Promise<Cluster | null> };
};

export async function setup(project: TestProject): Promise<() => Promise<void>> {
	const shared = (shelf.woonobjectiefCluster ??= { users: 0, cluster: startPostgres() });
	shared.users++;
	const cluster = await shared.cluster;
	if (!cluster) missing();
	project.provide('postgres', cluster?.url ?? null);
	return async () => {
		if (--shared.users > 0) return;
		delete shelf.woonobjectiefCluster;
		await cluster?.stop();
	};
}

function missing(): void {
	const words =
		'NO POSTGRESQL: its programs (initdb, postgres) are not on this machine and could not be installed. ' +
		'The tests of that engine DID NOT RUN.';
	if (process.env['REQUIRE_POSTGRES'] === '1') throw new Error(words);
	console.error(`\n${'!'.repeat(words.length)}\n${words}\n${'!'.repeat(words.length)}\n`);
}
