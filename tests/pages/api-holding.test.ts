import { describe, expect, test } from 'vitest';
import { API_ROOT } from '#lib/server/api/operation.ts';
import { answerAt, json } from './api.ts';

/** What is asked with headers of one’s own. */
async function ask(path: string, headers: Record<string, string> = {}) {
	const address = (await answerAt('/api/health')).url.replace('/api/health', path);
	const answer = await fetch(address, { headers });
	return { answer, headers: answer.headers, body: await answer.text() };
}

const LISTS = [
	'/municipalities',
	'/regions',
	'/publications',
	'/objectives',
	'/progress-tests/2022',
	'/changes'
].map((path) => API_ROOT + path);

/** The items of a list, wherever the answer has them. */
const itemsOf = (body: unknown): unknown[] =>
	Array.isArray(body) ? body : (body as { municipalities: unknown[] }).municipalities;

describe('long lists can be had in parts', () => {
	test.for(LISTS)('%s: the parts together are the whole, in JSON and in CSV', async (path) => {
		const whole = itemsOf(await json(path));
		const found: unknown[] = [];
		let next: string | undefined = `${path}?limit=170`;
		while (next !== undefined) {
			const { headers, body } = await ask(next);
			expect(headers.get('x-total-count')).toBe(`${whole.length}`);
			found.push(...itemsOf(JSON.parse(body)));
			next = /<([^>]*)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];
		}
		expect(found).toEqual(whole);
	});

	test.for(LISTS)('%s: without a limit all is given, as it always was', async (path) => {
		const { headers, body } = await ask(path);
		expect(headers.get('link')).toBeNull();
		expect(headers.get('x-total-count')).toBe(`${itemsOf(JSON.parse(body)).length}`);
	});

	test('a part of the CSV form has the rows of the same items', async () => {
		const part = '?limit=3&offset=200';
		const names: { nis: string }[] = await json(`${API_ROOT}/municipalities${part}`);
		const { body } = await ask(`${API_ROOT}/municipalities.csv${part}`);
		const codes = body
			.trim()
			.split('\r\n')
			.slice(1)
			.map((row) => row.slice(0, 5));
		expect(codes).toEqual(names.map(({ nis }) => nis));
	});
});

describe('an answer says how long it holds', () => {
	test('when the data last changed: the same each time, and never the moment of the request', async () => {
		const { changedAt, dataVersion } = await json('/api/health');
		for (const path of [...LISTS, `${API_ROOT}/regions/genk/road.csv`]) {
			const { headers } = await ask(`${path}?known=2024-01-31&to=2024-01-31`);
			expect(headers.get('last-modified'), path).toBe(new Date(changedAt).toUTCString());
			expect(headers.get('data-version'), path).toBe(`${dataVersion}`);
		}
	});

	test.for(['', '?known=2024-01-31', `?x=${'a'.repeat(600)}`])(
		'what a visitor holds is not sent again, by tag or by date (%s)',
		async (query) => {
			const path = `${API_ROOT}/regions/kortrijk${query}`;
			const { headers } = await ask(path);
			const [etag, date] = [headers.get('etag') ?? '', headers.get('last-modified') ?? ''];
			expect(etag).toMatch(/^"[\w-]+"$/);
			for (const [name, held] of [
				['if-none-match', etag],
				['if-modified-since', date]
			] as const) {
				const again = await ask(path, { [name]: held });
				expect(again.answer.status).toBe(304);
				expect(again.body).toBe('');
				expect(again.headers.get('access-control-allow-origin')).toBe('*');
			}
			const other = { 'if-none-match': '"other"', 'if-modified-since': date };
			expect((await ask(path, other)).answer.status).toBe(200);
		}
	);

	test.for([
		['/regions/kortrijk', 'no-cache'],
		['/regions/kortrijk?known=2024-01-31', 'max-age=86400'],
		['/regions/kortrijk?known=2024-01-31&structure=today', 'no-cache'],
		['/publications?known=2024-01-31', 'no-cache'],
		['/changes?region=genk&to=2024-01-31', 'max-age=86400'],
		['/changes?region=genk', 'no-cache']
	] as const)('%s may be kept: %s', async ([path, kept]) => {
		const { headers } = await ask(API_ROOT + path);
		expect(headers.get('cache-control')).toBe(`public, ${kept}`);
	});

	test('a problem is not kept', async () => {
		const { headers } = await ask(`${API_ROOT}/regions/nergens`);
		expect(headers.get('etag')).toBeNull();
		expect(headers.get('cache-control')).toBe('no-cache');
	});
});

describe('a program on another site', () => {
	test('may read the headers that it needs, also of problems', async () => {
		for (const path of ['/regions', '/regions.csv', '/regions/nergens', '/openapi.json']) {
			const { headers } = await ask(API_ROOT + path, { origin: 'https://elders.example' });
			const exposed = headers.get('access-control-expose-headers')?.split(', ');
			expect(exposed, path).toEqual(
				expect.arrayContaining(['ETag', 'Link', 'X-Total-Count', 'Retry-After'])
			);
		}
	});

	test('may ask conditionally: the preflight allows its headers', async () => {
		const { url } = await answerAt('/api/health');
		const { status, headers } = await fetch(url.replace('/api/health', `${API_ROOT}/regions`), {
			method: 'OPTIONS',
			headers: {
				origin: 'https://elders.example',
				'access-control-request-method': 'GET',
				'access-control-request-headers': 'if-none-match'
			}
		});
		expect(status).toBe(204);
		expect(headers.get('access-control-allow-headers')).toBe('*');
		expect(headers.get('access-control-allow-methods')).toContain('GET');
	});

	test('hears which of its parameters mean nothing', async () => {
		const { answer, headers } = await ask(
			`${API_ROOT}/regions/genk?knwon=2024-01-31&op=2012-12-31&%0d%0ax=1`
		);
		expect(answer.status).toBe(200);
		expect(headers.get('ignored-parameters')).toBe('knwon, op, %0D%0Ax');
	});
});
