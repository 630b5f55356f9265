import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Place } from '#lib/server/database/database.ts';
import { createDatabase, startPostgres, type Cluster } from '../support/postgres.ts';
import { serveSite, type ServedSite } from '../support/program.ts';

export type EngineName = 'embedded' | 'postgresql';
export type { Place };

/** Reason why a line cannot be measured here, in words for whoever reads the list. */
export class NotMeasuredError extends Error {}

/** What measurements share: a PostgreSQL server, databases with the start data set, and a folder that goes away. */
export class Stage {
	readonly folder = mkdtempSync(join(tmpdir(), 'woonobjectief-bench-'));
	#cluster: Promise<Cluster | null> | undefined;
	readonly #filled = new Map<EngineName, Promise<Place>>();
	#copies = 0;

	/** @throws NotMeasuredError when no PostgreSQL can be had */
	async cluster(): Promise<Cluster> {
		const cluster = await (this.#cluster ??= startPostgres('durable'));
		if (!cluster) throw new NotMeasuredError('no PostgreSQL on this machine');
		return cluster;
	}

	/** A database with the start data set that measurements only read. */
	filled(engine: EngineName): Promise<Place> {
		const found = this.#filled.get(engine) ?? this.#fill(engine);
		this.#filled.set(engine, found);
		return found;
	}

	/** A database with the start data set of one's own, to change at will. */
	async copy(engine: EngineName): Promise<Place> {
		const from = await this.filled(engine);
		if (from.databaseUrl === null) {
			const dataDir = join(this.folder, `copy${++this.#copies}`);
			cpSync(from.dataDir, dataDir, { recursive: true });
			return { databaseUrl: null, dataDir };
		}
		const template = new URL(from.databaseUrl).pathname.slice(1);
		const databaseUrl = await createDatabase((await this.cluster()).url, template);
		return { databaseUrl, dataDir: from.dataDir };
	}

	/** An empty PostgreSQL database. */
	async empty(): Promise<Place> {
		const dataDir = join(this.folder, `empty${++this.#copies}`);
		return { databaseUrl: await createDatabase((await this.cluster()).url), dataDir };
	}

	/** Serves the built site; the routes for measuring exist there. */
	async serve(place: Place): Promise<ServedSite> {
		return serveSite(environment(place));
	}

	/** Serves the built site for as long as `work` takes. */
	async with<T>(place: Place, work: (site: ServedSite) => Promise<T>): Promise<T> {
		const site = await this.serve(place);
		try {
			return await work(site);
		} finally {
			await site.stop();
		}
	}

	async close(): Promise<void> {
		await (await this.#cluster)?.stop();
		rmSync(this.folder, { recursive: true, force: true });
	}

	async #fill(engine: EngineName): Promise<Place> {
		const dataDir = join(this.folder, engine);
		mkdirSync(dataDir);
		const databaseUrl =
			engine === 'postgresql' ? await createDatabase((await this.cluster()).url) : null;
		const site = await this.serve({ databaseUrl, dataDir });
		await site.stop();
		if (databaseUrl) await tidy(databaseUrl);
		return { databaseUrl, dataDir };
	}
}

/** What autovacuum does a minute after a large change, done before anything is measured. */
async function tidy(databaseUrl: string): Promise<void> {
	const client = new pg.Client(databaseUrl);
	await client.connect();
	await client.query('vacuum analyze');
	await client.end();
}

/** The environment in which the program uses this database. */
export const environment = ({ databaseUrl, dataDir, chainKey }: Place): Record<string, string> => ({
	DATABASE_URL: databaseUrl ?? '',
	DATA_DIR: dataDir,
	CHAIN_KEY: chainKey ?? '',
	WOONOBJECTIEF_BENCH: '1'
});
