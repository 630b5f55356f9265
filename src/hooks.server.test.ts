import { error } from '@sveltejs/kit';
import { expect, test, vi } from 'vitest';
import { handle, handleError } from './hooks.server.ts';

/** What was logged, held apart from the module that is replaced, which other tests may have loaded before. */
const logged = ((globalThis as { logged?: unknown[][] }).logged ??= []);
vi.mock('#lib/server/log-failure.ts', () => ({
	logFailure: (...given: unknown[]) => {
		((globalThis as { logged?: unknown[][] }).logged ??= []).push(given);
		return 'abcd1234';
	}
}));

/** What a visitor is told of something that was thrown, and what the answer remembers of it. */
function told(thrown: unknown, status: number) {
	const locals: App.Locals = {};
	const event = { locals, url: new URL('http://site/gemeenten') };
	const words = handleError({ error: thrown, status, event, message: '' } as never);
	return { words, locals };
}

const thrownBy = (work: () => never): unknown => {
	try {
		return work();
	} catch (thrown) {
		return thrown;
	}
};

test('an error that a page expected keeps its own words and is not logged', () => {
	const thrown = thrownBy(() => error(400, 'Het adres bevat een waarde die niet kan: op.'));
	expect(told(thrown, 400).words).toEqual({
		message: 'Het adres bevat een waarde die niet kan: op.'
	});
	expect(logged.map(([failure]) => failure)).not.toContain(thrown);
});

test('what nobody expected shows a reference and no more', () => {
	expect(told(new Error('geheim'), 500)).toEqual({
		words: { message: 'Er ging iets mis.', reference: 'abcd1234' },
		locals: { databaseAway: false }
	});
});

test('a database that is away is remembered, so that the answer becomes a 503', () => {
	const away = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
	expect(told(away, 500).locals).toEqual({ databaseAway: true });
});

test.for([
	[200, 'text/html', 'text/html; charset=utf-8', 'public, no-cache'],
	[404, 'text/html', 'text/html; charset=utf-8', 'no-cache'],
	[404, 'application/problem+json', 'application/problem+json', 'no-cache'],
	[503, 'text/html', 'text/html; charset=utf-8', 'no-store']
] as const)(
	'an answer %i of type %s says its letters and how it may be kept, and not by which framework it was made',
	async ([status, type, written, kept]) => {
		const event = {
			request: new Request('http://site/'),
			locals: {},
			url: new URL('http://site/')
		};
		const headers = { 'content-type': type, 'x-sveltekit-page': 'true' };
		const resolve = () => Promise.resolve(new Response('', { status, headers }));
		const answer = await handle({ event, resolve } as never);
		expect(Object.fromEntries(answer.headers)).toEqual({
			'content-type': written,
			'cache-control': kept
		});
	}
);

test('a page is sent without what only a script of the framework would use, and without its tag', async () => {
	const event = {
		request: new Request('http://site/'),
		locals: {},
		url: new URL('http://site/')
	};
	const html =
		'<head><style>@font-face{src:url(./a.woff2)}</style>\n\t\t<link href="a.css" rel="stylesheet" disabled media="(max-width: 0)">' +
		'</head><body>één</body>';
	const resolve = async (
		_: unknown,
		{
			transformPageChunk
		}: { transformPageChunk: (chunk: { html: string; done: boolean }) => string }
	) => {
		const body = transformPageChunk({ html, done: true });
		const headers = {
			'content-type': 'text/html',
			etag: '"1"',
			'content-length': `${body.length}`
		};
		return new Response(body, { headers });
	};
	const answer = await handle({ event, resolve } as never);
	expect(await answer.text()).toBe(
		'<head><style>@font-face{src:url(/_app/immutable/assets/a.woff2)}</style></head><body>één</body>'
	);
	expect(answer.headers.has('etag')).toBe(false);
	expect(answer.headers.get('content-length')).toBe('97');
});

test('a page that comes in parts is refused aloud, for only its last part would be sent', async () => {
	const event = {
		request: new Request('http://site/'),
		locals: {},
		url: new URL('http://site/')
	};
	const resolve = async (
		_: unknown,
		{
			transformPageChunk
		}: { transformPageChunk: (chunk: { html: string; done: boolean }) => string }
	) => new Response(transformPageChunk({ html: '<head></head>', done: false }));
	await expect(handle({ event, resolve } as never)).rejects.toThrow('sent whole');
});
