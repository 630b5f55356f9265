import type { OutgoingHttpHeaders } from 'node:http';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type { Handler, Question } from './capture.ts';
import type { Database } from '../database/database.ts';
import { isCostly } from '../thread/costly.ts';
import { lendDatabase } from '../thread/lend.ts';
import { LONGEST, MEMORY, whyEnded } from '../thread/limits.ts';
import { WorkQueue } from '../thread/queue.ts';

/** What the thread of the site is given. */
export interface SiteGiven {
	port: MessagePort;
	engine: Database['engine'];
	/** Address of the module of the built site. */
	site: string;
	/** Folder of its files. */
	client: string;
}

/** A page that the thread is asked for. */
export interface PageAsked {
	id: number;
	question: Question;
}

/** A page as it came from the thread. */
interface Page {
	status: number;
	headers: OutgoingHttpHeaders;
	body: Uint8Array;
}

/** What the thread says. */
export type PageTold = 'ready' | ({ id: number } & (Page | { error: string }));

/** How much is asked of the thread at once. Twice as much as is waiting takes about as long as anyone waits. */
const ROOM = { atOnce: 2, waiting: 16, patience: 20_000 };

interface Bench {
	worker: Worker;
	ready: Promise<null>;
	waiting: Map<number, { resolve: (page: Page) => void; reject: (error: Error) => void }>;
}

/**
 * Makes what is costly on a thread of its own: packs, files, pictures and packages hold no other visitor up, are made a few
 * at once, and end alone when they take too much memory or time. The thread begins with the first of them.
 */
export class Workshop {
	readonly #database: Database;
	readonly #given: Omit<SiteGiven, 'port' | 'engine'>;
	readonly #queue: WorkQueue;
	#bench: Bench | null = null;
	#last = 0;

	constructor(database: Database, given: Omit<SiteGiven, 'port' | 'engine'>, room = ROOM) {
		this.#database = database;
		this.#given = given;
		this.#queue = new WorkQueue(room);
	}

	/** The handler of the site, with this before it for what is costly. */
	before(handler: Handler): Handler {
		return async (request, response, next) => {
			const { url = '/', headers } = request;
			if (!isCostly(url) || request.method === 'OPTIONS') return handler(request, response, next);
			const page = await this.#queue.do(() => this.#make({ url, headers }));
			response.writeHead(page.status, page.headers).end(page.body);
		};
	}

	/** Ends the thread and what it makes. */
	async close(): Promise<void> {
		await this.#bench?.worker.terminate();
	}

	async #make(question: Question): Promise<Page> {
		const bench = (this.#bench ??= this.#open());
		await bench.ready;
		const { promise, resolve, reject } = Promise.withResolvers<Page>();
		const id = ++this.#last;
		bench.waiting.set(id, { resolve, reject });
		const slow = new Error(`It took longer than ${LONGEST.page / 1_000} s, and was stopped.`);
		const timer = setTimeout(() => this.#clear(bench, slow), LONGEST.page).unref();
		bench.worker.postMessage({ id, question } satisfies PageAsked);
		return promise.finally(() => {
			clearTimeout(timer);
			bench.waiting.delete(id);
		});
	}

	#open(): Bench {
		const { port1: lent, port2: port } = new MessageChannel();
		const end = lendDatabase(this.#database, lent);
		lent.unref();
		const worker = new Worker(new URL('site-thread.ts', import.meta.url), {
			workerData: { ...this.#given, port, engine: this.#database.engine } satisfies SiteGiven,
			transferList: [port],
			resourceLimits: { maxOldGenerationSizeMb: MEMORY.pages }
		});
		worker.unref();
		const { promise: ready, resolve, reject } = Promise.withResolvers<null>();
		const bench: Bench = { worker, ready, waiting: new Map() };
		ready.catch(() => undefined);
		const ended = (error: Error) => {
			reject(error);
			this.#clear(bench, error);
			end();
		};
		worker
			.on('message', (told: PageTold) => (told === 'ready' ? resolve(null) : hand(bench, told)))
			.on('error', (error) => ended(whyEnded(error, MEMORY.pages)))
			.on('exit', () => ended(new Error('The thread of the site ended.')));
		return bench;
	}

	/** Gives a thread up with all that it was making; the next question begins another. */
	#clear(bench: Bench, why: Error): void {
		if (this.#bench === bench) this.#bench = null;
		bench.waiting.forEach(({ reject }) => reject(why));
		void bench.worker.terminate();
	}
}

function hand({ waiting }: Bench, told: Exclude<PageTold, 'ready'>): void {
	const asked = waiting.get(told.id);
	if ('error' in told) asked?.reject(new Error(told.error));
	else asked?.resolve(told);
}
