import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import type { Handler } from './capture.ts';
import { PageCache } from './page-cache.ts';

const PUBLIC = { 'content-type': 'text/html', 'cache-control': 'public, no-cache' };
const LONG = 'sociale woningen '.repeat(200);

const closers: (() => void)[] = [];
afterEach(() => {
	vi.useRealTimers();
	for (const close of closers.splice(0)) close();
});

interface Reply {
	status: number;
	headers: IncomingMessage['headers'];
	raw: Buffer;
	text: string;
}

/** A server with the cache before a handler that can be exchanged while it runs. */
async function site(first: Handler, options: ConstructorParameters<typeof PageCache>[0] = {}) {
	const pages = new PageCache(options);
	const handler = vi.fn<Handler>(first);
	const answer = pages.around((...given) => handler(...given));
	const server = createServer(async (asked, response) => {
		try {
			await answer(asked, response);
		} catch (error) {
			response.writeHead(500).end(String(error));
		}
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	closers.push(
		() => server.closeAllConnections(),
		() => server.close()
	);
	const { port } = server.address() as AddressInfo;
	const get = async (path: string, headers = {}, method = 'GET'): Promise<Reply> => {
		const sent = request({ host: '127.0.0.1', port, path, headers, method, agent: false });
		sent.end();
		const [got] = (await once(sent, 'response')) as [IncomingMessage];
		const raw = Buffer.concat(await got.toArray());
		return { status: got.statusCode ?? 0, headers: got.headers, raw, text: raw.toString() };
	};
	return { pages, handler, get };
}

/** A handler that answers with a fixed status, headers and body. */
const says =
	(body: string, headers: Record<string, string | string[]> = PUBLIC, status = 200): Handler =>
	(_, response: ServerResponse) => {
		response.writeHead(status, headers);
		response.end(body);
	};

test('a public page is rendered once, and the second visitor gets the same bytes', async () => {
	const { handler, get } = await site(says('pagina'));
	const [first, second] = [await get('/'), await get('/')];
	expect([first.text, second.text]).toEqual(['pagina', 'pagina']);
	expect(second.headers['content-type']).toBe('text/html');
	expect(handler).toHaveBeenCalledTimes(1);
});

test('concurrent first requests of one page render once', async () => {
	const { handler, get } = await site((_, response) => {
		setTimeout(() => says('traag')(_, response, () => undefined), 20);
	});
	const replies = await Promise.all([get('/'), get('/'), get('/')]);
	expect(replies.map(({ text }) => text)).toEqual(['traag', 'traag', 'traag']);
	expect(handler).toHaveBeenCalledTimes(1);
});

test.for([
	['that are not public', says('x', { 'cache-control': 'no-store' })],
	['without cache-control', says('x', { 'content-type': 'text/html' })],
	['with a status other than 200', says('x', PUBLIC, 404)],
	['that set a cookie', says('x', { ...PUBLIC, 'set-cookie': ['a=1', 'b=2'] })],
	['that vary by another header', says('x', { ...PUBLIC, vary: 'accept' })]
] as const)('answers %s are never kept, nor shared between visitors', async ([, answer]) => {
	const { handler, get } = await site(answer);
	await Promise.all([get('/'), get('/')]);
	await get('/');
	expect(handler).toHaveBeenCalledTimes(3);
});

test('each of several values of a header is sent', async () => {
	const { get } = await site(says('x', { 'set-cookie': ['a=1', 'b=2'] }));
	expect((await get('/')).headers['set-cookie']).toEqual(['a=1', 'b=2']);
});

test('the order of parameters makes no other page; their values, the path and the host do', async () => {
	const { handler, get } = await site((asked, response) =>
		says(String(asked.url))(asked, response, () => undefined)
	);
	for (const path of ['/p?a=1&b=2', '/p?b=2&a=1', '/p?b=2&&a=1', '/p', '/p?']) await get(path);
	expect(handler).toHaveBeenCalledTimes(2);
	for (const path of ['/p?a=2&b=2', '/q', '/p?a=1&a=2', '/p?a=2&a=1']) await get(path);
	expect(handler).toHaveBeenCalledTimes(6);
	await get('/p', { host: 'elders.example' });
	expect(handler).toHaveBeenCalledTimes(7);
});

test('a page with a huge query is answered but not kept', async () => {
	const { handler, get } = await site(says('x'));
	const path = `/?q=${'a'.repeat(600)}`;
	expect([(await get(path)).text, (await get(path)).text]).toEqual(['x', 'x']);
	expect(handler).toHaveBeenCalledTimes(2);
});

test('other methods than GET and HEAD go to the handler itself', async () => {
	const { handler, get } = await site(says('x'));
	await get('/');
	await get('/', {}, 'POST');
	await get('/', {}, 'POST');
	expect(handler).toHaveBeenCalledTimes(3);
});

test('HEAD shares the page with GET, whichever comes first, and has its headers but no body', async () => {
	const { handler, get } = await site(says('vier'));
	const head = await get('/', {}, 'HEAD');
	const whole = await get('/');
	expect(head.text).toBe('');
	expect(whole.text).toBe('vier');
	expect(head.headers['content-length']).toBe('4');
	expect(head.headers.etag).toBe(whole.headers.etag);
	expect(handler).toHaveBeenCalledTimes(1);
	expect(handler.mock.calls[0]?.[0].method).toBe('GET');
});

test('nothing of a visitor reaches the handler but what shapes the page for all', async () => {
	const { handler, get } = await site(says('x'));
	await get('/a?b=1', { cookie: 'a=1', 'if-none-match': '"x"', range: 'bytes=0-1', accept: '*/*' });
	const asked = handler.mock.calls[0]?.[0];
	expect(asked?.url).toBe('/a?b=1');
	expect(asked?.headers).toEqual({ host: expect.any(String), accept: '*/*' });
});

test('a page is compressed as the visitor can take it, brotli before gzip', async () => {
	const { handler, get } = await site(says(LONG));
	const br = await get('/', { 'accept-encoding': 'gzip, deflate, br' });
	const gzip = await get('/', { 'accept-encoding': 'gzip;q=0.5, br;q=0' });
	const plain = await get('/', { 'accept-encoding': 'identity' });
	expect(br.headers['content-encoding']).toBe('br');
	expect(brotliDecompressSync(br.raw).toString()).toBe(LONG);
	expect(gzip.headers['content-encoding']).toBe('gzip');
	expect(gunzipSync(gzip.raw).toString()).toBe(LONG);
	expect(plain.headers['content-encoding']).toBeUndefined();
	expect(plain.text).toBe(LONG);
	for (const { headers, raw } of [br, gzip, plain]) {
		expect(headers['content-length']).toBe(String(raw.length));
		expect(headers.vary).toBe('accept-encoding');
	}
	expect(new Set([br, gzip, plain].map(({ headers }) => headers.etag)).size).toBe(3);
	expect(handler).toHaveBeenCalledTimes(1);
});

test('a page that was sent compressed takes no more room than that, and is still sent in every form', async () => {
	const body = LONG.repeat(10);
	const { handler, get } = await site(says(body), { maxBytes: 45_000 });
	for (const path of ['/a', '/b', '/c']) await get(path, { 'accept-encoding': 'br' });
	for (const path of ['/a', '/b', '/c']) {
		expect((await get(path)).text).toBe(body);
		const { raw } = await get(path, { 'accept-encoding': 'gzip' });
		expect(gunzipSync(raw).toString()).toBe(body);
	}
	expect(handler).toHaveBeenCalledTimes(3);
});

test('small bodies and files that are compressed already are sent as they are', async () => {
	const all = { 'accept-encoding': 'br, gzip' };
	const small = await site(says('klein'));
	expect((await small.get('/', all)).headers['content-encoding']).toBeUndefined();
	const archive = await site(says(LONG, { ...PUBLIC, 'content-type': 'application/zip' }));
	expect((await archive.get('/', all)).headers['content-encoding']).toBeUndefined();
	const packed = await site(says(LONG, { ...PUBLIC, 'content-encoding': 'zstd' }));
	expect((await packed.get('/', all)).headers['content-encoding']).toBe('zstd');
});

test.for(['same', 'weak', 'in a list', 'any'])(
	'a visitor who has the page already gets 304 without a body (%s)',
	async (how) => {
		const { get } = await site(says(LONG));
		const { headers } = await get('/', { 'accept-encoding': 'br' });
		const etag = String(headers.etag);
		expect(etag).toMatch(/^"[\w-]+"$/);
		const asked = { same: etag, weak: `W/${etag}`, 'in a list': `"other", ${etag}`, any: '*' }[how];
		const again = await get('/', { 'accept-encoding': 'br', 'if-none-match': asked });
		expect(again).toMatchObject({ status: 304, text: '' });
		expect(again.headers).toMatchObject({ etag, 'cache-control': 'public, no-cache' });
		expect(again.headers['content-type']).toBeUndefined();
	}
);

test('a visitor who has another state of the page gets the whole page', async () => {
	const { get } = await site(says('nieuw'));
	expect(await get('/', { 'if-none-match': '"old"' })).toMatchObject({
		status: 200,
		text: 'nieuw'
	});
});

const CHANGED = 'Fri, 20 Nov 2026 10:11:12 GMT';
const DATED = { ...PUBLIC, 'last-modified': CHANGED, 'access-control-allow-origin': '*' };

test.for([
	[CHANGED, 304],
	['Sat, 21 Nov 2026 00:00:00 GMT', 304],
	['Fri, 20 Nov 2026 10:11:11 GMT', 200],
	['eergisteren', 200]
] as const)('who asks what changed since %s gets %i', async ([since, status]) => {
	const { get } = await site(says('x', DATED));
	expect((await get('/', { 'if-modified-since': since })).status).toBe(status);
});

test('a tag counts before a date, and a 304 repeats the date and who may read it', async () => {
	const { get } = await site(says('x', DATED));
	const asked = { 'if-none-match': '"old"', 'if-modified-since': CHANGED };
	const { status, headers } = await get('/', asked);
	expect(status).toBe(200);
	const again = await get('/', { ...asked, 'if-none-match': String(headers.etag) });
	expect(again.status).toBe(304);
	expect(again.headers).toMatchObject({
		'last-modified': CHANGED,
		'access-control-allow-origin': '*'
	});
});

test('an answer that does not say when it changed is never held by a date', async () => {
	const { get } = await site(says('x'));
	expect((await get('/', { 'if-modified-since': CHANGED })).status).toBe(200);
});

test('what is too long to keep is tagged all the same', async () => {
	const { handler, get } = await site(says('x'));
	const path = `/?q=${'a'.repeat(600)}`;
	const { headers } = await get(path);
	expect((await get(path, { 'if-none-match': String(headers.etag) })).status).toBe(304);
	expect(handler).toHaveBeenCalledTimes(2);
});

test('the same content keeps its ETag through a change of data', async () => {
	const { pages, get } = await site(says('gelijk'));
	const before = await get('/');
	pages.invalidate();
	const after = await get('/', { 'if-none-match': String(before.headers.etag) });
	expect(after.status).toBe(304);
});

test('after a change of data the page is rendered again', async () => {
	const { pages, handler, get } = await site(says('oud'));
	await get('/');
	pages.invalidate();
	handler.mockImplementation(says('nieuw'));
	expect((await get('/')).text).toBe('nieuw');
	expect((await get('/')).text).toBe('nieuw');
	expect(handler).toHaveBeenCalledTimes(2);
});

test('a rendering from before a change is neither kept as fresh nor shared with who asks after it', async () => {
	const waiting: (() => void)[] = [];
	const { pages, handler, get } = await site((asked, response) => {
		waiting.push(() => void says('van voor de wijziging')(asked, response, () => undefined));
	});
	const before = get('/');
	await vi.waitFor(() => expect(waiting).toHaveLength(1));
	pages.invalidate();
	handler.mockImplementation(says('van na de wijziging'));
	expect((await get('/')).text).toBe('van na de wijziging');
	waiting[0]?.();
	expect((await before).text).toBe('van voor de wijziging');
	expect((await get('/')).text).toBe('van na de wijziging');
	expect(handler).toHaveBeenCalledTimes(2);
});

test('after a change the pages that are asked most are rendered again before anyone asks, then those seen last', async () => {
	const { pages, handler, get } = await site((asked, response) =>
		says(`${asked.url} oud`)(asked, response, () => undefined)
	);
	for (let i = 0; i < 30; i++) await get(`/${i}`);
	await get('/0');
	handler.mockClear();
	handler.mockImplementation((asked, response) =>
		says(`${asked.url} nieuw`)(asked, response, () => undefined)
	);
	pages.invalidate();
	pages.invalidate();
	expect(handler).not.toHaveBeenCalled(); // others must hear of the change first
	await vi.waitFor(() => expect(handler).toHaveBeenCalledTimes(10));
	expect(handler.mock.calls.map(([asked]) => asked.url).slice(0, 3)).toEqual(['/0', '/29', '/28']);
	expect((await get('/0')).text).toBe('/0 nieuw');
	expect(handler).toHaveBeenCalledTimes(10);
	expect((await get('/1')).text).toBe('/1 nieuw');
	expect(handler).toHaveBeenCalledTimes(11);
});

test('what was asked often once gives way to what is asked now', async () => {
	const { pages, handler, get } = await site(says('x'));
	const ask = async (path: string, times: number) => {
		for (let i = 0; i < times; i++) await get(path);
	};
	const renewed = async () => {
		handler.mockClear();
		pages.invalidate();
		await vi.waitFor(() => expect(handler).toHaveBeenCalledTimes(2));
		return handler.mock.calls.map(([asked]) => asked.url);
	};
	await ask('/vroeger', 9);
	await ask('/nu', 6);
	expect(await renewed()).toEqual(['/vroeger', '/nu']);
	await ask('/nu', 3);
	expect(await renewed()).toEqual(['/nu', '/vroeger']);
});

test('what is named ahead is rendered first, for a site that is read, also where nobody was', async () => {
	const ahead = vi.fn(() => Promise.resolve(['/', '/regios/kortrijk']));
	const { pages, handler, get } = await site(says('x'), { ahead });
	const asked = () => handler.mock.calls.map(([one]) => one.url);
	pages.invalidate();
	await new Promise((later) => setTimeout(later, 30));
	expect(asked()).toEqual([]); // nobody reads, and under which name it would be read is not known
	await get('/gemeenten/34022');
	handler.mockClear();
	pages.invalidate();
	await vi.waitFor(() => expect(handler).toHaveBeenCalledTimes(3));
	expect(asked()).toEqual(['/', '/regios/kortrijk', '/gemeenten/34022']);
	await get('/regios/kortrijk');
	expect(handler).toHaveBeenCalledTimes(3);
});

test('pages are renewed also where it cannot be said what to have ahead', async () => {
	const ahead = () => Promise.reject(new Error('the database is away'));
	const { pages, handler, get } = await site(says('x'), { ahead });
	await get('/');
	pages.invalidate();
	await vi.waitFor(() => expect(handler).toHaveBeenCalledTimes(2));
});

test('visitors go before the rendering that nobody asked for', async () => {
	const { pages, handler, get } = await site(says('x'));
	for (const path of ['/a', '/b']) await get(path);
	handler.mockClear();
	const waiting: (() => void)[] = [];
	handler.mockImplementation((asked, response) => {
		if (asked.url === '/nieuw')
			waiting.push(() => void says('x')(asked, response, () => undefined));
		else says('x')(asked, response, () => undefined);
	});
	const visit = get('/nieuw');
	await vi.waitFor(() => expect(waiting).toHaveLength(1));
	pages.invalidate();
	await new Promise((later) => setTimeout(later, 40));
	expect(handler.mock.calls.map(([asked]) => asked.url)).toEqual(['/nieuw']);
	waiting[0]?.();
	await visit;
	await vi.waitFor(() => expect(handler).toHaveBeenCalledTimes(3));
});

test('a failure ends the rendering before anyone asks', async () => {
	const { pages, handler, get } = await site(says('x'));
	for (const path of ['/a', '/b', '/c']) await get(path);
	handler.mockClear();
	handler.mockImplementation(says('', {}, 503));
	pages.invalidate();
	await new Promise((later) => setTimeout(later, 30));
	expect(handler).toHaveBeenCalledTimes(1);
});

test('a page that is gone is not shown as last good state later', async () => {
	const { pages, handler, get } = await site(says('er nog'));
	await get('/');
	pages.invalidate();
	handler.mockImplementation(says('weg', PUBLIC, 404));
	expect((await get('/')).status).toBe(404);
	pages.invalidate();
	handler.mockImplementation(says('storing', {}, 503));
	expect((await get('/')).status).toBe(503);
});

const MARKED = '<body><!--melding--><h1>Kortrijk</h1></body>';

test('the place for the line is taken out of every page', async () => {
	const { get } = await site(says(MARKED));
	expect((await get('/')).text).toBe('<body><h1>Kortrijk</h1></body>');
	const missing = await site(says(MARKED, PUBLIC, 404));
	expect((await missing.get('/')).text).toBe('<body><h1>Kortrijk</h1></body>');
});

const FAILURES: [string, Handler][] = [
	['answers 5xx', says('kapot', {}, 503)],
	[
		'throws',
		() => {
			throw new Error('kapot');
		}
	],
	['is rejected', () => Promise.reject(new Error('kapot'))],
	['breaks off', (_, response) => void response.destroy(new Error('kapot'))]
];

test.for(FAILURES)(
	'when the handler %s, the last good state is shown with a plain line and status 200',
	async ([, failing]) => {
		vi.useFakeTimers({ now: new Date('2026-11-23T09:05:00Z'), toFake: ['Date'] });
		const { pages, handler, get } = await site(says(MARKED));
		await get('/');
		pages.invalidate();
		handler.mockImplementation(failing);
		const { status, text, headers } = await get('/', { 'if-none-match': '*' });
		expect(status).toBe(200);
		expect(text).toBe(
			'<body><p class="melding" role="status">De gegevensbank antwoordt niet; ' +
				'dit is de laatst bekende stand van 23/11/2026 10:05.</p><h1>Kortrijk</h1></body>'
		);
		expect(headers.warning).toMatch(/^111 - "Revalidation Failed"/);
		expect(headers['cache-control']).toBe('no-store');
		expect(headers.etag).toBeUndefined();
	}
);

test('an answer without a place for the line keeps its content and says it in a header only', async () => {
	const json = { 'content-type': 'application/json', 'cache-control': 'public, no-cache' };
	const { pages, handler, get } = await site(says('{"a":1}', json));
	await get('/api/v1/regions');
	pages.invalidate();
	handler.mockImplementation(says('', {}, 500));
	const { text, headers } = await get('/api/v1/regions');
	expect(text).toBe('{"a":1}');
	expect(headers.warning).toMatch(/^111 /);
});

test('when a page takes too long, the last good state comes first and the new one once it is there', async () => {
	const waiting: (() => void)[] = [];
	const { pages, handler, get } = await site(says(MARKED), { patience: 30 });
	await get('/');
	pages.invalidate();
	handler.mockImplementation((asked, response) => {
		waiting.push(() => void says('nieuw')(asked, response, () => undefined));
	});
	expect((await get('/')).text).toContain('laatst bekende stand');
	expect((await get('/')).text).toContain('laatst bekende stand');
	expect(waiting).toHaveLength(1);
	waiting[0]?.();
	await vi.waitFor(async () => expect((await get('/')).text).toBe('nieuw'));
});

test('after a failure nothing is tried for two seconds; then the page recovers by itself', async () => {
	vi.useFakeTimers({ toFake: ['Date'] });
	const { pages, handler, get } = await site(says(MARKED));
	await get('/');
	pages.invalidate();
	handler.mockImplementation(says('', {}, 500));
	await get('/');
	handler.mockImplementation(says('hersteld'));
	vi.advanceTimersByTime(1_999);
	expect((await get('/')).text).toContain('laatst bekende stand');
	vi.advanceTimersByTime(1);
	expect((await get('/')).text).toBe('hersteld');
});

test('a change of data ends the pause after a failure at once', async () => {
	const { pages, handler, get } = await site(says(MARKED));
	await get('/');
	pages.invalidate();
	handler.mockImplementation(says('', {}, 500));
	await get('/');
	handler.mockImplementation(says('hersteld'));
	pages.invalidate();
	expect((await get('/')).text).toBe('hersteld');
});

test('without a last good state the failure itself is shown', async () => {
	const { handler, get } = await site(says('storing', { 'content-type': 'text/html' }, 503));
	expect(await get('/')).toMatchObject({ status: 503, text: 'storing' });
	handler.mockImplementation(() => Promise.reject(new Error('kapot')));
	expect(await get('/')).toMatchObject({ status: 500, text: 'Error: kapot' });
});

test('a failure that a last good state hides is reported', async () => {
	const report = vi.fn();
	const { pages, handler, get } = await site(says(MARKED), { report });
	await get('/');
	pages.invalidate();
	handler.mockImplementation(() => Promise.reject(new Error('kapot')));
	await get('/');
	expect(report).toHaveBeenCalledExactlyOnceWith(new Error('kapot'));
});

test('the oldest pages go first when the store is full, and a page that is used stays', async () => {
	const body = 'x'.repeat(10_000);
	const { handler, get } = await site(says(body), { maxBytes: 3 * (10_000 + 2_048) });
	for (const path of ['/a', '/b', '/c', '/a', '/d']) await get(path);
	expect(handler).toHaveBeenCalledTimes(4);
	await get('/a');
	expect(handler).toHaveBeenCalledTimes(4);
	await get('/b');
	expect(handler).toHaveBeenCalledTimes(5);
});

test('a page larger than the store is answered and not kept', async () => {
	const { handler, get } = await site(says('x'.repeat(10_000)), { maxBytes: 5_000 });
	await get('/');
	expect((await get('/')).text).toHaveLength(10_000);
	expect(handler).toHaveBeenCalledTimes(2);
});

test('every answer carries the headers that the server gives to all', async () => {
	const { get } = await site(says('x'), {
		headers: () => ({ 'x-content-type-options': 'nosniff' })
	});
	const replies = [await get('/'), await get('/')];
	expect(replies.map(({ headers }) => headers['x-content-type-options'])).toEqual([
		'nosniff',
		'nosniff'
	]);
});

test('a page during which the data changed is made again, and none is made of two states', async () => {
	let state = 1;
	const seen: number[] = [];
	const { pages, get } = await site(
		async (asked, response) => {
			const first = state;
			seen.push(first);
			if (seen.length === 1) {
				state++;
				pages.invalidate();
			}
			says(`${first} ${state}`)(asked, response, () => undefined);
		},
		{ state: () => Promise.resolve(state) }
	);
	expect((await get('/')).text).toBe('2 2');
	expect((await get('/')).text).toBe('2 2');
	expect(seen).toEqual([1, 2]);
});

test('a page of which the data never rest is a 503 that says when to come back', async () => {
	let state = 1;
	const { get } = await site(says('x'), { state: () => Promise.resolve(state++) });
	const reply = await get('/');
	expect(reply.status).toBe(503);
	expect(reply.headers['retry-after']).toBe('2');
});

test('what shapes no page takes no part in its key, nor in what the handler is asked', async () => {
	const plain = (address: string) => address.replace(/[?&]u=[^&]*/, '');
	const { handler, get } = await site(
		(asked, response) => says(String(asked.url))(asked, response, () => undefined),
		{ plain }
	);
	for (const path of ['/p?u=1', '/p?u=2', '/p']) expect((await get(path)).text).toBe('/p');
	expect(handler).toHaveBeenCalledTimes(1);
});
