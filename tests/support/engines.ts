import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { type Database, openDatabase, type Place } from '#lib/server/database/database.ts';
import { clusterKey, copyDatabase, copyFolder, type Start } from './starts.ts';

/** A database of one test file, on one of the engines. */
export interface Engine {
	name: Database['engine'];
	/** The open database, with what the tests start from; there from `beforeAll` on. */
	readonly database: Database;
	/** With which `openDatabase` finds the same database. */
	readonly settings: Place;
}

/** The engines of this machine: without PostgreSQL the start of the run has said so aloud, or has failed. */
const engines = (): Database['engine'][] =>
	inject('starts').cluster === null ? ['embedded'] : ['embedded', 'postgresql'];

/** Runs the same tests on every engine, each with a database of its own: for all that depends on SQL. */
export const describeEachEngine = (start: Start, tests: (engine: Engine) => void): void =>
	engines().forEach((name) => describeEngine(name, start, tests));

/** Runs tests on one engine, for what only that one has; none where the machine has no such engine. */
export function describeEngine(
	name: Database['engine'],
	start: Start,
	tests: (engine: Engine) => void
): void {
	if (engines().includes(name)) describe(name, () => tests(useEngine(name, start)));
}

/** Runs tests of what is computed from what was read. */
export function describeOneEngine(start: Start, tests: (engine: Engine) => void): void {
	describe('one engine', () => tests(useOneEngine(start)));
}

/**
 * A database for the tests beside and below the call, on PostgreSQL where there is one: the pages, which ask all that can
 * be asked, are tested on the embedded engine.
 */
export const useOneEngine = (start: Start): Engine =>
	useEngine(engines().at(-1) ?? 'embedded', start);

function useEngine(name: Database['engine'], start: Start): Engine {
	const folder = mkdtempSync(join(tmpdir(), 'woonobjectief-test-'));
	const settings: Place = { databaseUrl: null, dataDir: join(folder, 'data') };
	let database: Database | undefined;
	beforeAll(async () => {
		const starts = inject('starts');
		if (name === 'embedded') copyFolder(starts, start, settings.dataDir);
		else {
			settings.databaseUrl = await copyDatabase(starts, start);
			settings.chainKey = clusterKey(starts);
		}
		database = await openDatabase(settings);
	});
	afterAll(async () => {
		await database?.close();
		rmSync(folder, { recursive: true, force: true });
	});
	return {
		name,
		settings,
		get database() {
			if (!database) throw new Error('The database is open inside tests and hooks only.');
			return database;
		}
	};
}
