import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Handler } from './capture.ts';
import { PageCache } from './page-cache.ts';
import { SECURITY_HEADERS, securityHeaders, transportHeaders } from './security-headers.ts';
import { createSite } from './site.ts';
import { readStaticFiles } from './static-files.ts';
import { BusyError } from '../thread/queue.ts';

const closers: (() => void)[] = [];
let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'woonobjectief-files-'));
	mkdirSync(join(folder, '_app/immutable'), { recursive: true });
	writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
	writeFileSync(join(folder, 'favicon.svg.br'), 'compressed');
	writeFileSync(join(folder, '_app/immutable/a.css'), 'a{}');
});
afterEach(() => {
	rmSync(folder, { recursive: true });
	for (const close of closers.splice(0)) close();
});

async function site(
	answer: Handler = (_, response) => void response.end('pagina'),
	given: Readonly<Record<string, string>> = {}
) {
	const lines: string[] = [];
	const handler = vi.fn<Handler>(answer);
	const log = pino({ base: null }, { write: (line) => void lines.push(line) });
	const pages = new PageCache({ headers: securityHeaders });
	const files = readStaticFiles(folder, SECURITY_HEADERS);
	const server = createSite({ handler, files, pages, log, headers: given });
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

test.for(['/insluiten/kaart', '/insluiten/nergens', `/insluiten/${'a'.repeat(9_000)}`])(
	'%s may be framed by any site, also when it is refused, and carries all other security headers',
	async (path) => {
		const { ask } = await site();
		const { headers } = await ask(path);
		const { 'x-frame-options': _, ...others } = SECURITY_HEADERS;
		expect(headers).toMatchObject({ ...others, 'content-security-policy': 'frame-ancestors *' });
		expect(headers['x-frame-options']).toBeUndefined();
	}
);

test.for([
	'/insluiten',
	'/insluitenkaart',
	'/regios/insluiten/kaart',
	'/?a=/insluiten/kaart',
	'/insluiten/../regios',
	'/insluiten/%2e%2e/regios',
	'//insluiten/kaart',
	'/x//insluiten/kaart'
])('%s may be framed by nobody', async (path) => {
	const { ask } = await site();
	expect((await ask(path)).headers).toMatchObject({
		'x-frame-options': 'DENY',
		'content-security-policy': "frame-ancestors 'none'"
	});
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

test('the API may be asked for its options, and answers with the security headers', async () => {
	const { ask, handler } = await site();
	const { headers } = await ask('/api/v1/regions', 'OPTIONS');
	expect(handler).toHaveBeenCalledTimes(1);
	expect(headers).toMatchObject(SECURITY_HEADERS);
});

test('what the API refuses has the shape of its errors, for any site to read', async () => {
	const { ask } = await site();
	const { status, headers, text } = await ask('/api/v1/regions', 'POST');
	expect(status).toBe(405);
	expect(headers).toMatchObject({
		...SECURITY_HEADERS,
		'content-type': 'application/problem+json',
		'access-control-allow-origin': '*',
		allow: 'GET, HEAD, OPTIONS'
	});
	const message = 'Only GET, HEAD and OPTIONS are answered.';
	expect(JSON.parse(text)).toEqual({
		type: '/api#method_not_allowed',
		title: 'The API can only be read',
		status: 405,
		detail: message,
		instance: '/api/v1/regions',
		error: { code: 'method_not_allowed', message }
	});
});

test.for([
	['/api/v1/regions/%ff', 400, 'bad_request', '/api/v1/regions/%ff'],
	['/api/v1/regions/%', 400, 'bad_request', '/api/v1/regions/%25'],
	['/api/v1/x/__data.json', 404, 'not_found', '/api/v1/x/__data.json'],
	[
		`/api/v1/regions?${'%e9'.repeat(3_000)}`,
		414,
		'uri_too_long',
		expect.stringMatching(/^.{1,310}$/)
	]
] as const)(
	'%s is refused before anything looks at it, as a problem that names the address',
	async ([path, status, code, instance]) => {
		const { ask, handler } = await site();
		const reply = await ask(path);
		expect(JSON.parse(reply.text)).toMatchObject({ status, instance, error: { code } });
		expect(reply.status).toBe(status);
		expect(handler).not.toHaveBeenCalled();
	}
);

test.for(['content-length: 12\r\n\r\n{"a":"b":1}}', 'transfer-encoding: chunked\r\n\r\n0\r\n\r\n'])(
	'a question that brings a body is refused with 413: %j',
	async (rest) => {
		const { port, handler } = await site();
		const socket = connect(port, '127.0.0.1');
		socket.end(`GET /api/v1/regions HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${rest}`);
		const reply = Buffer.concat(await socket.toArray()).toString();
		expect(reply).toMatch(/^HTTP\/1.1 413 /);
		expect(reply).toContain('"code":"content_too_large"');
		expect(handler).not.toHaveBeenCalled();
	}
);

test('a failure of the API gives its reference in that shape too', async () => {
	const { ask, lines } = await site(() => Promise.reject(new Error('geheim')));
	const { status, text } = await ask('/api/v1/regions');
	expect(status).toBe(500);
	const { reference } = JSON.parse(lines[0] ?? '') as { reference: string };
	expect(JSON.parse(text)).toMatchObject({
		type: '/api#internal_server_error',
		status: 500,
		error: {
			code: 'internal_server_error',
			message: `Something went wrong here. Reference: ${reference}`
		}
	});
});

test.for(['/__data.json', '/gemeenten/__data.json?op=2022-12-31', '/regios/genk/__data.json#x'])(
	'the data of a page have no address of their own: %s',
	async (path) => {
		const { ask, handler } = await site();
		expect((await ask(path)).status).toBe(404);
		expect(handler).not.toHaveBeenCalled();
	}
);

test('an address that is no path is refused with 400', async () => {
	const { port } = await site();
	const socket = connect(port, '127.0.0.1');
	socket.end('GET http://elders.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
	const [reply] = (await once(socket, 'data')) as [Buffer];
	expect(reply.toString()).toMatch(/^HTTP\/1.1 400 /);
});

test('a static file is sent without asking the site, with its type, also after it is gone from disk', async () => {
	const { ask, handler } = await site();
	rmSync(join(folder, 'favicon.svg'));
	const { status, text, headers } = await ask('/favicon.svg?v=2');
	expect({ status, text }).toEqual({ status: 200, text: '<svg/>' });
	expect(headers).toMatchObject({ 'content-type': 'image/svg+xml', 'cache-control': 'no-cache' });
	expect(handler).not.toHaveBeenCalled();
});

test('a file whose name changes with its content may be kept for a year', async () => {
	const { ask } = await site();
	const { headers } = await ask('/_app/immutable/a.css');
	expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
});

test('the compressed copies of the build are no addresses', async () => {
	const { ask, handler } = await site();
	await ask('/favicon.svg.br');
	expect(handler).toHaveBeenCalledTimes(1);
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

test('a request with two hosts is refused: nobody can say which is meant', async () => {
	const { port, handler } = await site();
	const socket = connect(port, '127.0.0.1');
	socket.end('GET / HTTP/1.1\r\nHost: een\r\nHost: twee\r\nConnection: close\r\n\r\n');
	const reply = Buffer.concat(await socket.toArray()).toString();
	expect(reply).toMatch(/^HTTP\/1\.1 400 /);
	expect(handler).not.toHaveBeenCalled();
});

test('a site that is reached by https says so with every answer, and no other site does', async () => {
	const { ask } = await site(undefined, transportHeaders('https://wonen.example'));
	for (const path of ['/', '/favicon.svg', `/${'a'.repeat(9_000)}`]) {
		expect((await ask(path)).headers['strict-transport-security']).toMatch(/^max-age=\d{8}$/);
	}
	expect(transportHeaders('http://wonen.example')).toEqual({});
	expect(transportHeaders(null)).toEqual({});
});

test('what finds no room in the queue is told when to come back', async () => {
	const { ask, lines } = await site(() => Promise.reject(new BusyError(20)));
	const page = await ask('/uitvoer/regios/leden.csv');
	expect([page.status, page.headers['retry-after']]).toEqual([503, '20']);
	expect(page.text).toMatch(/te veel tegelijk.*20 seconden/);
	const api = await ask('/api/v1/versions/2024-01-01/2025-01-01');
	expect(JSON.parse(api.text)).toMatchObject({ status: 503, error: { code: 'busy' } });
	expect(lines).toEqual([]);
});
