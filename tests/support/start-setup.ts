import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { TestProject } from 'vitest/node';
import type { Database } from '#lib/server/database/database.ts';
import { type Cluster, startPostgres } from './postgres.ts';
import { type Start, type Starts, STARTS } from './starts.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** What every test of this run copies its database from. */
		starts: Starts;
	}
}

/** What all projects of a run share: whoever asks first has it made, the last to leave removes it. */
const shelf = globalThis as { woonobjectiefStarts?: Shared };

interface Shared {
	users: number;
	folder: string;
	cluster?: Promise<Cluster | null>;
	/** What was made, or is being made. */
	made: Record<Database['engine'], Set<Start>>;
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
	const shared = (shelf.woonobjectiefStarts ??= share());
	shared.users++;
	const leave = async () => {
		if (--shared.users > 0) return;
		delete shelf.woonobjectiefStarts;
		await (await shared.cluster?.catch(() => null))?.stop();
		rmSync(shared.folder, { recursive: true, force: true });
	};
	try {
		const isPages = project.name === 'pages';
		project.provide('starts', await (isPages ? startsOfPages(shared) : allStarts(shared)));
		return leave;
	} catch (error) {
		await leave();
		throw error;
	}
}

function share(): Shared {
	const folder = mkdtempSync(join(tmpdir(), 'woonobjectief-starts-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	return { users: 0, folder, made: { embedded: new Set(), postgresql: new Set() } };
}

/** The pages are served on the embedded engine, from the whole start data set. */
async function startsOfPages(shared: Shared): Promise<Starts> {
	const starts = { folder: shared.folder, cluster: null };
	await make(shared, starts, 'embedded', ['empty', 'practice']);
	return starts;
}

/** Every start on both engines, which are made side by side. */
async function allStarts(shared: Shared): Promise<Starts> {
	const cluster = await (shared.cluster ??= startPostgres());
	if (!cluster) missing();
	const starts = { folder: shared.folder, cluster: cluster?.url ?? null };
	const engines = cluster ? (['embedded', 'postgresql'] as const) : (['embedded'] as const);
	await Promise.all(engines.map((engine) => make(shared, starts, engine, STARTS)));
	return starts;
}

/** Makes what was not made yet. */
async function make(
	{ made }: Shared,
	starts: Starts,
	engine: Database['engine'],
	wanted: readonly Start[]
): Promise<void> {
	const lacking = wanted.filter((start) => !made[engine].has(start));
	if (lacking.length === 0) return;
	lacking.forEach((start) => made[engine].add(start));
	const path = new URL('start-worker.ts', import.meta.url);
	await once(new Worker(path, { workerData: [starts, engine, lacking] }), 'exit');
}

function missing(): void {
	const words =
		'NO POSTGRESQL: its programs (initdb, postgres) are not on this machine and could not be installed. ' +
		'The tests of that engine DID NOT RUN.';
	if (process.env['REQUIRE_POSTGRES'] === '1') throw new Error(words);
	console.error(`\n${'!'.repeat(words.length)}\n${words}\n${'!'.repeat(words.length)}\n`);
}
