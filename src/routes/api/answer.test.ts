import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Database } from '#lib/server/database/database.ts';
import { PageCache } from '#lib/server/web/page-cache.ts';
import { provideRuntime } from '#lib/server/web/runtime.ts';
import { listRegions } from '#lib/server/api/operations.ts';
import { answering, optionsAnswer } from './answer.ts';

/** What was logged, held apart from the module that is replaced: it may be loaded more than once. */
const logged = ((globalThis as { logged?: unknown[][] }).logged ??= []);
vi.mock('#lib/server/log-failure.ts', () => ({
	logFailure: (...given: unknown[]) => {
		((globalThis as { logged?: unknown[][] }).logged ??= []).push(given);
		return 'abcd1234';
	}
}));

const url = new URL('http://site/api/v1/regions');

/** Opens a database of which every query fails. */
function openBroken(error: Error): void {
	const selectFrom = () => {
		throw error;
	};
	const database = { read: { selectFrom }, onChange: () => undefined };
	provideRuntime({
		database: database as unknown as Database,
		pages: new PageCache(),
		files: new Map()
	});
}

const asked = async () => {
	const { json } = answering(listRegions, async () => [], { json: () => [] });
	const response = (await json?.({ url, params: {} })) ?? Response.error();
	const { status, headers } = response;
	return { status, headers: Object.fromEntries(headers), body: (await response.json()) as unknown };
};

afterEach(() => openBroken(new Error('closed')));

describe('a failure has the shape of the API, for any site to read', () => {
	test('a database that is away: 503, to be tried again', async () => {
		openBroken(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }));
		expect(await asked()).toMatchObject({
			status: 503,
			headers: {
				'access-control-allow-origin': '*',
				'content-type': 'application/problem+json',
				'retry-after': '30'
			},
			body: {
				type: '/api#database_away',
				instance: '/api/v1/regions',
				error: { code: 'database_away', message: expect.any(String) }
			}
		});
	});

	test('anything else: 500 with the reference under which the log has the reason', async () => {
		const error = new TypeError('geheim');
		openBroken(error);
		const { status, headers, body } = await asked();
		expect(status).toBe(500);
		expect(headers['access-control-allow-origin']).toBe('*');
		expect(headers['cache-control']).toBeUndefined();
		expect(body).toMatchObject({
			error: { code: 'internal_error', message: 'Something went wrong. Reference: abcd1234' }
		});
		expect(logged).toContainEqual([error, { path: '/api/v1/regions', status: 500 }]);
	});
});

test('the options say that any site may read, and only read', () => {
	const { status, headers } = optionsAnswer();
	expect(status).toBe(204);
	expect(headers.get('allow')).toBe('GET, HEAD, OPTIONS');
	expect(headers.get('access-control-allow-origin')).toBe('*');
	expect(headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS');
});
