import { type IncomingHttpHeaders, request } from 'node:http';
import { describe, expect, inject, test } from 'vitest';

/** Sends a request exactly as written; `fetch` would tidy the path first. */
function ask(
	path: string,
	method = 'GET'
): Promise<{ status: number; body: string; headers: IncomingHttpHeaders }> {
	const { hostname, port } = new URL(inject('site'));
	return new Promise((resolve, reject) => {
		const sent = request({ hostname, port, path, method }, (answer) => {
			let body = '';
			answer.setEncoding('utf8');
			answer.on('data', (part: string) => (body += part));
			answer.on('end', () =>
				resolve({ status: answer.statusCode ?? 0, body, headers: answer.headers })
			);
		});
		sent.on('error', reject);
		sent.end();
	});
}

describe('what is not there is a 404 in plain words', () => {
	test.for([
		'/gemeenten/99999',
		'/gemeenten/abc',
		'/regios/nergens',
		'/cijfers/x',
		'/cijfers/publicaties/999999',
		'/cijfers/publicaties/0',
		'/regios/nergens/sinds',
		'/gemeenten/99999/sinds',
		'/zomaar'
	])('%s', async (path) => {
		const { status, body } = await ask(path);
		expect(status).toBe(404);
		expect(body).toContain('Deze pagina bestaat niet');
	});

	test.for([
		'/api/v1/municipalities/99999',
		'/api/v1/municipalities/abc',
		'/api/v1/regions/nergens',
		'/api/v1/publications/999999',
		'/api/v1/changes?region=nergens',
		'/api/v1/changes.csv?municipality=99999',
		'/api/v1/x'
	])('%s', async (path) => {
		const { status, body } = await ask(path);
		expect(status).toBe(404);
		expect(JSON.parse(body)).toMatchObject({
			error: { code: expect.any(String), message: expect.any(String) }
		});
	});
});

describe('a parameter that cannot be read is a 400', () => {
	test.for([
		'/?op=gisteren',
		'/gemeenten?op=2022-02-30',
		'/regios/kortrijk?bekend=1',
		'/gemeenten/34022?structuur=ooit',
		'/regios/kortrijk/sinds?van=gisteren',
		'/gemeenten/34022/sinds?van=2024-01-01&tot=2023-01-01'
	])('%s', async (path) => {
		expect((await ask(path)).status).toBe(400);
	});

	test.for([
		'/api/v1/municipalities?on=x',
		'/api/v1/regions/kortrijk?known=2022-13-01',
		'/api/v1/regions.csv?structure=x',
		'/api/v1/changes?from=2024-13-01',
		'/api/v1/changes?to=2999-01-01',
		'/api/v1/changes.csv?from=2024-01-01&to=2023-01-01'
	])('%s', async (path) => {
		const { status, body } = await ask(path);
		expect(status).toBe(400);
		expect(JSON.parse(body).error.code).toBe('malformed_parameter');
	});
});

describe('a word of the language itself means as little as any other unknown word', () => {
	test.for([
		'/?maat=constructor',
		'/?maat=__proto__&regio=constructor',
		'/gemeenten?orde=__proto__',
		'/gemeenten?orde=toString&richting=af',
		'/gemeenten?status=constructor',
		'/gemeenten?regio=__proto__&provincie=constructor',
		'/regios/kortrijk?grond=constructor',
		'/gemeenten/34022?vroeger=__proto__',
		'/zoek?q=constructor',
		'/zoek/voorstellen?q=__proto__'
	])('%s', async (path) => {
		expect((await ask(path)).status).toBe(200);
	});

	test.for(['/regios/constructor', '/api/v1/regions/constructor'])('%s', async (path) => {
		expect((await ask(path)).status).toBe(404);
	});
});

describe('the data behind a page have no address of their own', () => {
	test.for([
		'/__data.json',
		'/gemeenten/__data.json',
		'/regios/kortrijk/__data.json?op=2022-12-31'
	])('%s', async (path) => {
		expect((await ask(path)).status).toBe(404);
	});
});

describe('the API may be read by any site, and only read', () => {
	test('its options say so, with the security headers', async () => {
		const { status, headers } = await ask('/api/v1/regions/kortrijk', 'OPTIONS');
		expect(status).toBe(204);
		expect(headers).toMatchObject({
			allow: 'GET, HEAD, OPTIONS',
			'access-control-allow-origin': '*',
			'x-content-type-options': 'nosniff'
		});
	});

	test.for([
		['HEAD', '/api/v1/regions/kortrijk', 200],
		['GET', '/api/v1/regions/nergens', 404],
		['GET', '/api/v1/municipalities?on=x', 400],
		['POST', '/api/v1/regions', 405]
	] as const)('%s %s', async ([method, path, status]) => {
		const answer = await ask(path, method);
		expect(answer.status).toBe(status);
		expect(answer.headers['access-control-allow-origin']).toBe('*');
		expect(answer.headers['x-content-type-options']).toBe('nosniff');
		expect(answer.body === '').toBe(method === 'HEAD');
	});
});

describe('hostile requests give a 4xx, tell nothing and leave the server standing', () => {
	test.for([
		`/?q=${'a'.repeat(15_000)}`,
		'/gemeenten/..%2f..%2fpackage.json',
		'/..%2f..%2fetc%2fpasswd',
		'/%2e%2e/%2e%2e/package.json',
		'/gemeenten/%00',
		'/regios/%ff',
		'/_app/../../package.json',
		'/api/v1/regions/..%2f..%2fhealth'
	])('%s', async (path) => {
		const { status, body } = await ask(path);
		expect(status).toBeGreaterThanOrEqual(400);
		expect(status).toBeLessThan(500);
		expect(body).not.toMatch(/at .*\.(js|ts):\d+|node_modules|"dependencies"/);
	});

	test.for(['POST', 'PUT', 'DELETE', 'PATCH'])('%s on a page', async (method) => {
		const { status } = await ask('/gemeenten', method);
		expect(status).toBeGreaterThanOrEqual(400);
		expect(status).toBeLessThan(500);
	});

	test('the server still answers', async () => {
		const { status, body } = await ask('/api/health');
		expect(status).toBe(200);
		expect(JSON.parse(body)).toMatchObject({ live: true, ready: true });
	});
});

describe('headers', () => {
	test.for(['/', '/api/v1/regions/kortrijk'])('%s is guarded', async (path) => {
		const { headers } = await fetch(new URL(path, inject('site')));
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.get('referrer-policy')).toBeTruthy();
		expect(headers.get('permissions-policy')).toBeTruthy();
		expect(headers.get('set-cookie')).toBeNull();
	});

	test('a page that frames another has no event written in its tags', async () => {
		expect((await ask('/insluiten')).body).not.toMatch(/<[^>]* on\w+="/);
	});

	test('a page allows no inline script', async () => {
		const { headers } = await fetch(inject('site'));
		const policy = headers.get('content-security-policy') ?? '';
		expect(policy).toMatch(/script-src [^;]*'self'/);
		expect(policy.match(/script-src ([^;]*)/)?.[1]).not.toContain('unsafe-inline');
	});
});
