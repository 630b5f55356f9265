import type { IncomingMessage, ServerResponse } from 'node:http';
import { lastKnown } from '#lib/text/last-known.ts';
import { BoundedStore } from '../bounded-store.ts';
import { type Capture, captured, type Handler, type Question, questionOf } from './capture.ts';
import { type AnswerHeaders, WholeAnswer } from './whole-answer.ts';

/** Where `src/app.html` leaves room for a line above the page. */
const MARKER = Buffer.from('<!--melding-->');
/** A longer query is answered, but not kept. */
const LONGEST_QUERY = 512;
/** So long (ms) after a failure a page comes from its last good state without trying again. */
const PAUSE = 2_000;
/** So many of the pages that are asked most are rendered again after a change, before anyone asks. */
const RENEWED = 10;
/** So often a page is begun anew because the data changed while it was made. */
const ATTEMPTS = 4;
/** Said when they changed each time. */
const RESTLESS = new WholeAnswer(
	503,
	{ 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2' },
	Buffer.from('De cijfers veranderen op dit ogenblik. Probeer het over enkele seconden opnieuw.\n'),
	false
);
/** How long (ms) that waits while visitors wait for a page. */
const BREATH = 10;

interface Options {
	/** Headers for every answer to an address that passes through here and does not set them itself. */
	headers?: (address: string) => AnswerHeaders;
	/** Most bytes of answers to keep, the least recently used go first. */
	maxBytes?: number;
	/** How long (ms) a visitor waits for a new page when an earlier state of it can be shown. */
	patience?: number;
	/** The state of the data, asked of them; before and after a page is rendered, so that none is made of two. */
	state?: () => Promise<unknown>;
	/** An address without what shapes no page. */
	plain?: (address: string) => string;
	/** Addresses to render first after a change, whoever asked for them: what most visitors begin with. */
	ahead?: () => Promise<readonly string[]>;
	/** Is told of a failure that a last good state hides from the visitor. */
	report?: (failure: unknown) => void;
}

/** Where a page comes from. */
interface Source {
	key: string | null;
	handler: Handler;
	question: Question;
}

/** A page as it was rendered from one state of the data. */
interface Entry {
	source: Source;
	answer: WholeAnswer;
	/** The state of the data when rendering began; the entry is fresh only while that is the present one. */
	version: number;
	/** Place in the body for a line above the page; -1 when it has none. */
	noticeAt: number;
	renderedAt: Date;
	/** How often it was asked; of what is past less, by half at each change of the data. Of who asked nothing is kept. */
	uses: number;
	/** The failed attempt to replace it, if that was the last thing that happened. */
	failed?: { version: number; at: number };
	lastGood?: WholeAnswer;
}

/** What came out of the handler: an answer, and the entry made from it when it may be kept. */
interface Rendered {
	answer: WholeAnswer;
	entry: Entry | null;
}

/**
 * Keeps whole answers of public pages until the data change, and their last good state for when the database fails.
 * An answer is kept when it is a GET with status 200 whose `cache-control` says `public`, and not made for one visitor.
 */
export class PageCache {
	readonly #entries: BoundedStore<Entry>;
	readonly #underWay = new Map<string, Promise<Rendered>>();
	readonly #headers: (address: string) => AnswerHeaders;
	readonly #patience: number;
	readonly #state: () => Promise<unknown>;
	readonly #plain: (address: string) => string;
	readonly #ahead: () => Promise<readonly string[]>;
	readonly #report: (failure: unknown) => void;
	#version = 0;

	constructor(options: Options = {}) {
		this.#entries = new BoundedStore(options.maxBytes ?? 64 * 1024 * 1024, size);
		this.#headers = options.headers ?? (() => ({}));
		this.#patience = options.patience ?? 3_000;
		this.#state = options.state ?? (() => Promise.resolve());
		this.#plain = options.plain ?? ((address) => address);
		this.#ahead = options.ahead ?? (() => Promise.resolve([]));
		this.#report = options.report ?? (() => undefined);
	}

	/**
	 * To be called after each change of data, and when a new day begins: nothing that was kept is fresh any more.
	 * The pages to have ahead of their readers are rendered again, one after another: those that are named, then those that were
	 * asked most, the last one first among equals.
	 */
	invalidate(): void {
		this.#version++;
		// Not before all who listen for changes have heard of this one.
		setImmediate(() => void this.#renew(this.#version));
	}

	/**
	 * Puts the cache before a handler of pages. Answers to GET and HEAD come back whole, compressed when the visitor
	 * can take that. The promise is rejected when the handler fails and no last good state exists.
	 */
	around(handler: Handler): (request: IncomingMessage, response: ServerResponse) => unknown {
		return (request, response) => {
			if (request.method !== 'GET' && request.method !== 'HEAD') {
				return handler(request, response, () => response.writeHead(404).end());
			}
			const url = this.#plain(request.url ?? '/');
			const key = keyOf(request.headers.host, url);
			const entry = key === null ? undefined : this.#entries.use(key);
			if (entry) entry.uses++;
			if (entry?.version === this.#version) return entry.answer.send(request, response);
			const source = { key, handler, question: questionOf(request, url) };
			const answering = entry ? this.#replace(entry) : this.#first(source);
			return answering
				.then((answer) => answer.send(request, response))
				.finally(() => this.#weigh(key));
		};
	}

	/** Visitors who ask for one page at a time share one rendering, if its answer is for everyone. */
	async #first(source: Source): Promise<WholeAnswer> {
		const isOwn = source.key === null || !this.#underWay.has(this.#stateOf(source.key));
		const { answer, entry } = await this.#once(source);
		const isShared = entry !== null || answer.status >= 500;
		return isOwn || isShared ? answer : (await this.#render({ ...source, key: null })).answer;
	}

	/** A new state of a page; or the last good one when the handler fails or takes too long. */
	async #replace(last: Entry): Promise<WholeAnswer> {
		const { failed } = last;
		const isPausing = failed?.version === this.#version && Date.now() < failed.at + PAUSE;
		if (!isPausing) {
			const rendering = this.#once(last.source).catch(this.#report);
			const rendered = await Promise.race([rendering, wait(this.#patience)]);
			if (rendered && rendered.answer.status < 500) return rendered.answer;
			last.failed = { version: this.#version, at: Date.now() };
		}
		return (last.lastGood ??= await lastGoodState(last));
	}

	/** Lets visitors go first, and stops at a failure: then the next visitor tries. */
	async #renew(version: number): Promise<void> {
		for (const source of await this.#awaited()) {
			do await wait(BREATH);
			while (this.#underWay.size > 0);
			if (this.#version !== version) return;
			const entry = source.key ? this.#entries.find(source.key) : undefined;
			if (entry?.version === version || entry?.failed?.version === version) continue;
			const rendered = await this.#once(source).catch(() => null);
			if (!rendered || rendered.answer.status >= 500) return;
			await rendered.answer.prepare();
			this.#weigh(source.key);
		}
	}

	/** What to render before anyone asks: as visitors of late asked for it, so nothing where there were none. */
	async #awaited(): Promise<Source[]> {
		const all = this.#entries.latest().map(([, entry]) => entry);
		const most = all.sort((a, b) => b.uses - a.uses).slice(0, RENEWED);
		for (const entry of all) entry.uses /= 2;
		const [like] = most.map(({ source }) => source);
		const named = like ? await this.#ahead().catch(() => []) : [];
		return [
			...named.slice(0, RENEWED).map((url) => sourceLike(like as Source, url)),
			...most.map(({ source }) => source)
		];
	}

	#once(source: Source): Promise<Rendered> {
		if (source.key === null) return this.#render(source);
		const state = this.#stateOf(source.key);
		const underWay = this.#underWay.get(state);
		if (underWay) return underWay;
		const started = this.#render(source).finally(() => this.#underWay.delete(state));
		this.#underWay.set(state, started);
		return started;
	}

	/** A page in one state of the data: who asks after a change does not share a rendering from before it. */
	#stateOf(key: string): string {
		return `${this.#version} ${key}`;
	}

	/** A page of one state of the data: begun anew when they changed while it was made. */
	async #render(source: Source): Promise<Rendered> {
		for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
			const before = await this.#stateNow();
			const version = this.#version;
			const capture = await captured(source.handler, source.question);
			const after = await this.#stateNow();
			if (after === before || capture.statusCode >= 500)
				return this.#kept(source, version, capture);
		}
		return { answer: RESTLESS, entry: null };
	}

	/** Null when nobody can say: the page itself will, if it asks anything. */
	#stateNow = (): Promise<unknown> => this.#state().catch(() => null);

	#kept(source: Source, version: number, capture: Capture): Rendered {
		const { key, question } = source;
		const headers = { ...this.#headers(question.url), ...capture.headers };
		const [body, noticeAt] = withoutMarker(capture.body);
		const isShared = isForEveryone(capture);
		const answer = new WholeAnswer(capture.statusCode, headers, body, isShared);
		if (isShared && key !== null) {
			const uses = this.#entries.find(key)?.uses ?? 0;
			const entry = { source, answer, version, noticeAt, renderedAt: new Date(), uses };
			this.#keep(key, entry);
			return { answer, entry };
		}
		if (key !== null && answer.status < 500) this.#entries.forget(key);
		return { answer, entry: null };
	}

	/** A slow rendering from before a change does not push out a newer one. */
	#keep(key: string, entry: Entry): void {
		const earlier = this.#entries.find(key);
		if (!earlier || earlier.version <= entry.version) this.#entries.keep(key, entry);
	}

	/** An answer that was compressed is held so, and counts for less. */
	#weigh(key: string | null): void {
		const entry = key === null ? undefined : this.#entries.find(key);
		if (key === null || !entry) return;
		entry.answer.shed();
		this.#entries.keep(key, entry);
	}
}

/** Counted for an entry: what it holds, and its headers. */
const size = ({ answer }: Entry): number => answer.bytes + 2_048;

/** Another address, asked in the same way. */
const sourceLike = ({ handler, question: { headers } }: Source, url: string): Source => ({
	key: keyOf(headers.host, url),
	handler,
	question: { url, headers }
});

/** Host, path and query in one order; null when the answer is not to be kept. */
function keyOf(host: string | undefined, url: string): string | null {
	const question = url.indexOf('?');
	if (question === -1) return `${host} ${url}`;
	if (url.length - question > LONGEST_QUERY) return null;
	const parts = url
		.slice(question + 1)
		.split('&')
		.filter(Boolean);
	const name = (part: string) => part.split('=', 1)[0] ?? '';
	parts.sort((a, b) => (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0));
	return `${host} ${url.slice(0, question)}?${parts.join('&')}`.replace(/\?$/, '');
}

function isForEveryone({ statusCode, headers }: Capture): boolean {
	return (
		statusCode === 200 &&
		/\bpublic\b/.test(String(headers['cache-control'] ?? '')) &&
		!headers['set-cookie'] &&
		!headers['vary']
	);
}

function withoutMarker(body: Buffer): [body: Buffer, place: number] {
	const place = body.indexOf(MARKER);
	if (place === -1) return [body, -1];
	const rest = body.subarray(place + MARKER.length);
	return [Buffer.concat([body.subarray(0, place), rest]), place];
}

/** The kept page with a plain line that says so, not to be kept by anyone. */
async function lastGoodState({ answer, noticeAt, renderedAt }: Entry): Promise<WholeAnswer> {
	const warning = `111 - "Revalidation Failed" "${renderedAt.toUTCString()}"`;
	const headers = { ...answer.headers, 'cache-control': 'no-store', warning };
	const body = await answer.whole();
	if (noticeAt === -1) return new WholeAnswer(200, headers, body, false);
	const line = Buffer.from(`<p class="melding" role="status">${lastKnown(renderedAt)}</p>`);
	const [before, after] = [body.subarray(0, noticeAt), body.subarray(noticeAt)];
	return new WholeAnswer(200, headers, Buffer.concat([before, line, after]), false);
}

const wait = (milliseconds: number): Promise<null> =>
	new Promise((done) => setTimeout(done, milliseconds, null).unref());
