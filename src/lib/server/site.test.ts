import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import pino from 'pino';
import { afterEach, expect, test, vi } from 'vitest';
import type { Handler } from './capture.ts';
import { PageCache } from './page-cache.ts';
import { createSite, SECURITY_HEADERS } from './site.ts';

const closers: (() => void)[] = [];
afterEach(() => {
	for (const close of closers.splice(0)) close();
});

async function site(answer: Handler = (_, response) => void response.end('pagina')) {
	const lines: string[] = [];
	const handler = vi.fn<Handler>(answer);
	const log = pino({ base: null }, { write: (line) => void lines.push(line) });
	const pages = new PageCache({ headers: SECURITY_HEADERS });
	const server = createSite({ handler, files: new Set(['/favicon.svg']), pages, log });
	await once(server.listen(0, '127.0.0.1'), 'listening');
	closers.push(() => void server.close());
	const { port } = server.address() as AddressInfo;
	const ask = async (path: string, method = 'GET') => {
		const sent = request({ host: '127.0.0.1', port, path, method, agent: false });
		sent.end();
		const [reply] = (await once(sent, 'response')) as [IncomingMessage];
		const text = Buffer.concat(await reply.toArray()).toString();
		return { status: reply.statusCode, headers: reply.headers, text };
	};
	return { ask, handler, lines, port };
}

test('pages, files and refusals all carry the security headers', async () => {
	const { ask } = await site();
	for (const path of ['/', '/favicon.svg', `/${'a'.repeat(9_000)}`]) {
		expect((await ask(path)).headers).toMatchObject(SECURITY_HEADERS);
	}
});

test.for([8_200, 100_000])(
	'an address of %i characters is refused with 414 before anything looks at it',
	async (length) => {
		const { ask, handler } = await site();
		expect(await ask(`/?q=${'a'.repeat(length)}`)).toMatchObject({
			status: 414,
			text: 'Dit adres is te lang.\n'
		});
		expect(handler).not.toHaveBeenCalled();
	}
);

test.for(['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'OPTIONS'])(
	'%s is refused on a page with 405 and what is allowed',
	async (method) => {
		const { ask, handler } = await site();
		const { status, headers } = await ask('/gemeenten', method);
		expect(status).toBe(405);
		expect(headers.allow).toBe('GET, HEAD');
		expect(handler).not.toHaveBeenCalled();
	}
);

test('the API may be asked for its options', async () => {
	const { ask, handler } = await site();
	await ask('/api/v1/regions', 'OPTIONS');
	expect(handler).toHaveBeenCalledTimes(1);
});

test('an address that is no path is refused with 400', async () => {
	const { port } = await site();
	const socket = connect(port, '127.0.0.1');
	socket.end('GET http://elders.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
	const [reply] = (await once(socket, 'data')) as [Buffer];
	expect(reply.toString()).toMatch(/^HTTP\/1.1 400 /);
});

test('a file on disk is left to the handler for each request, with the visitor’s own conditions', async () => {
	const { ask, handler } = await site();
	await ask('/favicon.svg');
	await ask('/favicon.svg?v=2', 'HEAD');
	expect(handler.mock.calls.map(([{ method }]) => method)).toEqual(['GET', 'HEAD']);
});

test('a failure shows a reference and no more; the log has the reason under it', async () => {
	const { ask, lines } = await site(() => Promise.reject(new Error('geheim')));
	const { status, text } = await ask('/regios');
	expect(status).toBe(500);
	const reference = /^Er ging iets mis\. Referentie: ([0-9a-f]{8})\n$/.exec(text)?.[1];
	expect(JSON.parse(lines[0] ?? '')).toMatchObject({
		level: 50,
		reference,
		path: '/regios',
		err: { message: 'geheim' }
	});
});

test('the site is told its protocol by the server, never by a visitor', async () => {
	const { ask, handler } = await site();
	await ask('/');
	expect(handler.mock.calls[0]?.[0].headers['x-served-protocol']).toBe('http');
});
