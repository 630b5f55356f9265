import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import type { Handler } from '#lib/server/web/capture.ts';
import { type Database, openDatabase } from '#lib/server/database/database.ts';
import { PageCache } from '#lib/server/web/page-cache.ts';
import { provideRuntime } from '#lib/server/web/runtime.ts';
import type { Place } from './stage.ts';

/** How long one rendering of a page took, in milliseconds. */
export interface Rendering {
	total: number;
	/** During how much of that at least one query was under way. */
	database: number;
	queries: number;
	bytes: number;
}

/** The built site in this process, without its page cache, with a clock on its database. */
export interface TimedSite {
	database: Database;
	render(path: string): Promise<Rendering>;
	close(): Promise<void>;
}

/** Opens the site on a database; one at a time, because a process serves one. */
export async function openTimedSite(place: Place): Promise<TimedSite> {
	process.env['WOONOBJECTIEF_BENCH'] = '1';
	const database = await openDatabase(place);
	provideRuntime({ database, pages: new PageCache(), files: new Map() });
	const handler = await builtHandler();
	const server = createServer((request, response) =>
		handler(request, response, () => response.writeHead(404).end())
	);
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const { port } = server.address() as AddressInfo;

	return {
		database,
		async render(path) {
			clock.reset();
			const began = performance.now();
			const reply = await fetch(`http://127.0.0.1:${port}${path}`);
			const { byteLength } = await reply.arrayBuffer();
			if (reply.status !== 200) throw new Error(`${path} answers ${reply.status}`);
			const total = performance.now() - began;
			return { total, database: clock.busy, queries: clock.queries, bytes: byteLength };
		},
		async close() {
			server.closeAllConnections();
			server.close();
			await database.close();
		}
	};
}

async function builtHandler(): Promise<Handler> {
	const { href } = pathToFileURL(resolve('build/handler.js'));
	return ((await import(href)) as { handler: Handler }).handler;
}

/** Measures during how long at least one query was under way; queries that run side by side count once. */
class QueryClock {
	busy = 0;
	queries = 0;
	#began = 0;
	#running = 0;

	reset(): void {
		this.busy = 0;
		this.queries = 0;
	}

	/** Watches every query of a kind of connection, below everything that builds or changes queries. */
	watch(connection: { query: (...given: never[]) => unknown }): void {
		const { query } = connection;
		const begin = () => this.#begin();
		const end = () => this.#end();
		connection.query = function (this: unknown, ...given) {
			const result = query.apply(this, given);
			if (!(result instanceof Promise)) return result;
			begin();
			result.then(end, end);
			return result;
		};
	}

	#begin(): void {
		this.queries++;
		if (this.#running++ === 0) this.#began = performance.now();
	}

	#end(): void {
		if (--this.#running === 0) this.busy += performance.now() - this.#began;
	}
}

const clock = new QueryClock();
clock.watch(pg.Client.prototype);
clock.watch(PGlite.prototype);
