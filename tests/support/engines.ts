import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { type Database, openDatabase } from '#lib/server/database.ts';
import type { Settings } from '#lib/server/settings.ts';
import { createDatabase } from './postgres.ts';

/** A database of one test file, on one of the engines. */
export interface Engine {
	name: Database['engine'];
	/** The open database, empty but for its schema; there from `beforeAll` on. */
	readonly database: Database;
	/** With which `openDatabase` finds the same database. */
	readonly settings: Pick<Settings, 'databaseUrl' | 'dataDir'>;
}

const ENGINES: Database['engine'][] = ['embedded', 'postgresql'];

/**
 * Runs the same tests on every engine (or on those given), each with a fresh database of its own.
 * Without PostgreSQL its part is left out; the start of the run has said so aloud, or has failed.
 */
export function describeEachEngine(tests: (engine: Engine) => void, engines = ENGINES): void {
	const here = engines.filter((name) => name === 'embedded' || inject('postgres'));
	describe.each(here)('%s', (name) => {
		const folder = mkdtempSync(join(tmpdir(), 'woonobjectief-test-'));
		const settings: Pick<Settings, 'databaseUrl' | 'dataDir'> = {
			databaseUrl: null,
			dataDir: join(folder, 'data')
		};
		let database: Database | undefined;

		beforeAll(async () => {
			const cluster = inject('postgres');
			if (name === 'postgresql' && cluster) settings.databaseUrl = await createDatabase(cluster);
			database = await openDatabase(settings);
		});
		afterAll(async () => {
			await database?.close();
			rmSync(folder, { recursive: true, force: true });
		});

		tests({
			name,
			settings,
			get database() {
				if (!database) throw new Error('The database is open inside tests and hooks only.');
				return database;
			}
		});
	});
}
