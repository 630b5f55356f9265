import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { KyselyPlugin, QueryId } from 'kysely';
import type { Handler } from '#lib/server/capture.ts';
import { type Database, openDatabase } from '#lib/server/database.ts';
import { PageCache } from '#lib/server/page-cache.ts';
import { provideRuntime } from '#lib/server/runtime.ts';
import type { Place } from './stage.ts';

/** How long one rendering of a page took, in milliseconds. */
export interface Rendering {
	total: number;
	/** During how much of that at least one query was under way. */
	database: number;
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
	const opened = await openDatabase(place);
	const clock = new QueryClock();
	const database: Database = { ...opened, read: opened.read.withPlugin(clock) };
	provideRuntime({ database, pages: new PageCache() });
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
			return { total: performance.now() - began, database: clock.busy, bytes: byteLength };
		},
		async close() {
			server.closeAllConnections();
			server.close();
			await opened.close();
		}
	};
}

async function builtHandler(): Promise<Handler> {
	const { href } = pathToFileURL(resolve('build/handler.js'));
	return ((await import(href)) as { handler: Handler }).handler;
}

/** Measures during how long at least one query was under way; queries that run side by side count once. */
class QueryClock implements KyselyPlugin {
	busy = 0;
	#began = 0;
	readonly #running = new Set<QueryId>();

	reset(): void {
		this.busy = 0;
		this.#running.clear();
	}

	transformQuery: KyselyPlugin['transformQuery'] = ({ node, queryId }) => {
		if (this.#running.size === 0) this.#began = performance.now();
		this.#running.add(queryId);
		return node;
	};

	transformResult: KyselyPlugin['transformResult'] = ({ result, queryId }) => {
		this.#running.delete(queryId);
		if (this.#running.size === 0) this.busy += performance.now() - this.#began;
		return Promise.resolve(result);
	};
}
